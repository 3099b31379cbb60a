package io.mingjian.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Takes numbers apart that were written without anything between them: 15130000154 is 151, 3, 0, 0, 0, 0, 154, because
/// only
/// so the last is the sum of the others.
final class Deglue {
    /// Longer runs of digits have too many readings to be worth trying.
    private static final int LONGEST = 60;
    /// More readings than these are as good as none.
    private static final int MOST = 64;
    /// Bounds the search itself, whatever the digits.
    private static final int MOST_STEPS = 200_000;

    private final String digits;
    private final int groups;
    private final int size;
    private final List<int[]> readings = new ArrayList<>();
    private final int[] ends;
    private int steps;

    private Deglue(String digits, int groups, int size) {
        this.digits = digits;
        this.groups = groups;
        this.size = size;
        this.ends = new int[groups * size];
    }

    /// All readings of the digits as `groups` groups of `size` numbers, in each of which the last is the sum of the
    /// others.
    ///
    /// A reading is the list of where its numbers end. Empty where there is none, or too many to search.
    static List<int[]> readings(String digits, int groups, int size) {
        int numbers = groups * size;
        if (digits.length() < numbers || digits.length() > LONGEST) {
            return List.of();
        }
        Deglue search = new Deglue(digits, groups, size);
        search.next(0, 0, 0);
        boolean exhausted = search.steps < MOST_STEPS && search.readings.size() < MOST;
        return exhausted ? search.readings : List.of();
    }

    /// The number that ends at `ends[index]`.
    static BigDecimal number(String digits, int[] ends, int index) {
        return new BigDecimal(digits.substring(index == 0 ? 0 : ends[index - 1], ends[index]));
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
        for (int end = start + 1; end <= latest && end - start <= 15; end++) {
            value = value * 10 + (digits.charAt(end - 1) - '0');
            boolean right = !isSum || value == sum;
            if (right) {
                ends[index] = end;
                next(index + 1, end, isSum ? 0 : sum + value);
            }
            boolean leadingZero = digits.charAt(start) == '0';
            if (leadingZero || (isSum && value >= sum)) {
                break;
            }
        }
    }
}
