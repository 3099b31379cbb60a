package io.mingjian.tables;

import io.mingjian.tables.Deglue.Groups;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The totals of glued rows in which empty cells leave no trace: how many numbers stand there is not known, but
/// the last is the sum of the others, or stands alone. A total is told where no other one fulfils the sums down
/// the columns, and with it these hold.
final class GluedTotals {
    static final GluedTotals NONE = new GluedTotals(Map.of());

    /// Longer runs have too many readings.
    private static final int LONGEST = 24;

    private static final int LONGEST_NUMBER = 15;

    /// The only total that is left, by row id.
    private final Map<String, Long> totals;

    private GluedTotals(Map<String, Long> totals) {
        this.totals = totals;
    }

    /// @param known  the values of the rows that are not glued, the total last
    /// @param blanks the rows in which nothing is written
    static GluedTotals of(
            List<Unglue.GluedRow> glued,
            Map<String, List<BigDecimal>> known,
            Set<String> blanks,
            List<Narrowing> downColumns) {
        Map<String, Set<List<Long>>> left = new HashMap<>();
        for (Unglue.GluedRow row : glued) {
            left.put(row.id(), possible(row));
        }
        known.forEach(
                (row, values) -> left.put(row, Set.of(List.of(values.getLast().longValue()))));
        blanks.forEach(row -> left.putIfAbsent(row, Set.of(List.of(0L))));
        boolean narrowed = true;
        while (narrowed) {
            narrowed = false;
            for (Narrowing identity : downColumns) {
                narrowed |= identity.narrow(left);
            }
        }
        Map<String, Long> totals = new HashMap<>();
        downColumns.stream()
                .filter(identity -> identity.isFulfilled(left))
                .flatMap(Narrowing::rows)
                .forEach(row -> left.getOrDefault(row, Set.of()).forEach(total -> totals.put(row, total.getFirst())));
        return new GluedTotals(totals);
    }

    /// What the total of the row could be.
    private static Set<List<Long>> possible(Unglue.GluedRow row) {
        Set<List<Long>> possible = new HashSet<>();
        boolean last = row.columns().getLast().equals(row.form().getLast());
        if (last && row.digits().length() <= LONGEST) {
            alone(row).ifPresent(total -> possible.add(List.of(total)));
            String digits = row.digits().characters();
            for (int[] ends : sums(row)) {
                possible.add(List.of(Deglue.number(digits, ends, ends.length - 1)));
            }
        }
        return possible;
    }

    /// All digits as one number.
    private static Optional<Long> alone(Unglue.GluedRow row) {
        String digits = row.digits().characters();
        boolean one = digits.length() <= LONGEST_NUMBER
                && !row.ends().areSeveral(digits.length())
                && (digits.length() == 1 || digits.charAt(0) != '0')
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return one ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    /// The readings as two numbers and more of which the last is the sum of the others.
    private static List<int[]> sums(Unglue.GluedRow row) {
        List<int[]> sums = new ArrayList<>();
        for (int numbers = 2; numbers <= row.columns().size(); numbers++) {
            sums.addAll(Deglue.readings(row.digits().characters(), Groups.row(numbers), row.ends()));
        }
        return sums;
    }

    /// The pieces of the row with its total; where it stands alone, all others are blank.
    List<Piece> in(Unglue.GluedRow row, List<Piece> pieces) {
        Long total = totals.get(row.id());
        if (total == null) {
            return pieces;
        }
        String digits = row.digits().characters();
        int length = Math.min(digits.length(), total.toString().length());
        boolean mark = Deglue.isMark(digits.charAt(digits.length() - 1));
        Content content =
                mark ? new Content.Dash() : new Content.Figure(BigDecimal.valueOf(total), false, Unglue.DECODED, true);
        Span place = row.digits().span(digits.length() - length, digits.length());
        boolean alone = length == digits.length()
                && sums(row).stream().noneMatch(ends -> Deglue.number(digits, ends, ends.length - 1) == total);
        Stream<Piece> others = pieces.subList(0, pieces.size() - 1).stream();
        Span before = new Span(place.start(), place.start());
        List<Piece> all = new ArrayList<>(
                alone
                        ? others.map(piece -> new Piece(before, piece.column(), 1, new Content.Empty()))
                                .toList()
                        : others.toList());
        all.add(new Piece(place, pieces.getLast().column(), 1, content));
        return all;
    }
}
