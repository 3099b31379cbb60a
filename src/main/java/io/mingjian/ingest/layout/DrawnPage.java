package io.mingjian.ingest.layout;

import java.util.List;

/// What is drawn on one page.
///
/// @param pictures pictures and drawings that may hold a table or a page of text, of which nothing is read here
/// @param beside   the pages that were joined to its right, from left to right
public record DrawnPage(
        float width, float height, List<Glyph> glyphs, List<Ruling> rulings, int pictures, List<Beside> beside) {
    /// A page on which nothing is drawn.
    public static final DrawnPage BLANK = new DrawnPage(0, 0, List.of(), List.of(), 0);

    public DrawnPage {
        glyphs = List.copyOf(glyphs);
        rulings = List.copyOf(rulings);
        beside = List.copyOf(beside);
    }

    /// A further page that begins at a place of this one.
    ///
    /// @param page its number, from 1
    record Beside(float from, int page) {}

    /// A page as it was printed.
    public DrawnPage(float width, float height, List<Glyph> glyphs, List<Ruling> rulings, int pictures) {
        this(width, height, glyphs, rulings, pictures, List.of());
    }

    /// The number of the page joined to this one that a place lies on; 0 for this page itself.
    int pageAt(float x) {
        int page = 0;
        for (Beside other : beside) {
            page = x >= other.from() - 1 ? other.page() : page;
        }
        return page;
    }
}
