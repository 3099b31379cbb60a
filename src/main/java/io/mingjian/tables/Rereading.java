package io.mingjian.tables;

import io.mingjian.tables.Deglue.Groups;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import io.mingjian.text.Squashed;
import java.util.BitSet;
import java.util.List;

/// Reads a row again whose values, only kept apart by blanks, are more or fewer than its columns: a blank stands
/// within a number (1 5 for 15) or is missing between two (00 for 0 0).
///
/// What was read plainly stays: numbers are only joined where there are too many and only parted where there are
/// too few, and only so that the last is the sum of the others. Fewer numbers that add up as they stand are no
/// fault of the reading: cells are blank, and nothing tells which.
final class Rereading {
    /// More numbers to join or to part than these make another row of it.
    private static final int MOST = 3;

    private Rereading() {}

    /// The possible readings of the values as `columns` pieces.
    static List<List<Piece>> of(CanonicalText text, List<Piece> values, int columns) {
        int surplus = values.size() - columns;
        boolean plain = !values.isEmpty()
                && values.stream()
                        .allMatch(piece -> piece.content() instanceof Content.Figure figure
                                && !figure.withUnit()
                                && figure.doubt() == 1);
        if (!plain || surplus == 0 || Math.abs(surplus) > MOST) {
            return List.of();
        }
        Span span = values.getFirst().span().union(values.getLast().span());
        Squashed digits = Squashed.of(text, span);
        BitSet ends = new BitSet();
        for (Piece value : values) {
            for (int i = 1; i <= digits.length(); i++) {
                if (digits.offset(i - 1) + 1 == value.span().end()) {
                    ends.set(i);
                }
            }
        }
        if (surplus < 0) {
            boolean whole = ColumnAlignment.addsUp(values, values.size() - 1);
            return whole ? List.of() : readings(digits, columns, new Ends(ends, new BitSet()));
        }
        BitSet within = (BitSet) ends.clone();
        within.flip(0, digits.length() + 1);
        return readings(digits, columns, new Ends(new BitSet(), within));
    }

    private static List<List<Piece>> readings(Squashed digits, int columns, Ends ends) {
        return Deglue.readings(digits.characters(), Groups.row(columns), ends).stream()
                .map(reading -> Unglue.pieces(digits, reading))
                .toList();
    }
}
