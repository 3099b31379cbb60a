package io.mingjian.model;

import java.util.List;

/// A statutory table of a form.
///
/// @param id      `applications` …
/// @param section id of the section it belongs to
/// @param layout  how its cells are laid out
/// @param rows    in printed order, each with its columns in printed order
/// @param headers further wordings printed in its head, which are no rows
/// @param sumsUp  whether the last column of each row is the sum of the others
public record TableKind(
        String id, String section, Layout layout, List<Row> rows, List<String> headers, boolean sumsUp) {
    public TableKind {
        rows = List.copyOf(rows);
        headers = List.copyOf(headers);
    }

    /// How the cells of a table are printed.
    public enum Layout {
        /// One printed row a row of the form: its label, then its numbers.
        ROWS,
        /// All rows of the form side by side in one printed row, under a head of their labels.
        BLOCKS
    }

    /// A row of the form and the columns it has.
    public record Row(Label label, List<Label> columns) {
        public Row {
            columns = List.copyOf(columns);
        }
    }

    /// All cells of the form, row by row.
    public int cells() {
        return rows.stream().mapToInt(row -> row.columns().size()).sum();
    }
}
