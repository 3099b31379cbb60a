package io.mingjian.checks;

import io.mingjian.tables.Cell;
import io.mingjian.tables.CellKey;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// A sum of cells. One cell without a number leaves the whole sum unknown: a blank is no 0.
sealed interface CellSum {
    /// Below it, a cell was guessed from its surroundings rather than read.
    double DOUBTFUL = 0.9;

    /// What is left of the confidence in a cell that the sums show to be misread.
    double MISREAD = 0.5;

    /// All cells state a number.
    record Known(BigDecimal value, List<Cell.Stated> cells) implements CellSum {
        public Known {
            cells = List.copyOf(cells);
        }

        Known minus(Known other) {
            return new Known(value.subtract(other.value), joined(other));
        }

        Known plus(Known other) {
            return new Known(value.add(other.value), joined(other));
        }

        private List<Cell.Stated> joined(Known other) {
            List<Cell.Stated> all = new ArrayList<>(cells);
            all.addAll(other.cells);
            return all;
        }

        /// Whether any of the cells was read with doubt.
        boolean doubtful() {
            return cells.stream().anyMatch(cell -> cell.confidence() < DOUBTFUL);
        }

        Finding.Side side() {
            List<Span> spans = cells.stream().map(Cell.Stated::span).toList();
            return new Finding.Side(value, spans);
        }

        /// The value alone, where the cells stand in another document.
        Finding.Side elsewhere() {
            return new Finding.Side(value, List.of());
        }
    }

    /// A cell states no number, or the form has none such.
    record Unknown(Outcome.Reason reason) implements CellSum {}

    Known NOTHING = new Known(BigDecimal.ZERO, List.of());

    /// The table with these cells read with doubt.
    static StatutoryTable doubting(StatutoryTable table, Set<CellKey> misread) {
        if (misread.isEmpty()) {
            return table;
        }
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : table.cells()) {
            cells.add(
                    cell instanceof Cell.Stated stated && misread.contains(stated.key())
                            ? new Cell.Stated(stated.key(), stated.value(), stated.span(), MISREAD, stated.decoded())
                            : cell);
        }
        return new StatutoryTable(table.id(), table.form(), table.span(), cells);
    }

    /// What the cells state together, those without a number left out. They count what cannot be negative, so
    /// that the whole sum is not less.
    static Known stated(Collection<Cell> cells) {
        List<Cell.Stated> stated = cells.stream()
                .filter(Cell.Stated.class::isInstance)
                .map(Cell.Stated.class::cast)
                .toList();
        return new Known(stated.stream().map(Cell.Stated::value).reduce(BigDecimal.ZERO, BigDecimal::add), stated);
    }

    static CellSum of(Collection<Cell> cells) {
        List<Cell.Stated> stated = new ArrayList<>(cells.size());
        BigDecimal sum = BigDecimal.ZERO;
        for (Cell cell : cells) {
            switch (cell) {
                case Cell.Stated one -> {
                    stated.add(one);
                    sum = sum.add(one.value());
                }
                case Cell.Blank ignored -> {
                    return new Unknown(Outcome.Reason.CELL_BLANK);
                }
                case Cell.NotApplicable ignored -> {
                    return new Unknown(Outcome.Reason.CELL_BLANK);
                }
                case Cell.Absent ignored -> {
                    return new Unknown(Outcome.Reason.CELL_ABSENT);
                }
                case Cell.Illegible ignored -> {
                    return new Unknown(Outcome.Reason.CELL_ILLEGIBLE);
                }
            }
        }
        return new Known(sum, stated);
    }
}
