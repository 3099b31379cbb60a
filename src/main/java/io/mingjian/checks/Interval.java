package io.mingjian.checks;

import io.mingjian.metrics.Approximation;
import io.mingjian.metrics.Fact;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The numbers that a statement may mean, both ends included; no upper end where it is null.
record Interval(BigDecimal low, @Nullable BigDecimal high) {
    /// What a fact may mean. How far 余 or 约 reaches is read from the number as it is rounded: 18万余 is below 19万,
    /// 320余 below 330.
    static Interval of(Fact fact) {
        Approximation approximation = fact.approximation();
        BigDecimal value = fact.value();
        if (approximation == null) {
            return new Interval(value, value);
        }
        BigDecimal step = lastDigit(value);
        return switch (approximation) {
            case ABOUT -> new Interval(value.subtract(step), value.add(step));
            case OVER -> new Interval(value, value.add(step));
            case UNDER -> new Interval(value.subtract(step), value);
            case AT_LEAST -> new Interval(value, null);
        };
    }

    boolean contains(BigDecimal number) {
        return low.compareTo(number) <= 0 && (high == null || number.compareTo(high) <= 0);
    }

    /// The worth of the last digit that is not 0: 10000 for 180000, 0.1 for 2.5.
    private static BigDecimal lastDigit(BigDecimal value) {
        return value.signum() == 0
                ? BigDecimal.ZERO
                : BigDecimal.ONE.scaleByPowerOfTen(-value.stripTrailingZeros().scale());
    }
}
