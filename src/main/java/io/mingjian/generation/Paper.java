package io.mingjian.generation;

import java.util.ArrayList;
import java.util.List;

/// A document before it takes a physical form: lines and tables in order.
public record Paper(List<Element> elements) {
    public Paper {
        elements = List.copyOf(elements);
    }

    /// A line or a table.
    public sealed interface Element {}

    /// What a line is.
    public enum Style {
        TITLE,
        HEADING,
        BODY
    }

    /// A paragraph.
    public record Line(Style style, String text) implements Element {}

    /// A table of `columns` columns; merged cells are written once, at their upper left corner.
    public record Table(int columns, List<List<TableCell>> rows) implements Element {
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }

        /// The text at every place of the grid: a merged cell's at its upper left corner, nothing elsewhere.
        public List<List<String>> grid() {
            List<List<String>> grid = new ArrayList<>();
            int[] covered = new int[columns];
            for (List<TableCell> row : rows) {
                List<String> line = new ArrayList<>();
                int next = 0;
                for (int column = 0; column < columns; ) {
                    if (covered[column] > 0 || next >= row.size()) {
                        covered[column] = Math.max(0, covered[column] - 1);
                        line.add("");
                        column++;
                        continue;
                    }
                    TableCell cell = row.get(next++);
                    for (int i = 0; i < cell.columnSpan() && column < columns; i++) {
                        line.add(i == 0 ? cell.text() : "");
                        covered[column++] = cell.rowSpan() - 1;
                    }
                }
                grid.add(line);
            }
            return grid;
        }
    }

    /// A cell and how many rows and columns it covers.
    public record TableCell(String text, int rowSpan, int columnSpan) {
        static TableCell of(String text) {
            return new TableCell(text, 1, 1);
        }
    }
}
