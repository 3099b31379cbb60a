package io.mingjian.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// A column between labels and values that numbers the rows (行次): one value more than the form has columns
/// in every row, and the first counts up from row to row.
///
/// @param rows    all rows, those without their ordinals
/// @param matches the same
record Ordinals(List<PieceRow> rows, List<RowAlignment.Match> matches) {
    /// Fewer rows that count up are no surprise.
    private static final int LEAST = 5;

    /// The rows and matches without ordinals, as they are where there are none.
    static Ordinals without(List<PieceRow> rows, List<RowAlignment.Match> matches) {
        return matches.size() >= LEAST && countUp(matches) ? dropped(rows, matches) : new Ordinals(rows, matches);
    }

    private static boolean countUp(List<RowAlignment.Match> matches) {
        BigDecimal before = null;
        for (RowAlignment.Match match : matches) {
            List<Piece> values = match.source().values();
            boolean one = values.size() == match.row().columns().size() + 1
                    && values.getFirst().content() instanceof Content.Figure;
            if (!one) {
                return false;
            }
            BigDecimal ordinal = ((Content.Figure) values.getFirst().content()).value();
            if (before != null && ordinal.compareTo(before.add(BigDecimal.ONE)) != 0) {
                return false;
            }
            before = ordinal;
        }
        return true;
    }

    private static Ordinals dropped(List<PieceRow> rows, List<RowAlignment.Match> matches) {
        IdentityHashMap<PieceRow, PieceRow> without = new IdentityHashMap<>();
        List<RowAlignment.Match> left = new ArrayList<>();
        for (RowAlignment.Match match : matches) {
            PieceRow source = match.source();
            Piece ordinal = source.values().getFirst();
            PieceRow row = PieceRow.of(
                    source.pieces().stream()
                            .filter(piece -> !piece.equals(ordinal))
                            .toList(),
                    source.parting());
            without.put(source, row);
            left.add(new RowAlignment.Match(row, match.row(), match.fit(), match.lead()));
        }
        return new Ordinals(
                rows.stream().map(row -> without.getOrDefault(row, row)).toList(), left);
    }
}
