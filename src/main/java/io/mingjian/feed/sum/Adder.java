package io.mingjian.feed.sum;

import io.mingjian.store.supervision.CellRow;
import io.mingjian.store.supervision.Layout;
import io.mingjian.store.supervision.Sheet.CellName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Running sums of sheets' cells. Used by one thread.
public final class Adder {
    private final List<Rate> rates;
    private final Map<CellName, Running> sums = new HashMap<>();
    private final List<Running> inOrder = new ArrayList<>();
    private final List<RunningRate> runningRates = new ArrayList<>();

    /// What is worked out once for a layout.
    private final Map<String, Plan> plans = new HashMap<>();

    private int units;

    public Adder(List<Rate> rates) {
        this.rates = List.copyOf(rates);
        rates.forEach(rate -> runningRates.add(new RunningRate(rate)));
    }

    /// The sum of a cell.
    private static final class Running {
        private final CellName key;
        private long whole;
        private BigDecimal rest = BigDecimal.ZERO;
        private int units;

        Running(CellName key) {
            this.key = key;
        }

        void add(CellRow row, int place) {
            long value = row.wholes()[place];
            if (value != CellRow.NONE) {
                whole = Math.addExact(whole, value);
                units++;
                return;
            }
            BigDecimal fraction = row.value(place);
            if (fraction != null) {
                rest = rest.add(fraction);
                units++;
            }
        }

        Totals.Sum sum() {
            return new Totals.Sum(key, units == 0 ? null : rest.add(BigDecimal.valueOf(whole)), units);
        }
    }

    /// Numerator and denominator of a rate.
    private static final class RunningRate {
        private final Rate rate;
        private BigDecimal numerator = BigDecimal.ZERO;
        private BigDecimal denominator = BigDecimal.ZERO;
        private int units;

        RunningRate(Rate rate) {
            this.rate = rate;
        }

        void add(CellRow row, RatePlan plan) {
            BigDecimal above = plan.numerator().value(row);
            BigDecimal below = plan.denominator().value(row);
            if (above != null && below != null) {
                numerator = numerator.add(above);
                denominator = denominator.add(below);
                units++;
            }
        }

        Totals.RateSum sum() {
            return new Totals.RateSum(rate, numerator, denominator, units);
        }
    }

    /// Where the cells of a layout are added: one for each place.
    ///
    /// @param earlier the place of the same cell before it, where a sheet has it twice; else -1
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Plan(Running[] sums, int[] earlier, List<RatePlan> rates) {}

    private record RatePlan(Side numerator, Side denominator) {}

    /// Adds a sheet. Of a cell that a sheet has twice, the first that states a number counts.
    public void add(CellRow row) {
        units++;
        Plan plan = plans.computeIfAbsent(row.layout().id(), id -> plan(row.layout()));
        for (int i = 0; i < plan.sums().length; i++) {
            int earlier = plan.earlier()[i];
            if (earlier < 0 || !row.states(earlier)) {
                plan.sums()[i].add(row, i);
            }
        }
        for (int i = 0; i < runningRates.size(); i++) {
            runningRates.get(i).add(row, plan.rates().get(i));
        }
    }

    private Plan plan(Layout layout) {
        int size = layout.keys().size();
        Running[] to = new Running[size];
        int[] earlier = new int[size];
        Map<CellName, Integer> places = new HashMap<>();
        for (int i = 0; i < size; i++) {
            CellName key = layout.keys().get(i);
            to[i] = sums.computeIfAbsent(key, missing -> {
                Running running = new Running(missing);
                inOrder.add(running);
                return running;
            });
            Integer before = places.putIfAbsent(key, i);
            earlier[i] = before == null ? -1 : before;
        }
        return new Plan(
                to,
                earlier,
                rates.stream()
                        .map(rate ->
                                new RatePlan(Side.of(rate.numerator(), places), Side.of(rate.denominator(), places)))
                        .toList());
    }

    /// What was added so far, the cells in the order of the sheets.
    public Totals totals() {
        return new Totals(
                units,
                inOrder.stream().map(Running::sum).toList(),
                runningRates.stream().map(RunningRate::sum).toList());
    }
}
