package io.mingjian.tables;

import io.mingjian.model.TableKind;
import io.mingjian.text.Span;
import java.util.List;

/// A table read as one of the forms, and how well it fits.
record AlignedTable(
        String form, TableKind kind, List<Cell> cells, Span span, double fit, List<Alignment.RowReading> rows) {

    /// The share of the form's cells that could be read, 0..1.
    double coverage() {
        long there = cells.stream()
                .filter(cell -> !(cell instanceof Cell.Absent) && !(cell instanceof Cell.Illegible))
                .count();
        return (double) there / cells.size();
    }

    StatutoryTable table() {
        return new StatutoryTable(kind.id(), form, span, cells);
    }

    Alignment.FormFit formFit() {
        return new Alignment.FormFit(form, fit, coverage());
    }
}
