package io.mingjian.tables;

import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rows with fewer values than columns, of a table whose empty cells left no trace. What the sums of all such
/// rows say of the last column, the total, holds for each of them: it is the one that is written, or the one
/// that is not. Where each row has a single value and the sums down the columns hold, the totals alone are
/// written.
final class ShortRows {
    /// So many rows that contradict a sum are no chance.
    private static final int NO_CHANCE = 2;
    /// A number that is a total for no other reason than that the sums down the column hold: they would hold
    /// of any one column alone.
    private static final double UNNAMED = 0.6;

    /// Which values such rows have.
    private enum Habit {
        /// The last one is the sum of the others.
        TOTAL_IS_LAST,
        /// Nothing else.
        TOTAL_IS_ALONE,
        /// All but the total.
        TOTAL_IS_BLANK,
        /// Nothing can be told.
        NONE
    }

    private final Habit habit;

    private ShortRows(Habit habit) {
        this.habit = habit;
    }

    static ShortRows of(List<RowAlignment.Match> matches, Sums downColumns) {
        if (downColumns.holdAlone(alone(matches))) {
            return new ShortRows(Habit.TOTAL_IS_ALONE);
        }
        int sums = 0;
        int others = 0;
        int missingOne = 0;
        int all = 0;
        for (RowAlignment.Match match : matches) {
            List<Piece> values = values(match);
            if (values.isEmpty()) {
                continue;
            }
            all++;
            missingOne += values.size() == match.row().columns().size() - 1 ? 1 : 0;
            if (values.size() > 1 && !noughts(values)) {
                boolean sum = ColumnAlignment.addsUp(values, values.size() - 1);
                sums += sum ? 1 : 0;
                others += sum ? 0 : 1;
            }
        }
        if (sums > 0 && others == 0) {
            return new ShortRows(Habit.TOTAL_IS_LAST);
        }
        if (sums == 0 && others >= NO_CHANCE && missingOne == all) {
            return new ShortRows(Habit.TOTAL_IS_BLANK);
        }
        return new ShortRows(Habit.NONE);
    }

    /// The only value of each row, by its id; of no row where one of them has another number of values.
    private static Map<String, BigDecimal> alone(List<RowAlignment.Match> matches) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (RowAlignment.Match match : matches) {
            List<Piece> written = match.source().written();
            boolean several = match.row().columns().size() > 1;
            if (written.size() > 1 || !several) {
                return Map.of();
            }
            BigDecimal value = BigDecimal.ZERO;
            if (!written.isEmpty()) {
                if (!(written.getFirst().content() instanceof Content.Figure figure)
                        || match.source().hasSeparators()) {
                    return Map.of();
                }
                value = figure.value();
            }
            values.put(match.row().label().id(), value);
        }
        return values;
    }

    /// Whether nothing but the totals is written.
    boolean areTotals() {
        return habit == Habit.TOTAL_IS_ALONE;
    }

    /// The pieces of all columns as far as they can be told, the rest unreadable; empty where nothing can be
    /// told.
    ///
    /// @param named whether the head names the total
    Optional<List<Piece>> pieces(RowAlignment.Match match, boolean named) {
        List<Piece> values = areTotals() ? match.source().written() : values(match);
        int columns = match.row().columns().size();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return switch (habit) {
            case TOTAL_IS_LAST ->
                values.size() == 1 || ColumnAlignment.addsUp(values, values.size() - 1)
                        ? Optional.of(totalOnly(values, columns, Unglue.DECODED))
                        : Optional.empty();
            case TOTAL_IS_ALONE -> Optional.of(totalOnly(values, columns, named ? Unglue.DECODED : UNNAMED));
            case TOTAL_IS_BLANK -> Optional.of(withoutTotal(values));
            case NONE -> Optional.empty();
        };
    }

    /// The values of a short row without any trace of empty cells; nothing where it is none.
    private static List<Piece> values(RowAlignment.Match match) {
        List<Piece> values = match.source().values();
        boolean figures = values.stream().allMatch(piece -> piece.content() instanceof Content.Figure);
        boolean isShort = values.size() < match.row().columns().size()
                && !match.source().isGrid()
                && !match.source().hasSeparators();
        return figures && isShort ? values : List.of();
    }

    private static boolean noughts(List<Piece> values) {
        return values.stream()
                .allMatch(piece -> piece.content() instanceof Content.Figure figure
                        && figure.value().signum() == 0);
    }

    private static List<Piece> totalOnly(List<Piece> values, int columns, double doubt) {
        Span written = values.getFirst().span().union(values.getLast().span());
        Span nothing = new Span(written.start(), written.start());
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < columns - 1; i++) {
            pieces.add(
                    values.size() == 1
                            ? new Piece(nothing, i, 1, new Content.Empty())
                            : new Piece(written, i, 1, new Content.Scrawl()));
        }
        pieces.add(doubted(values.getLast(), columns - 1, doubt));
        return pieces;
    }

    private static List<Piece> withoutTotal(List<Piece> values) {
        List<Piece> pieces = new ArrayList<>();
        values.forEach(value -> pieces.add(doubted(value, pieces.size(), Unglue.DECODED)));
        int end = values.getLast().span().end();
        pieces.add(new Piece(new Span(end, end), pieces.size(), 1, new Content.Empty()));
        return pieces;
    }

    private static Piece doubted(Piece piece, int column, double doubt) {
        return new Piece(piece.span(), column, 1, piece.content()).doubted(doubt);
    }
}
