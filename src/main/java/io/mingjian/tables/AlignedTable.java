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
/// @param share    how much of its cells could be read
record AlignedTable(
        String form,
        TableKind kind,
        List<Cell> cells,
        Span span,
        double rowFit,
        double headFit,
        List<Alignment.RowReading> rows,
        Sums.Tally sums,
        List<Alignment.Attempt> attempts,
        Share share) {
    AlignedTable {
        attempts = List.copyOf(attempts);
    }

    AlignedTable(
            String form,
            TableKind kind,
            List<Cell> cells,
            Span span,
            double rowFit,
            double headFit,
            List<Alignment.RowReading> rows,
            Sums.Tally sums,
            List<Alignment.Attempt> attempts) {
        this(form, kind, cells, span, rowFit, headFit, rows, sums, attempts, Share.of(cells, rows));
    }

    /// The shares of cells that could be read, 0..1.
    ///
    /// @param all   of all cells of the form
    /// @param found of those in rows that were found: a table cut short lacks rows in every form
    record Share(double all, double found) {
        static Share of(List<Cell> cells, List<Alignment.RowReading> rows) {
            Set<String> there = rows.stream().map(Alignment.RowReading::row).collect(Collectors.toSet());
            int read = 0;
            int found = 0;
            int readOfFound = 0;
            for (Cell cell : cells) {
                boolean legible = isThere(cell);
                read += legible ? 1 : 0;
                if (there.contains(cell.key().row())) {
                    found++;
                    readOfFound += legible ? 1 : 0;
                }
            }
            return new Share((double) read / cells.size(), found == 0 ? 0 : (double) readOfFound / found);
        }
    }

    /// The same table, these readings of it weighed besides.
    AlignedTable having(List<Alignment.Attempt> weighed) {
        List<Alignment.Attempt> all = new ArrayList<>(attempts);
        all.addAll(weighed);
        return new AlignedTable(form, kind, cells, span, rowFit, headFit, rows, sums, all, share);
    }

    /// The same table, the place of the table of another year in its own: what stands there is no prose.
    AlignedTable beside(Span other) {
        return new AlignedTable(form, kind, cells, span.union(other), rowFit, headFit, rows, sums, attempts, share);
    }

    /// How well the form fits: its labels and its head, and that what is written in its rows has a place in
    /// them.
    double fit() {
        return rowFit + headFit + share.found();
    }

    /// The share of the form's cells that could be read, 0..1.
    double coverage() {
        return share.all();
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
