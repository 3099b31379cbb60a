package io.mingjian.ingest;

import io.mingjian.text.Span;
import java.util.List;

/// A piece of a document, in reading order: a paragraph or a grid. Its span points into the canonical text.
public sealed interface Block {
    Span span();

    /// A run of text that the source kept together: a paragraph, or a line of a plain text.
    record Paragraph(Span span) implements Block {}

    /// A real table of the source, with merged cells. Row and column count from 0.
    ///
    /// Merged cells are one [GridCell] with a row or column span above 1; cells are in reading order.
    record Grid(Span span, List<GridCell> cells) implements Block {
        public Grid {
            cells = List.copyOf(cells);
        }

        /// Number of rows.
        public int rows() {
            return cells.stream()
                    .mapToInt(cell -> cell.row() + cell.rowSpan())
                    .max()
                    .orElse(0);
        }

        /// Number of columns.
        public int columns() {
            return cells.stream()
                    .mapToInt(cell -> cell.column() + cell.columnSpan())
                    .max()
                    .orElse(0);
        }
    }

    /// One cell of a grid: its text's place, its upper left corner and how many rows and columns it covers.
    record GridCell(Span span, int row, int column, int rowSpan, int columnSpan) {
        public GridCell {
            if (row < 0 || column < 0 || rowSpan < 1 || columnSpan < 1) {
                throw new IllegalArgumentException(
                        "cell at " + row + "," + column + " covers " + rowSpan + "x" + columnSpan);
            }
        }
    }
}
