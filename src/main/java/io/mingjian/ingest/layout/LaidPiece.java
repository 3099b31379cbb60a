package io.mingjian.ingest.layout;

import java.util.List;

/// A piece of the pages' text in reading order. A form feed in a text stands where a further page begins.
public sealed interface LaidPiece {

    /// A further page begins.
    record PageBreak() implements LaidPiece {}

    /// Lines that are one paragraph.
    record LaidParagraph(String text) implements LaidPiece {}

    /// A table with ruling lines.
    record LaidTable(List<LaidCell> cells, int rows) implements LaidPiece {
        public LaidTable {
            cells = List.copyOf(cells);
        }
    }

    /// A cell, and the rows and columns it covers.
    record LaidCell(int row, int column, int rowSpan, int columnSpan, String text) {}
}
