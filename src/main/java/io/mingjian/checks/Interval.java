package io.mingjian.checks;

import io.mingjian.metrics.Approximation;
import io.mingjian.metrics.Fact;
import io.mingjian.text.CanonicalText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The numbers that a statement may mean, both ends included; no upper end where it is null.
record Interval(BigDecimal low, @Nullable BigDecimal high) {
    /// What a fact may mean. How far 余 or 约 reaches is read from the number as it is rounded: 18万余 is below 19万,
    /// 320余 below 330.
    static Interval of(Fact fact, CanonicalText text) {
        Approximation approximation = fact.approximation();
        BigDecimal value = fact.value();
        if (approximation == null) {
            return written(value, text.quote(fact.valueSpan()));
        }
        BigDecimal step = lastDigit(value);
        return switch (approximation) {
            case ABOUT -> new Interval(value.subtract(step), value.add(step));
            case OVER -> new Interval(value, value.add(step));
            case UNDER -> new Interval(value.subtract(step), value);
            case AT_LEAST -> new Interval(value, null);
        };
    }

    /// A number in 万 or 亿 is rounded to its last digit: 1.2万 is anything from 11500 to 12500, 12000 is itself.
    private static Interval written(BigDecimal value, String quote) {
        if (quote.indexOf('万') < 0 && quote.indexOf('亿') < 0) {
            return new Interval(value, value);
        }
        BigDecimal half = lastDigit(value).divide(BigDecimal.TWO);
        return new Interval(value.subtract(half), value.add(half));
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
