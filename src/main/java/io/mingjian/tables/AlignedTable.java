package io.mingjian.tables;

import io.mingjian.model.TableKind;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;

/// A table read as one of the forms, and how well it fits.
///
/// @param rowFit   how like the labels of the rows are, less what is missing between them
/// @param headFit  how much the head speaks for the form
/// @param sums     how many of its sums hold
/// @param attempts what else was tried
record AlignedTable(
        String form,
        TableKind kind,
        List<Cell> cells,
        Span span,
        double rowFit,
        double headFit,
        List<Alignment.RowReading> rows,
        Sums.Tally sums,
        List<Alignment.Attempt> attempts) {
    AlignedTable {
        attempts = List.copyOf(attempts);
    }

    /// The same table, these readings of it weighed before all others.
    AlignedTable having(List<Alignment.Attempt> weighed) {
        List<Alignment.Attempt> all = new ArrayList<>(weighed);
        all.addAll(attempts);
        return new AlignedTable(form, kind, cells, span, rowFit, headFit, rows, sums, all);
    }

    double fit() {
        return rowFit + headFit;
    }

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
        return new Alignment.FormFit(form, fit(), coverage(), sums.fulfilled(), sums.broken());
    }
}
