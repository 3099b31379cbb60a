package io.mingjian.tables;

import java.util.ArrayList;
import java.util.List;

/// Takes numbers apart that were written without anything between them: 15130000154 is 151, 3, 0, 0, 0, 0, 154,
/// because only so the last is the sum of the others. A mark that there is nothing to state, `/` or `-`, stands
/// for itself and counts as nothing; only where no sum holds may `-` be a sign, too.
final class Deglue {
    /// Longer runs of digits have too many readings to be worth trying.
    private static final int LONGEST = 60;
    /// More readings than these are as good as none.
    private static final int MOST = 2_000;
    /// Bounds the search itself, whatever the digits.
    private static final int MOST_STEPS = 200_000;

    private static final int LONGEST_NUMBER = 15;

    private final String digits;
    private final Groups groups;
    private final Ends known;
    private final List<int[]> readings = new ArrayList<>();
    private final int[] ends;
    private int steps;

    private Deglue(String digits, Groups groups, Ends known) {
        this.digits = digits;
        this.groups = groups;
        this.known = known;
        this.ends = new int[groups.numbers()];
    }

    /// Groups of as many numbers each.
    ///
    /// @param total index of the number in its group that is the sum of the others, or [#NO_TOTAL]
    /// @param free  index of a group that need not add up, or [#NONE]
    record Groups(int count, int size, int total, int free) {
        static final int NO_TOTAL = -1;
        static final int NONE = -1;

        Groups(int count, int size, int total) {
            this(count, size, total, NONE);
        }

        /// One group whose last number is the total.
        static Groups row(int size) {
            return new Groups(1, size, size - 1);
        }

        int numbers() {
            return count * size;
        }

        /// Whether the number at the index stands in a group that must add up.
        boolean addUp(int index) {
            return total >= 0 && index / size != free;
        }
    }

    /// All readings of the digits as these groups of numbers.
    ///
    /// A reading is the list of where its numbers end. Empty where there is none, or too many to search.
    static List<int[]> readings(String digits, Groups groups) {
        return readings(digits, groups, Ends.UNKNOWN);
    }

    /// The readings whose numbers end where it is known.
    static List<int[]> readings(String digits, Groups groups, Ends known) {
        boolean other = digits.indexOf('.') >= 0;
        if (other || digits.length() < groups.numbers() || digits.length() > LONGEST) {
            return List.of();
        }
        Deglue search = new Deglue(digits, groups, known);
        search.next(0, 0, 0);
        boolean exhausted = search.steps < MOST_STEPS && search.readings.size() < MOST;
        return exhausted ? search.readings : List.of();
    }

    /// Whatever is neither a digit nor a point.
    static boolean isMark(char c) {
        return (c < '0' || c > '9') && c != '.';
    }

    /// The number that ends at `ends[index]`; 0 for a mark.
    static long number(String digits, int[] ends, int index) {
        int start = index == 0 ? 0 : ends[index - 1];
        boolean mark = ends[index] == start + 1 && isMark(digits.charAt(start));
        return mark ? 0 : Long.parseLong(digits.substring(start, ends[index]));
    }

    /// @param balance the sum of the group's numbers so far, less its total where that came before
    private void next(int index, int start, long balance) {
        if (++steps >= MOST_STEPS || readings.size() >= MOST) {
            return;
        }
        if (index == groups.numbers()) {
            if (start == digits.length()) {
                readings.add(ends.clone());
            }
            return;
        }
        boolean sign = groups.total() < 0 && digits.charAt(start) == '-';
        int latest = Math.min(digits.length() - (groups.numbers() - index - 1), start + LONGEST_NUMBER);
        long value = 0;
        for (int end = start + 1; end <= latest; end++) {
            char c = digits.charAt(end - 1);
            boolean mark = isMark(c);
            if (mark && end > start + 1) {
                break;
            }
            value = mark ? 0 : value * 10 + (c - '0');
            long after = after(index, balance, value);
            if (known.mayEnd(end) && isPossible(index, after)) {
                ends[index] = end;
                next(index + 1, end, endsGroup(index) ? 0 : after);
            }
            boolean noLonger = mark ? !sign || isZero(end) : !sign && digits.charAt(start) == '0';
            if (noLonger || known.mustEnd(end) || isTooMuch(index, after)) {
                break;
            }
        }
    }

    private boolean isZero(int index) {
        return index < digits.length() && digits.charAt(index) == '0';
    }

    private boolean endsGroup(int index) {
        return index % groups.size() == groups.size() - 1;
    }

    private long after(int index, long balance, long value) {
        return index % groups.size() == groups.total() ? balance - value : balance + value;
    }

    private boolean isPossible(int index, long balance) {
        return !groups.addUp(index) || !endsGroup(index) || balance == 0;
    }

    /// Whether a longer number cannot balance any more: the total at the end is more than the others, or the
    /// others are more than the total before them.
    private boolean isTooMuch(int index, long balance) {
        int place = index % groups.size();
        boolean last = groups.total() == groups.size() - 1;
        return groups.addUp(index)
                && ((last && place == groups.total() && balance <= 0) || (place > groups.total() && balance > 0));
    }
}
