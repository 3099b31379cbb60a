package io.mingjian.feed.sum;

import io.mingjian.store.supervision.Sheet.CellName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sums over some units.
///
/// @param units how many sheets were added
public record Totals(int units, List<Sum> sums, List<RateSum> rates) {
    public Totals {
        sums = List.copyOf(sums);
        rates = List.copyOf(rates);
    }

    /// The sum of a cell.
    ///
    /// @param value null where no unit states a number
    /// @param units how many state one
    public record Sum(CellName key, @Nullable BigDecimal value, int units) {}

    /// A rate over several units.
    ///
    /// @param units how many state all that it is made of; numerator and denominator are theirs
    public record RateSum(Rate rate, BigDecimal numerator, BigDecimal denominator, int units) {
        private static final int DIGITS = 6;

        /// As a fraction of 1; null where the denominator is not positive.
        public @Nullable BigDecimal value() {
            return quotient(numerator, denominator);
        }

        static @Nullable BigDecimal quotient(BigDecimal numerator, BigDecimal denominator) {
            return denominator.signum() > 0 ? numerator.divide(denominator, DIGITS, RoundingMode.HALF_UP) : null;
        }
    }

    /// The sum of a cell; null where no unit states it.
    public @Nullable BigDecimal value(CellName key) {
        return sums.stream()
                .filter(sum -> sum.key().equals(key))
                .findFirst()
                .map(Sum::value)
                .orElse(null);
    }
}
