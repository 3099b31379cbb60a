package io.mingjian.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// In which cell of their lines the values begin, learned from the rows that leave no choice: a label that was merged
/// over columns leaves empty cells behind it that are none of its values.
final class CellOrder {
    /// Cell of the label, or -1 for all rows → cell of the first value → number of rows.
    private final Map<Integer, Map<Integer, Integer>> begins = new HashMap<>();

    static CellOrder of(List<RowAlignment.Match> matches) {
        CellOrder order = new CellOrder();
        for (RowAlignment.Match match : matches) {
            int columns = match.row().columns().size();
            if (match.source().parting() == Parting.CELLS) {
                new ColumnAlignment(columns, columns - 1)
                        .begin(match.source().values())
                        .ifPresent(begin -> order.count(match.source().labelCell(), begin));
            }
        }
        return order;
    }

    private void count(int label, int begin) {
        for (int key : new int[] {label, -1}) {
            begins.computeIfAbsent(key, cell -> new HashMap<>()).merge(begin, 1, Integer::sum);
        }
    }

    /// Where the values of the row begin if it is like most; those with their label in the same cell go first.
    OptionalInt begin(PieceRow row) {
        if (row.parting() != Parting.CELLS) {
            return OptionalInt.empty();
        }
        Map<Integer, Integer> alike = begins.getOrDefault(row.labelCell(), begins.getOrDefault(-1, Map.of()));
        return alike.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(most -> OptionalInt.of(most.getKey()))
                .orElse(OptionalInt.empty());
    }
}
