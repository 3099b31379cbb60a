package io.mingjian.metrics;

import io.mingjian.metrics.Quantity.Kind;
import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricModel.Mark;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what time a figure speaks of.
final class PeriodReader {
    private static final int NEAR = 14;

    private final Passage passage;
    private final @Nullable Integer reportYear;

    PeriodReader(Passage passage, @Nullable Integer reportYear) {
        this.passage = passage;
        this.reportYear = reportYear != null ? reportYear : mostNamed(passage);
    }

    /// @param year the calendar year, where it is known
    record Read(Period period, @Nullable Integer year) {}

    private static @Nullable Integer mostNamed(Passage passage) {
        Map<Integer, Integer> counts = new HashMap<>();
        Integer most = null;
        for (Quantity quantity : passage.quantities()) {
            if (quantity.kind() == Kind.YEAR && !isCompared(passage, quantity)) {
                int year = quantity.value().intValue();
                int count = counts.merge(year, 1, Integer::sum);
                if (most == null || count > counts.getOrDefault(most, 0)) {
                    most = year;
                }
            }
        }
        return most;
    }

    /// Whether the year is what another is compared with.
    private static boolean isCompared(Passage passage, Quantity year) {
        return passage.signs(year.number() - 3, year.number()).stream()
                .anyMatch(match -> match.end() == year.number() && Passage.isMark(match, Mark.COMPARED));
    }

    @Nullable
    Integer reportYear() {
        return reportYear;
    }

    Read of(Window window, @Nullable Frame parent) {
        int number = window.quantity().start();
        if (passage.has(Mark.PLAN, window.sentence(), number)) {
            return new Read(Period.PLANNED, null);
        }
        if (passage.has(Mark.CUMULATIVE, window.own(), number)) {
            return new Read(Period.CUMULATIVE, null);
        }
        if (passage.has(Mark.THIS_YEAR, window.own(), number)) {
            return new Read(Period.YEAR, reportYear);
        }
        if (passage.has(Mark.CUMULATIVE, window.lead(), number)) {
            return new Read(Period.CUMULATIVE, null);
        }
        if (passage.has(Mark.RUNNING, window.own(), number) && isSinceThen(window.sentence(), number)) {
            return new Read(Period.CUMULATIVE, null);
        }
        if (passage.has(Mark.PART_OF_YEAR, window.lead(), number)) {
            return new Read(Period.PART_YEAR, reportYear);
        }
        Match<Sign> before = passage.last(Mark.YEAR_BEFORE, Math.max(window.own(), number - NEAR), number);
        if (before != null) {
            return new Read(Period.PRIOR_YEAR, reportYear == null ? null : reportYear - 1);
        }
        Integer named = yearBefore(window);
        if (named != null) {
            return of(named);
        }
        Statement of = parent == null ? null : parent.statement();
        return of == null ? new Read(Period.YEAR, reportYear) : new Read(of.period(), of.year());
    }

    /// Whether the sentence begins with the time since which it counts, and not with that of one channel.
    private boolean isSinceThen(int sentence, int number) {
        Match<Sign> since = passage.last(Mark.CUMULATIVE, sentence, number);
        return since != null
                && passage.clauseStart(since.start()) == sentence
                && passage.signs(sentence, since.start()).stream()
                        .noneMatch(match -> match.meaning() instanceof Sign.ChannelName);
    }

    private Read of(int year) {
        if (reportYear == null || year == reportYear) {
            return new Read(Period.YEAR, year);
        }
        return new Read(year == reportYear - 1 ? Period.PRIOR_YEAR : Period.OTHER_YEAR, year);
    }

    /// The year named last before the number, in what leads to it.
    private @Nullable Integer yearBefore(Window window) {
        Integer year = null;
        for (int k = passage.firstQuantity(window.lead());
                k < passage.quantities().size();
                k++) {
            Quantity quantity = passage.quantities().get(k);
            if (quantity.number() >= window.quantity().number()) {
                break;
            }
            if (quantity.kind() == Kind.YEAR && !(isCompared(passage, quantity) && year != null)) {
                year = quantity.value().intValue();
            }
        }
        return year;
    }
}
