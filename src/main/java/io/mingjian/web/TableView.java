package io.mingjian.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statutory table as it is printed on the form.
///
/// @param id   for links
/// @param name the heading of its section in the model
/// @param form the contract's id of the form
public record TableView(String id, String name, String form, List<List<Cell>> rows) {
    public TableView {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// What is printed at one place of the form, and how many rows and columns it covers.
    public sealed interface Cell {
        int rowSpan();

        int columnSpan();

        /// A wording of the form.
        ///
        /// @param scope `col` above numbers, `row` beside them
        record Head(String wording, int rowSpan, int columnSpan, String scope) implements Cell {}

        /// What the report says there.
        ///
        /// @param address `table/row/column`
        /// @param state the contract's: `stated`, `blank`, `not_applicable`, `absent`, `illegible`
        /// @param machine what the engine read where a person has corrected it, else null
        /// @param shown the number, or what is written, or empty
        /// @param href  of its place in the text, or null where it has none
        /// @param about its own id and those of the findings that speak of it
        record Value(
                String id,
                String address,
                String state,
                String shown,
                @Nullable String machine,
                @Nullable String href,
                String about,
                int rowSpan,
                int columnSpan)
                implements Cell {
            /// Whether a finding speaks of it.
            public boolean flawed() {
                return !about.equals(id);
            }
        }
    }

    /// The number of columns of the grid.
    public int width() {
        return rows.isEmpty()
                ? 0
                : rows.getFirst().stream().mapToInt(Cell::columnSpan).sum();
    }
}
