package io.mingjian.checks;

import io.mingjian.tables.Cell;
import io.mingjian.tables.StatutoryTable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds rows that were read some columns aside: what the broken sums want in each column stands in the row,
/// beside it. No writer makes that mistake in number after number; whoever counts the cells of a row does.
final class ShiftedRows {
    /// So many columns aside at most.
    private static final int FAR = 2;

    /// So many numbers beside their place are no chance.
    private static final int ENOUGH = 2;

    private ShiftedRows() {}

    /// Their ids.
    static Set<String> of(StatutoryTable table, List<BrokenSum> broken) {
        Map<String, Map<String, Cell>> rows = new LinkedHashMap<>();
        table.cells()
                .forEach(cell -> rows.computeIfAbsent(cell.key().row(), row -> new LinkedHashMap<>())
                        .put(cell.key().column(), cell));
        Set<String> shifted = new HashSet<>();
        rows.forEach((id, row) -> {
            List<Cell> cells = List.copyOf(row.values());
            if (isShifted(cells, wanted(cells, broken))) {
                shifted.add(id);
            }
        });
        return shifted;
    }

    /// What the sums across the rows want in place of each cell; a cell of which they want two things is left out.
    private static Map<Integer, BigDecimal> wanted(List<Cell> row, List<BrokenSum> broken) {
        Map<Integer, BigDecimal> wanted = new HashMap<>();
        for (BrokenSum sum : broken) {
            int at = only(row, sum);
            if (at >= 0) {
                wanted.merge(at, sum.mended((Cell.Stated) row.get(at)), (one, other) -> one.max(other));
            }
        }
        return wanted;
    }

    /// The index of the one cell of the row that the sum has, or -1.
    private static int only(List<Cell> row, BrokenSum sum) {
        int found = -1;
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i) instanceof Cell.Stated stated && sum.has(stated)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /// Whether what is wanted of some cells of the row stands beside them.
    ///
    /// @param wanted by the index of the cell, of those that say something else
    static boolean isShifted(List<Cell> row, Map<Integer, BigDecimal> wanted) {
        for (int aside = -FAR; aside <= FAR; aside++) {
            if (aside != 0 && isShifted(row, wanted, aside)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShifted(List<Cell> row, Map<Integer, BigDecimal> wanted, int aside) {
        int found = 0;
        boolean telling = false;
        for (Map.Entry<Integer, BigDecimal> one : wanted.entrySet()) {
            BigDecimal beside = value(row, one.getKey() + aside);
            if (beside == null) {
                continue;
            }
            if (beside.compareTo(one.getValue()) != 0) {
                return false;
            }
            found++;
            telling |= beside.signum() != 0;
        }
        return found >= ENOUGH && telling;
    }

    private static @Nullable BigDecimal value(List<Cell> row, int at) {
        return at >= 0 && at < row.size() && row.get(at) instanceof Cell.Stated stated ? stated.value() : null;
    }
}
