package io.mingjian.tables;

import io.mingjian.text.Span;
import java.util.List;

/// A statutory table as the document has it: the form that fits best, its place, and a cell for every row and
/// column.
///
/// @param id   the model's id of the table (`applications` …)
/// @param form the id of the form it follows (`2021`, `2019`)
/// @param span from its first cell to its last
public record StatutoryTable(String id, String form, Span span, List<Cell> cells) {
    public StatutoryTable {
        cells = List.copyOf(cells);
    }
}
