package io.mingjian.tables;

import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Which values of a row belong to which columns, where the source has no columns of its own.
///
/// There are as many values as columns, or more pieces than columns because the row has blanks around it, or fewer
/// because cells are missing. Of several windows over the pieces the one wins that leaves no value out, adds up,
/// begins where those of other rows do, and begins behind the label.
final class ColumnAlignment {
    private static final double ADDS_UP = 4;
    private static final double WHERE_OTHERS_BEGIN = 3;
    /// A value that stands alone in its row is rather the total than one of those that it would be the sum of.
    private static final double TOTAL_ALONE = 4.5;
    private static final double BEHIND_LABEL = 2;
    private static final double AT_END = 1;

    private final int columns;
    private final int total;
    private final Optional<CellOrder.Begin> begin;

    /// @param total index of the column that is the sum of the others
    ColumnAlignment(int columns, int total) {
        this(columns, total, Optional.empty());
    }

    /// @param begin the cell in which the values of other rows begin, counted from the start of the line
    ColumnAlignment(int columns, int total, Optional<CellOrder.Begin> begin) {
        this.columns = columns;
        this.total = total;
        this.begin = begin;
    }

    /// The cell in which the values begin, where the row leaves no choice.
    OptionalInt begin(List<Piece> pieces) {
        return pieces.size() == columns
                        || (lastWritten(pieces) - firstWritten(pieces) == columns - 1 && firstWritten(pieces) >= 0)
                ? OptionalInt.of(pieces.get(pieces.size() == columns ? 0 : firstWritten(pieces))
                        .column())
                : OptionalInt.empty();
    }

    /// The pieces of the columns in order, those less sure that might as well stand elsewhere; empty where the row
    /// cannot be told apart without guessing.
    Optional<List<Piece>> assign(List<Piece> pieces) {
        int firstWritten = firstWritten(pieces);
        int lastWritten = lastWritten(pieces);
        if (pieces.size() < columns) {
            return firstWritten < 0 && !pieces.isEmpty() ? Optional.of(padded(pieces)) : Optional.empty();
        }
        if (firstWritten < 0) {
            return Optional.of(pieces.subList(0, columns));
        }
        if (lastWritten - firstWritten >= columns) {
            List<Piece> written =
                    pieces.stream().filter(piece -> piece.content().isWritten()).toList();
            return written.size() == columns ? Optional.of(written) : Optional.empty();
        }
        int best = -1;
        double bestValue = -1;
        int first = Math.max(0, lastWritten - columns + 1);
        int last = Math.min(firstWritten, pieces.size() - columns);
        for (int start = first; start <= last; start++) {
            double value = value(pieces, start);
            if (value > bestValue) {
                best = start;
                bestValue = value;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        List<Piece> window = pieces.subList(best, best + columns);
        boolean sure = first == last || (columns > 1 && says(window) && addsUp(window, total)) || beginsAsAll(window);
        return Optional.of(
                sure
                        ? window
                        : window.stream()
                                .map(piece -> piece.doubted(Unglue.DECODED))
                                .toList());
    }

    private boolean beginsAsAll(List<Piece> window) {
        return begin.isPresent()
                && begin.get().unanimous()
                && begin.get().cell() == window.getFirst().column();
    }

    private double value(List<Piece> pieces, int start) {
        double value = start == 0 ? BEHIND_LABEL : 0;
        value += begin.isPresent() && pieces.get(start).column() == begin.get().cell() ? WHERE_OTHERS_BEGIN : 0;
        value += start + columns == pieces.size() ? AT_END : 0;
        List<Piece> window = pieces.subList(start, start + columns);
        long written =
                pieces.stream().filter(piece -> piece.content().isWritten()).count();
        value += columns > 1 && written == 1 && window.get(total).content().isWritten() ? TOTAL_ALONE : 0;
        return value + (says(window) && addsUp(window, total) ? ADDS_UP : 0);
    }

    /// That noughts add up says nothing.
    static boolean says(List<Piece> window) {
        return window.stream()
                .anyMatch(piece -> piece.content() instanceof Content.Figure figure
                        && figure.value().signum() != 0);
    }

    /// Whether the piece at the index is the sum of the others, blanks left out; never where there is none.
    static boolean addsUp(List<Piece> pieces, int total) {
        if (pieces.size() < 2 || total < 0 || !(pieces.get(total).content() instanceof Content.Figure stated)) {
            return false;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < pieces.size(); i++) {
            if (i != total && pieces.get(i).content() instanceof Content.Figure number) {
                sum = sum.add(number.value());
            }
        }
        return stated.value().compareTo(sum) == 0;
    }

    private static int firstWritten(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).content().isWritten()) {
                return i;
            }
        }
        return -1;
    }

    private static int lastWritten(List<Piece> pieces) {
        for (int i = pieces.size() - 1; i >= 0; i--) {
            if (pieces.get(i).content().isWritten()) {
                return i;
            }
        }
        return -1;
    }

    /// Blanks that were trimmed away at the end of a line are blanks all the same.
    private List<Piece> padded(List<Piece> blanks) {
        List<Piece> padded = new ArrayList<>(blanks);
        while (padded.size() < columns) {
            Span end = new Span(
                    padded.getLast().span().end(), padded.getLast().span().end());
            padded.add(new Piece(end, padded.size(), 1, new Content.Empty()));
        }
        return padded;
    }
}
