package io.mingjian.ingest.layout;

import java.util.List;

/// What is drawn on one page.
public record DrawnPage(float width, float height, List<Glyph> glyphs, List<Ruling> rulings) {
    public DrawnPage {
        glyphs = List.copyOf(glyphs);
        rulings = List.copyOf(rulings);
    }
}
