package io.mingjian.web.overview;

import io.mingjian.feed.sum.Rate;
import io.mingjian.feed.sum.Totals;
import io.mingjian.store.supervision.Sheet.CellName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure that can be summed up the tree.
public sealed interface Measure {
    /// As addresses name it.
    String id();

    /// As the form prints it.
    String name();

    /// The figure over some units.
    Reading read(Totals totals);

    /// A figure over some units.
    ///
    /// @param value  null where nobody states it
    /// @param parts  numerator and denominator of a rate, else null
    /// @param units  how many state it
    record Reading(@Nullable BigDecimal value, @Nullable Parts parts, int units) {
        /// As people read it.
        public @Nullable String shown() {
            if (value == null) {
                return null;
            }
            return parts == null
                    ? value.stripTrailingZeros().toPlainString()
                    : value.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
        }
    }

    /// What a rate is made of.
    record Parts(BigDecimal numerator, BigDecimal denominator) {
        @Override
        public String toString() {
            return numerator.stripTrailingZeros().toPlainString() + "/"
                    + denominator.stripTrailingZeros().toPlainString();
        }
    }

    /// Cells that are added. A unit states the figure as far as it states any of them; how many do is told for
    /// the cell that the fewest state.
    record OfCells(String id, String name, List<CellName> cells) implements Measure {
        public OfCells {
            cells = List.copyOf(cells);
        }

        @Override
        public Reading read(Totals totals) {
            BigDecimal sum = null;
            int fewest = Integer.MAX_VALUE;
            for (CellName cell : cells) {
                Totals.Sum one = totals.sums().stream()
                        .filter(found -> found.key().equals(cell))
                        .findFirst()
                        .orElse(new Totals.Sum(cell, null, 0));
                BigDecimal value = one.value();
                if (value != null) {
                    sum = sum == null ? value : sum.add(value);
                }
                fewest = Math.min(fewest, one.units());
            }
            return new Reading(sum, null, fewest);
        }
    }

    /// A rate of the model.
    record OfRate(Rate rate) implements Measure {
        static final String PREFIX = "rate/";

        @Override
        public String id() {
            return PREFIX + rate.id();
        }

        @Override
        public String name() {
            return rate.name();
        }

        @Override
        public Reading read(Totals totals) {
            return totals.rates().stream()
                    .filter(sum -> sum.rate().equals(rate))
                    .findFirst()
                    .map(sum -> new Reading(sum.value(), new Parts(sum.numerator(), sum.denominator()), sum.units()))
                    .orElse(new Reading(null, null, 0));
        }
    }
}
