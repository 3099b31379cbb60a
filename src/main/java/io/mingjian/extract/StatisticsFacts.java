package io.mingjian.extract;

import io.mingjian.metrics.Candidate;
import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.metrics.Fact;
import io.mingjian.metrics.Period;
import io.mingjian.outline.Outline;
import io.mingjian.outline.Section;
import io.mingjian.tables.StatisticsTable;
import io.mingjian.text.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The figures of statistics tables as facts: the contract has no table for them.
final class StatisticsFacts {
    private StatisticsFacts() {}

    static List<Candidate> of(Outline outline, List<StatisticsTable> tables) {
        return tables.stream()
                .flatMap(table -> table.figures().stream())
                .flatMap(figure -> candidate(outline, figure).stream())
                .toList();
    }

    private static Optional<Candidate> candidate(Outline outline, StatisticsTable.Figure figure) {
        String metric = figure.indicator().metric();
        if (metric == null) {
            return Optional.empty();
        }
        if (figure.span().length() > Fact.MAX_QUOTE) {
            return Optional.of(Candidate.torn(figure.span(), figure.value(), figure.unit()));
        }
        Span quote = figure.row().length() > Fact.MAX_QUOTE ? figure.span() : figure.row();
        Fact fact = new Fact(
                metric,
                figure.value(),
                figure.unit(),
                null,
                figure.indicator().channel(),
                null,
                figure.indicator().category(),
                null,
                Period.valueOf(figure.period().name()),
                year(outline, figure),
                quote,
                figure.span(),
                section(outline, figure.span()),
                figure.confidence());
        return Optional.of(
                new Candidate(figure.span(), figure.value(), figure.unit(), Reason.STATISTICS_TABLE, null, fact));
    }

    /// The year that the head names, else the one reported on or that before; what is counted since years ago
    /// has none.
    private static @Nullable Integer year(Outline outline, StatisticsTable.Figure figure) {
        Integer reported = outline.title().year();
        if (figure.year() != null || reported == null) {
            return figure.year();
        }
        return switch (figure.period()) {
            case YEAR, PART_YEAR -> reported;
            case PRIOR_YEAR -> Integer.valueOf(reported - 1);
            case CUMULATIVE, OTHER_YEAR -> null;
        };
    }

    private static @Nullable String section(Outline outline, Span place) {
        return outline.sections().stream()
                .filter(section -> section.span().contains(place))
                .map(Section::id)
                .findFirst()
                .orElse(null);
    }
}
