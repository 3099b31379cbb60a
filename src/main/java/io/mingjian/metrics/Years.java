package io.mingjian.metrics;

import io.mingjian.metrics.Quantity.Kind;
import io.mingjian.model.MetricModel.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The calendar years that a passage names, and what it names them for. Immutable.
final class Years {
    /// The longest words between a year and the cue that says where something comes from.
    private static final int NEAR = 14;

    /// The longest word that compares with a year: 相较于.
    private static final int LONGEST_COMPARISON = 3;

    /// The longest words between two years of a row: 全年、.
    private static final int LONGEST_JOINT = 3;

    private final Passage passage;

    Years(Passage passage) {
        this.passage = passage;
    }

    /// Whether all that the passage says of the year is that others are held against it: 比2022年多12条.
    boolean isHeldAgainst(@Nullable Integer year) {
        List<Quantity> named = passage.quantities().stream()
                .filter(quantity -> quantity.kind() == Kind.YEAR
                        && year != null
                        && quantity.value().intValue() == year)
                .toList();
        return !named.isEmpty()
                && named.stream()
                        .map(Quantity::number)
                        .allMatch(at -> passage.adjoins(Mark.COMPARED, at - LONGEST_COMPARISON, at)
                                && !passage.adjoins(Mark.SINCE, at - LONGEST_COMPARISON, at)
                                && !passage.adjoins(Mark.FROM, at - LONGEST_COMPARISON, at)
                                && !passage.adjoins(Mark.RANGE, at - LONGEST_COMPARISON, at));
    }

    /// The year that the passage names most often, of several the one up to whose end is counted, else the
    /// latest; null where it names none.
    @Nullable
    Integer mostNamed() {
        Map<Integer, Integer> counts = new HashMap<>();
        Integer until = null;
        for (Quantity quantity : passage.quantities()) {
            if (quantity.kind() == Kind.YEAR && !isCompared(quantity) && !isDated(quantity)) {
                counts.merge(quantity.value().intValue(), 1, Integer::sum);
                until = until == null && isUntil(quantity)
                        ? (Integer) quantity.value().intValue()
                        : until;
            }
        }
        int best = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (until != null && counts.getOrDefault(until, 0) == best) {
            return until;
        }
        return counts.entrySet().stream()
                .filter(named -> named.getValue() == best)
                .map(Map.Entry::getKey)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private boolean isUntil(Quantity year) {
        return passage.adjoins(Mark.UNTIL, year.number() - LONGEST_COMPARISON, year.number());
    }

    /// 2008年5月: whether a month stands right behind the year.
    boolean hasMonth(Quantity year) {
        int k = passage.firstQuantity(year.end());
        Quantity next = k < passage.quantities().size() ? passage.quantities().get(k) : year;
        return next.kind() == Kind.NOT_COUNTED
                && next.number() == year.end()
                && passage.has(Mark.MONTH, next.number(), next.end() + 1);
    }

    /// Whether the year is what another is compared with.
    boolean isCompared(Quantity year) {
        if (passage.reading().charAt(year.number() - 1) == '(') {
            // 九份（2015年为七份）
            return true;
        }
        return passage.signs(year.number() - LONGEST_COMPARISON, year.number()).stream()
                .anyMatch(match -> match.end() == year.number() && Passage.isMark(match, Mark.COMPARED));
    }

    /// Whether the year says where something comes from or goes to: 2023年结转4件.
    private boolean isDated(Quantity year) {
        return CueMatcher.in(passage, year.number() - NEAR, year.end() + NEAR).stream()
                .anyMatch(found ->
                        found.cue().isDated() && (found.start() == year.number() || found.last() == year.number()));
    }

    /// The last year named in `[from, to)`, or null.
    @Nullable
    Quantity lastIn(int from, int to) {
        return passage.quantities(from, to).reversed().stream()
                .filter(quantity -> quantity.kind() == Kind.YEAR)
                .findFirst()
                .orElse(null);
    }

    /// 2021年、2022年、2023年: the years of the last enumeration of so many, or none.
    List<Integer> enumerated(int from, int to, int members) {
        List<Integer> years = new ArrayList<>();
        int end = -1;
        for (int k = passage.firstQuantity(from);
                k < passage.quantities().size() && passage.quantities().get(k).end() <= to;
                k++) {
            Quantity quantity = passage.quantities().get(k);
            if (quantity.kind() != Kind.YEAR) {
                continue;
            }
            // 2022年全年、2021年全年
            boolean joined = end > 0
                    && quantity.number() - end <= LONGEST_JOINT
                    && passage.adjoins(Mark.JOINT, end, quantity.number());
            if (!joined) {
                years.clear();
            }
            years.add(quantity.value().intValue());
            end = quantity.end();
        }
        return years.size() == members && members > 1 ? years : List.of();
    }

    /// 自2008年《条例》施行至2022年底: whether it is told of a time that began before the year.
    boolean sinceBefore(int reportYear, Window window) {
        return leading(window).stream()
                .anyMatch(quantity -> quantity.kind() == Kind.YEAR
                        && quantity.value().intValue() < reportYear
                        && passage.adjoins(Mark.SINCE, quantity.number() - LONGEST_COMPARISON, quantity.number()));
    }

    /// 三年合计316条, 2021至2023年公开316条: whether the number is the sum of several years.
    boolean areSummed(Window window) {
        for (Quantity quantity : leading(window)) {
            boolean adjoins = quantity.number() >= window.own() || quantity.end() == window.own() - 1;
            if (!adjoins) {
                continue;
            }
            boolean several = quantity.kind() == Kind.NOT_COUNTED
                    && passage.adjoins(Mark.YEAR, quantity.number(), quantity.end())
                    && passage.signs(quantity.end(), window.quantity().start()).stream()
                            .anyMatch(match -> match.start() == quantity.end()
                                    && (Passage.isMark(match, Mark.TOTAL) || Passage.isMark(match, Mark.RUNNING)));
            if (several || (quantity.kind() == Kind.YEAR && endsRange(quantity))) {
                return true;
            }
        }
        return false;
    }

    /// The quantities in what leads to the number.
    private List<Quantity> leading(Window window) {
        return passage.quantities(window.lead(), window.quantity().number());
    }

    private boolean endsRange(Quantity last) {
        int index = passage.firstQuantity(last.number());
        Quantity first = index == 0 ? last : passage.quantities().get(index - 1);
        return first.value().compareTo(last.value()) < 0
                && first.value().precision() == last.value().precision()
                && (first.kind() == Kind.RANGE || first.kind() == Kind.YEAR)
                && last.number() - first.end() == 1
                && passage.adjoins(Mark.RANGE, first.end(), last.number());
    }

    /// 与2022年相比，公开信息12条; 较2022年增至12条: whether the number is what is held against the year.
    private boolean isOnlyCompared(Quantity year, Window window) {
        int number = window.quantity().start();
        return !passage.adjoins(Mark.SINCE, year.number() - LONGEST_COMPARISON, year.number())
                && ((year.end() < window.own() && passage.reading().charAt(year.end()) != '(')
                        || passage.has(Mark.REACHED, year.end(), number));
    }

    /// The year named last before the number, in what leads to it.
    @Nullable
    Quantity before(Window window) {
        Quantity year = null;
        for (Quantity quantity : leading(window)) {
            if (quantity.kind() == Kind.YEAR
                    && !(isCompared(quantity) && (year != null || isOnlyCompared(quantity, window)))) {
                year = quantity;
            }
        }
        return year;
    }
}
