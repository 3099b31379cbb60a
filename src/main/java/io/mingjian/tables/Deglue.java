package io.mingjian.tables;

import java.util.ArrayList;
import java.util.List;

/// Takes numbers apart that were written without anything between them: 15130000154 is 151, 3, 0, 0, 0, 0, 154,
/// because only so the last is the sum of the others. A mark that there is nothing to state, `/` or `-`, stands
/// for itself and counts as nothing.
final class Deglue {
    /// Longer runs of digits have too many readings to be worth trying.
    private static final int LONGEST = 60;
    /// More readings than these are as good as none.
    private static final int MOST = 256;
    /// Bounds the search itself, whatever the digits.
    private static final int MOST_STEPS = 200_000;

    private static final int LONGEST_NUMBER = 15;

    private final String digits;
    private final int groups;
    private final int size;
    private final boolean[] mustEnd;
    private final List<int[]> readings = new ArrayList<>();
    private final int[] ends;
    private int steps;

    private Deglue(String digits, int groups, int size, boolean[] mustEnd) {
        this.digits = digits;
        this.groups = groups;
        this.size = size;
        this.mustEnd = mustEnd;
        this.ends = new int[groups * size];
    }

    /// All readings of the digits as `groups` groups of `size` numbers, in each of which the last is the sum of
    /// the others.
    ///
    /// A reading is the list of where its numbers end. Empty where there is none, or too many to search.
    static List<int[]> readings(String digits, int groups, int size) {
        return readings(digits, groups, size, new boolean[digits.length() + 1]);
    }

    /// The readings in which a number ends before each index that `mustEnd` marks.
    static List<int[]> readings(String digits, int groups, int size, boolean[] mustEnd) {
        int numbers = groups * size;
        boolean other = digits.chars().anyMatch(c -> (c < '0' || c > '9') && !isMark((char) c));
        if (other || digits.length() < numbers || digits.length() > LONGEST) {
            return List.of();
        }
        Deglue search = new Deglue(digits, groups, size, mustEnd);
        search.next(0, 0, 0);
        boolean exhausted = search.steps < MOST_STEPS && search.readings.size() < MOST;
        return exhausted ? search.readings : List.of();
    }

    static boolean isMark(char c) {
        return c == '/' || c == '-';
    }

    /// The number that ends at `ends[index]`; 0 for a mark.
    static long number(String digits, int[] ends, int index) {
        int start = index == 0 ? 0 : ends[index - 1];
        return isMark(digits.charAt(start)) ? 0 : Long.parseLong(digits.substring(start, ends[index]));
    }

    private void next(int index, int start, long sum) {
        if (++steps >= MOST_STEPS || readings.size() >= MOST) {
            return;
        }
        int numbers = groups * size;
        if (index == numbers) {
            if (start == digits.length()) {
                readings.add(ends.clone());
            }
            return;
        }
        boolean isSum = index % size == size - 1;
        int latest = digits.length() - (numbers - index - 1);
        long value = 0;
        for (int end = start + 1; end <= latest && end - start <= LONGEST_NUMBER; end++) {
            boolean mark = isMark(digits.charAt(end - 1));
            if (mark && end > start + 1) {
                break;
            }
            value = mark ? 0 : value * 10 + (digits.charAt(end - 1) - '0');
            boolean right = !isSum || value == sum;
            if (right) {
                ends[index] = end;
                next(index + 1, end, isSum ? 0 : sum + value);
            }
            boolean leadingZero = digits.charAt(start) == '0';
            if (mark || leadingZero || mustEnd[end] || (isSum && value >= sum)) {
                break;
            }
        }
    }
}
