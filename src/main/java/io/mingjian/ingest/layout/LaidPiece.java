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
    ///
    /// @param page where it stands, from 1, if that is another page than its row's; else 0
    record LaidCell(int row, int column, int rowSpan, int columnSpan, String text, int page) {
        LaidCell(int row, int column, int rowSpan, int columnSpan, String text) {
            this(row, column, rowSpan, columnSpan, text, 0);
        }

        /// The same cell so many rows further down.
        LaidCell moved(int rows) {
            return new LaidCell(row + rows, column, rowSpan, columnSpan, text, page);
        }

        /// The same cell over other columns.
        LaidCell over(int first, int count) {
            return new LaidCell(row, first, rowSpan, count, text, page);
        }

        /// The same cell with another text.
        LaidCell saying(String other) {
            return new LaidCell(row, column, rowSpan, columnSpan, other, page);
        }

        /// The same cell, on a page of its own.
        LaidCell on(int other) {
            return new LaidCell(row, column, rowSpan, columnSpan, text, other);
        }
    }
}
