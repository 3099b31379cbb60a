package io.mingjian.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

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
            return new TableGrid(this).texts(false);
        }

        /// The table without cells merged over rows; `repeated` says whether each row repeats their text.
        Table apart(boolean repeated) {
            return new TableGrid(this).apart(repeated);
        }

        /// The rows `[from, to)`, merged cells cut where they reach beyond them.
        Table part(int from, int to) {
            return new TableGrid(this).part(from, to);
        }

        Table followedBy(Table other) {
            List<List<TableCell>> all = new ArrayList<>(rows);
            all.addAll(other.rows);
            return new Table(Math.max(columns, other.columns), all);
        }

        Table without(Predicate<List<TableCell>> unwanted) {
            return new Table(columns, rows.stream().filter(unwanted.negate()).toList());
        }

        /// The table with each row, known by its index, replaced.
        Table mapRows(BiFunction<Integer, List<TableCell>, List<TableCell>> change) {
            List<List<TableCell>> changed = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                changed.add(change.apply(i, rows.get(i)));
            }
            return new Table(columns, changed);
        }
    }

    /// A cell and how many rows and columns it covers.
    public record TableCell(String text, int rowSpan, int columnSpan) {
        static TableCell of(String text) {
            return new TableCell(text, 1, 1);
        }
    }
}
