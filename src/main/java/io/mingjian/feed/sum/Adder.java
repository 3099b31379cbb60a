package io.mingjian.feed.sum;

import io.mingjian.store.supervision.CellRow;
import io.mingjian.store.supervision.Layout;
import io.mingjian.store.supervision.Sheet.Key;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Running sums of sheets' cells. Used by one thread.
///
/// Whole numbers are added as such: of two hundred cells a sheet nearly all are small counts.
public final class Adder {
    private final List<Rate> rates;
    private final Map<Key, Integer> places = new HashMap<>();
    private final List<Running> sums = new ArrayList<>();
    private final BigDecimal[] numerators;
    private final BigDecimal[] denominators;
    private final int[] stating;

    /// Where a layout's cells are added; worked out once for each layout.
    private final Map<String, int[]> known = new HashMap<>();

    private int units;

    public Adder(List<Rate> rates) {
        this.rates = List.copyOf(rates);
        this.numerators = zeros(rates.size());
        this.denominators = zeros(rates.size());
        this.stating = new int[rates.size()];
    }

    private static BigDecimal[] zeros(int count) {
        BigDecimal[] zeros = new BigDecimal[count];
        java.util.Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    private static final class Running {
        private final Key key;
        private long whole;
        private BigDecimal rest = BigDecimal.ZERO;
        private int units;

        Running(Key key) {
            this.key = key;
        }

        void add(BigDecimal value) {
            if (value.scale() == 0 && value.precision() < 15) {
                whole += value.longValue();
            } else {
                rest = rest.add(value);
            }
            units++;
        }

        Totals.Sum sum() {
            return new Totals.Sum(key, units == 0 ? null : rest.add(BigDecimal.valueOf(whole)), units);
        }
    }

    /// Adds a sheet. Of a cell that a sheet has twice, the first that states a number counts.
    public void add(CellRow row) {
        units++;
        int[] to = known.computeIfAbsent(row.layout().id(), id -> places(row.layout()));
        @Nullable BigDecimal[] values = row.values();
        @Nullable BigDecimal[] own = new @Nullable BigDecimal[sums.size()];
        for (int i = 0; i < values.length; i++) {
            BigDecimal value = values[i];
            if (value != null && own[to[i]] == null) {
                own[to[i]] = value;
                sums.get(to[i]).add(value);
            }
        }
        for (int i = 0; i < rates.size(); i++) {
            addRate(i, own);
        }
    }

    private int[] places(Layout layout) {
        int[] to = new int[layout.keys().size()];
        for (int i = 0; i < to.length; i++) {
            Key key = layout.keys().get(i);
            to[i] = places.computeIfAbsent(key, missing -> {
                sums.add(new Running(missing));
                return sums.size() - 1;
            });
        }
        return to;
    }

    private void addRate(int number, @Nullable BigDecimal[] own) {
        Rate rate = rates.get(number);
        BigDecimal numerator = Rate.side(rate.numerator(), key -> value(key, own));
        BigDecimal denominator = Rate.side(rate.denominator(), key -> value(key, own));
        if (numerator != null && denominator != null) {
            numerators[number] = numerators[number].add(numerator);
            denominators[number] = denominators[number].add(denominator);
            stating[number]++;
        }
    }

    private @Nullable BigDecimal value(Key key, @Nullable BigDecimal[] own) {
        Integer place = places.get(key);
        return place == null || place >= own.length ? null : own[place];
    }

    /// What was added so far, the cells in the order of the sheets.
    public Totals totals() {
        List<Totals.RateSum> all = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            all.add(new Totals.RateSum(rates.get(i), numerators[i], denominators[i], stating[i]));
        }
        return new Totals(units, sums.stream().map(Running::sum).toList(), all);
    }
}
