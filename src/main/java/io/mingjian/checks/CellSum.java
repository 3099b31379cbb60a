package io.mingjian.checks;

import io.mingjian.tables.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// A sum of cells. One cell without a number leaves the whole sum unknown: a blank is no 0.
sealed interface CellSum {
    /// All cells state a number.
    record Known(BigDecimal value, List<Cell.Stated> cells) implements CellSum {
        public Known {
            cells = List.copyOf(cells);
        }

        Known minus(Known other) {
            List<Cell.Stated> all = new ArrayList<>(cells);
            all.addAll(other.cells);
            return new Known(value.subtract(other.value), all);
        }

        Known plus(Known other) {
            List<Cell.Stated> all = new ArrayList<>(cells);
            all.addAll(other.cells);
            return new Known(value.add(other.value), all);
        }
    }

    /// A cell states no number.
    record Unknown(Outcome.Reason reason) implements CellSum {}

    Known NOTHING = new Known(BigDecimal.ZERO, List.of());

    static CellSum of(Collection<Cell> cells) {
        Known sum = NOTHING;
        for (Cell cell : cells) {
            switch (cell) {
                case Cell.Stated stated -> sum = sum.plus(new Known(stated.value(), List.of(stated)));
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
        return sum;
    }
}
