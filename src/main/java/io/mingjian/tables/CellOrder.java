package io.mingjian.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// In which cell of their lines the values begin, learned from the rows that leave no choice: a label that was
/// merged over columns leaves empty cells behind it that are none of its values.
final class CellOrder {
    /// No label ends there: what all rows have in common.
    private static final int ANYWHERE = -1;

    /// Where the label ends → where the values begin → number of rows.
    private final Map<Integer, Map<Integer, Integer>> begins = new HashMap<>();

    /// Where values begin.
    ///
    /// @param unanimous whether no row like this one has them elsewhere
    record Begin(int cell, boolean unanimous) {}

    static CellOrder of(List<RowAlignment.Match> matches) {
        CellOrder order = new CellOrder();
        for (RowAlignment.Match match : matches) {
            int columns = match.row().columns().size();
            if (hasCells(match.source())) {
                new ColumnAlignment(columns, columns - 1)
                        .begin(match.source().values())
                        .ifPresent(begin -> order.count(match.source().labelEnd(), begin));
            }
        }
        return order;
    }

    private static boolean hasCells(PieceRow row) {
        return row.parting() == Parting.CELLS || row.isGrid();
    }

    private void count(int labelEnd, int begin) {
        for (int key : new int[] {labelEnd, ANYWHERE}) {
            begins.computeIfAbsent(key, cell -> new HashMap<>()).merge(begin, 1, Integer::sum);
        }
    }

    /// Where the values of the row begin if it is like most; those whose label ends in the same cell go first.
    Optional<Begin> begin(PieceRow row) {
        if (!hasCells(row)) {
            return Optional.empty();
        }
        Map<Integer, Integer> alike = begins.getOrDefault(row.labelEnd(), begins.getOrDefault(ANYWHERE, Map.of()));
        return alike.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(most -> new Begin(most.getKey(), alike.size() == 1));
    }
}
