package io.mingjian.tables;

import io.mingjian.model.TableKind;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /// The same table, these readings of it weighed besides.
    AlignedTable having(List<Alignment.Attempt> weighed) {
        List<Alignment.Attempt> all = new ArrayList<>(attempts);
        all.addAll(weighed);
        return new AlignedTable(form, kind, cells, span, rowFit, headFit, rows, sums, all);
    }

    /// How well the form fits: its labels and its head, and that what is written in its rows has a place in them.
    double fit() {
        return rowFit + headFit + legible();
    }

    /// The share of the cells of the rows that were found that could be read, 0..1; a table cut short lacks rows
    /// in every form.
    private double legible() {
        Set<String> found = rows.stream().map(Alignment.RowReading::row).collect(Collectors.toSet());
        long all = 0;
        long read = 0;
        for (Cell cell : cells) {
            if (found.contains(cell.key().row())) {
                all++;
                read += isThere(cell) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) read / all;
    }

    /// The share of the form's cells that could be read, 0..1.
    double coverage() {
        long there = cells.stream().filter(AlignedTable::isThere).count();
        return (double) there / cells.size();
    }

    /// Whether all its cells could be read, something is written in each of its rows, and all its sums hold.
    boolean isWhole() {
        return sums.broken() == 0
                && filledRows() == kind.rows().size()
                && cells.stream().allMatch(AlignedTable::isThere);
    }

    /// How many rows have a cell in which something is written.
    long filledRows() {
        return cells.stream()
                .filter(cell -> !(cell instanceof Cell.Absent) && !(cell instanceof Cell.Blank))
                .map(cell -> cell.key().row())
                .distinct()
                .count();
    }

    /// The share of the form's rows that were found.
    double rowShare() {
        return (double) rows.size() / kind.rows().size();
    }

    /// How many rows that have at least so many columns are there with every cell.
    long wholeRows(int columns) {
        Set<String> broken = cells.stream()
                .filter(cell -> !isThere(cell))
                .map(cell -> cell.key().row())
                .collect(Collectors.toSet());
        return kind.rows().stream()
                .filter(row -> row.columns().size() >= columns)
                .filter(row -> !broken.contains(row.label().id()))
                .count();
    }

    private static boolean isThere(Cell cell) {
        return !(cell instanceof Cell.Absent) && !(cell instanceof Cell.Illegible);
    }

    StatutoryTable table() {
        return new StatutoryTable(kind.id(), form, span, cells);
    }

    Alignment.FormFit formFit() {
        return new Alignment.FormFit(form, fit(), coverage(), sums.fulfilled(), sums.broken());
    }
}
