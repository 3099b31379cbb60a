package io.mingjian.ingest.layout;

import java.util.List;

/// What is drawn on one page.
///
/// @param pictures pictures and drawings that may hold a table or a page of text, of which nothing is read here
public record DrawnPage(float width, float height, List<Glyph> glyphs, List<Ruling> rulings, int pictures) {
    /// A page on which nothing is drawn.
    public static final DrawnPage BLANK = new DrawnPage(0, 0, List.of(), List.of(), 0);

    public DrawnPage {
        glyphs = List.copyOf(glyphs);
        rulings = List.copyOf(rulings);
    }
}
