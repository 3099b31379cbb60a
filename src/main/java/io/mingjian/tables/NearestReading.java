package io.mingjian.tables;

import io.mingjian.tables.Unglue.GluedRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a glued row that adds up in no way most likely ends its numbers: as a sum down the columns wants them all,
/// or all but one. Nothing is stated of such a row; it is told what its digits come nearest to, so that whoever
/// wrote them can see which sum does not hold.
final class NearestReading {
    private final GluedRow row;
    private final String digits;
    private final Set<List<Integer>> found = new LinkedHashSet<>();

    private NearestReading(GluedRow row) {
        this.row = row;
        this.digits = row.digits().characters();
    }

    /// A piece a column, each with its one candidate; none where no such reading, or more than one, is left.
    ///
    /// @param left what is left of the readings of all rows, in the order of the form
    static List<Piece> of(GluedRow row, Map<String, Set<List<Long>>> left, List<Narrowing> downColumns) {
        NearestReading reading = new NearestReading(row);
        for (Narrowing identity : downColumns) {
            identity.wanted(row.id(), left).ifPresent(reading::compare);
        }
        return reading.found.size() == 1
                ? reading.pieces(reading.found.iterator().next())
                : List.of();
    }

    /// @param wanted in the order of the form
    private void compare(List<Long> wanted) {
        List<String> numbers = row.columns().stream()
                .map(column -> String.valueOf(wanted.get(row.form().indexOf(column))))
                .toList();
        if (digits.equals(String.join("", numbers))) {
            found.add(ends(numbers));
        }
        for (int free = 0; free < numbers.size(); free++) {
            String before = String.join("", numbers.subList(0, free));
            String behind = String.join("", numbers.subList(free + 1, numbers.size()));
            boolean around = digits.length() > before.length() + behind.length()
                    && digits.startsWith(before)
                    && digits.endsWith(behind);
            if (around) {
                String number = digits.substring(before.length(), digits.length() - behind.length());
                List<String> all = new ArrayList<>(numbers);
                all.set(free, number);
                if (isNumber(number)) {
                    found.add(ends(all));
                }
            }
        }
    }

    private static boolean isNumber(String digits) {
        return digits.chars().allMatch(c -> c >= '0' && c <= '9') && (digits.length() == 1 || digits.charAt(0) != '0');
    }

    private static List<Integer> ends(List<String> numbers) {
        List<Integer> ends = new ArrayList<>();
        int end = 0;
        for (String number : numbers) {
            end += number.length();
            ends.add(end);
        }
        return ends;
    }

    private List<Piece> pieces(List<Integer> ends) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int end : ends) {
            BigDecimal number = new BigDecimal(digits.substring(start, end));
            Content content = new Content.Several(List.of(number));
            pieces.add(new Piece(row.digits().span(start, end), pieces.size(), 1, content));
            start = end;
        }
        return pieces;
    }
}
