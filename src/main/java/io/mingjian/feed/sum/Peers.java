package io.mingjian.feed.sum;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a value stands among those of the unit's like.
///
/// @param own       null where the unit states none
/// @param units     how many state one, the unit itself included
/// @param quartiles the values that a quarter, half and three quarters are at or below; empty where fewer than
///                  [#FEWEST] state one: of two units the quartiles would tell what the other one states
/// @param rank      1 for the greatest; null where there are too few of them to rank, or the unit states none
public record Peers(
        @Nullable BigDecimal own,
        int units,
        List<BigDecimal> quartiles,
        @Nullable Integer rank) {
    /// The fewest values of which quartiles are told.
    public static final int FEWEST = 5;

    public Peers {
        quartiles = List.copyOf(quartiles);
    }

    /// Places a value among all of them, itself included.
    ///
    /// @param values   of all that state one
    /// @param rankFrom how many there must be for a rank
    public static Peers of(@Nullable BigDecimal own, List<BigDecimal> values, int rankFrom) {
        List<BigDecimal> sorted = new ArrayList<>(values);
        sorted.sort(null);
        List<BigDecimal> quartiles = new ArrayList<>();
        for (int quarter = 1; quarter < 4 && sorted.size() >= FEWEST; quarter++) {
            quartiles.add(quantile(sorted, quarter / 4.0));
        }
        Integer rank = null;
        if (own != null && sorted.size() >= rankFrom) {
            rank = 1
                    + (int) sorted.stream()
                            .filter(value -> value.compareTo(own) > 0)
                            .count();
        }
        return new Peers(own, sorted.size(), quartiles, rank);
    }

    /// Between two values in proportion, as spreadsheets have it.
    private static BigDecimal quantile(List<BigDecimal> sorted, double part) {
        double place = part * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        BigDecimal value = sorted.get(below);
        if (below + 1 == sorted.size()) {
            return value;
        }
        BigDecimal step = sorted.get(below + 1).subtract(value);
        return value.add(step.multiply(BigDecimal.valueOf(place - below), MathContext.DECIMAL64));
    }
}
