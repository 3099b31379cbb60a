package io.mingjian.checks;

import io.mingjian.tables.Cell;
import io.mingjian.tables.CellKey;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Stream;

/// Two sums of cells that should be equal at one place of a table.
record BrokenSum(String rule, String place, CellSum.Known left, CellSum.Known right) {
    boolean holds() {
        return left.value().compareTo(right.value()) == 0;
    }

    /// What the cell would have to say for the sums to be equal; the cell is of one of them.
    BigDecimal mended(Cell.Stated cell) {
        BigDecimal difference = left.value().subtract(right.value());
        return left.cells().contains(cell)
                ? cell.value().subtract(difference)
                : cell.value().add(difference);
    }

    boolean has(Cell.Stated cell) {
        return left.cells().contains(cell) || right.cells().contains(cell);
    }

    boolean hasAny(Set<CellKey> keys) {
        return Stream.concat(left.cells().stream(), right.cells().stream()).anyMatch(cell -> keys.contains(cell.key()));
    }
}
