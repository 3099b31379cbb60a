package io.mingjian.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Adds up digits and scale words in the order they are read: 五万四千六 is ((5) × 10⁴) + (4 × 10³) + 6 × 10².
final class PlaceValue {
    /// Nothing is counted with more of 万, 亿 and 兆; the bound keeps the number small.
    private static final int MAX_BIGS = 6;

    /// What 万, 亿 and 兆 have closed.
    private BigDecimal closed = BigDecimal.ZERO;
    /// What 十, 百 and 千 have closed since.
    private BigDecimal section = BigDecimal.ZERO;
    /// The number that no scale has closed yet.
    private @Nullable BigDecimal pending;

    /// The last scale, which a single digit at the end takes a tenth of: 一百二 is 120.
    private BigDecimal lastScale = BigDecimal.ONE;
    private int lastBig = Integer.MAX_VALUE;
    private int lastSmall = Integer.MAX_VALUE;
    private int pendingDigits;
    private boolean zeroBefore;
    private boolean any;
    private boolean betweenNeighbours;
    private int bigs;

    boolean isEmpty() {
        return !any;
    }

    /// Whether a new number may follow: nothing is pending.
    boolean awaitsDigit() {
        return pending == null;
    }

    /// How many Chinese digits wait for a scale, one after the other.
    int pendingDigits() {
        return pendingDigits;
    }

    /// Adds a Chinese digit; true where it lengthens a string of digits.
    boolean digit(int digit) {
        any = true;
        if (pending != null) {
            pending = pending.movePointRight(1).add(BigDecimal.valueOf(digit));
            pendingDigits++;
            return true;
        }
        if (digit == 0 && (closed.signum() > 0 || section.signum() > 0)) {
            zeroBefore = true;
            return false;
        }
        pending = BigDecimal.valueOf(digit);
        pendingDigits = 1;
        return false;
    }

    void arabic(BigDecimal number) {
        any = true;
        pending = number;
        pendingDigits = 0;
    }

    boolean fused(int tens) {
        if (lastSmall <= 10) {
            return false;
        }
        any = true;
        section = section.add(BigDecimal.valueOf(tens));
        lastSmall = 10;
        lastScale = BigDecimal.ONE;
        return true;
    }

    /// Whether two neighbours stood before a scale: 二三十 is 20 to 30, and read as 20.
    boolean isBetweenNeighbours() {
        return betweenNeighbours;
    }

    /// Takes the lower of the two neighbours that wait for a scale; false where other digits wait there.
    private boolean takeLower() {
        if (pendingDigits != 2 || pending == null) {
            return pendingDigits < 2;
        }
        BigDecimal[] digits = pending.divideAndRemainder(BigDecimal.TEN);
        if (digits[0].signum() == 0 || digits[1].subtract(digits[0]).compareTo(BigDecimal.ONE) != 0) {
            return false;
        }
        pending = digits[0];
        betweenNeighbours = true;
        return true;
    }

    boolean small(int scale) {
        if (pending != null && pending.signum() == 0 && pendingDigits == 1) {
            // 零十 is 10
            clearPending();
        }
        if (scale < lastSmall && !takeLower()) {
            return false;
        }
        if (scale >= lastSmall || (pending == null && section.signum() > 0 && !zeroBefore)) {
            return false;
        }
        any = true;
        section = section.add(orOne(pending).multiply(BigDecimal.valueOf(scale)));
        lastSmall = scale;
        lastScale = BigDecimal.valueOf(scale);
        clearPending();
        return true;
    }

    boolean big(int power) {
        if (++bigs > MAX_BIGS) {
            return false;
        }
        takeLower();
        BigDecimal rest = section.add(pending == null ? BigDecimal.ZERO : pending);
        if ((rest.signum() == 0 && pending == null) || power > lastBig) {
            // 万亿, 万万: the scale takes everything before it
            closed = closed.add(rest).scaleByPowerOfTen(power);
        } else {
            closed = closed.add(rest.scaleByPowerOfTen(power));
        }
        section = BigDecimal.ZERO;
        lastBig = power;
        lastSmall = Integer.MAX_VALUE;
        lastScale = BigDecimal.ONE.scaleByPowerOfTen(power);
        clearPending();
        return true;
    }

    /// Adds the decimals behind a point.
    void decimals(BigDecimal decimals) {
        pending = tail().add(decimals);
        pendingDigits = 0;
    }

    BigDecimal total() {
        return closed.add(section).add(tail());
    }

    private BigDecimal tail() {
        if (pending == null) {
            return BigDecimal.ZERO;
        }
        boolean takesNextScale = pendingDigits == 1 && !zeroBefore && lastScale.compareTo(BigDecimal.TEN) > 0;
        return takesNextScale ? pending.multiply(lastScale).movePointLeft(1) : pending;
    }

    private void clearPending() {
        pending = null;
        pendingDigits = 0;
        zeroBefore = false;
    }

    private static BigDecimal orOne(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ONE : number;
    }
}
