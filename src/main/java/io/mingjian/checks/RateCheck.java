package io.mingjian.checks;

import io.mingjian.metrics.Fact;
import io.mingjian.model.rule.Agreement;
import io.mingjian.model.rule.Rate;
import io.mingjian.model.rule.Rule;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Recomputes the shares and growth rates of the prose from the figures that stand beside them.
///
/// A percentage is right where it comes out of any pair of figures that it may speak of, rounded or cut off as
/// it is printed. It is told only where there is one pair that it must speak of; else it is ambiguous.
final class RateCheck {
    private static final int PRECISE = 12;

    private final Wording wording;
    private final List<Agreement> agreements;

    /// @param rules of which the agreements tell where last year's figures stand in its tables
    RateCheck(Wording wording, List<Rule> rules) {
        this.wording = wording;
        this.agreements = rules.stream()
                .filter(Agreement.class::isInstance)
                .map(Agreement.class::cast)
                .toList();
    }

    List<Outcome> check(Rate rule, Evidence evidence) {
        Claims claims = new Claims(rule, wording);
        for (Span sentence : evidence.sentences()) {
            RateSentence figures = RateSentence.of(evidence.outline().text(), sentence, rule);
            for (RateSentence.Percent percent : figures.percents()) {
                switch (percent.kind()) {
                    case SHARE -> share(figures, percent, claims);
                    case UP, DOWN -> growth(figures, percent, evidence, claims);
                }
            }
        }
        return claims.isEmpty() ? claims.notEvaluated(Outcome.Reason.NOT_STATED) : claims.outcomes();
    }

    /// Two figures that may give a percentage, and where they stand.
    ///
    /// @param sure whether the percentage can be of this pair; a part of another share is a whole only where
    ///             that fits
    private record Pair(BigDecimal expected, String formula, List<Span> spans, boolean sure) {}

    private static void share(RateSentence figures, RateSentence.Percent percent, Claims claims) {
        Optional<RateSentence.Figure> part = figures.before(percent.word());
        if (part.isEmpty()) {
            claims.notEvaluated(figures.quote(percent), Outcome.Reason.AMBIGUOUS);
            return;
        }
        List<Pair> pairs = new ArrayList<>();
        for (RateSentence.Figure whole : figures.figures()) {
            boolean may = whole.span().end() <= part.get().span().start()
                    && whole.unit().equals(part.get().unit())
                    && whole.value().signum() > 0
                    && whole.value().compareTo(part.get().value()) >= 0;
            if (may) {
                pairs.add(new Pair(
                        percentage(part.get().value(), whole.value()),
                        Wording.plain(part.get().value()) + "÷" + Wording.plain(whole.value()),
                        List.of(whole.span(), part.get().span()),
                        !figures.isPart(whole)));
            }
        }
        judge(figures, percent, pairs, claims);
    }

    /// Last year's figure is stated, or follows from a stated difference, or stands in last year's report.
    private void growth(RateSentence figures, RateSentence.Percent percent, Evidence evidence, Claims claims) {
        Optional<RateSentence.Figure> base = figures.base(percent);
        if (base.isEmpty()) {
            claims.notEvaluated(figures.quote(percent), Outcome.Reason.AMBIGUOUS);
            return;
        }
        List<Pair> pairs = new ArrayList<>();
        BigDecimal now = base.get().value();
        for (RateSentence.Figure last : figures.lastYear(base.get())) {
            growth(now, last.value(), percent, List.of(base.get().span(), last.span()), pairs);
        }
        figures.difference(base.get(), percent).ifPresent(difference -> {
            BigDecimal last = percent.kind() == RateSentence.Kind.UP
                    ? now.subtract(difference.value())
                    : now.add(difference.value());
            growth(now, last, percent, List.of(base.get().span(), difference.span()), pairs);
        });
        if (pairs.isEmpty()) {
            for (BigDecimal last : inPreviousReport(base.get(), evidence)) {
                growth(now, last, percent, List.of(base.get().span()), pairs);
            }
        }
        judge(figures, percent, pairs, claims);
    }

    private static void growth(
            BigDecimal now, BigDecimal last, RateSentence.Percent percent, List<Span> spans, List<Pair> pairs) {
        if (last.signum() <= 0) {
            return;
        }
        BigDecimal change = percent.kind() == RateSentence.Kind.UP ? now.subtract(last) : last.subtract(now);
        String formula = "(" + Wording.plain(now) + "−" + Wording.plain(last) + ")÷" + Wording.plain(last);
        pairs.add(new Pair(percentage(change, last), formula, spans, true));
    }

    /// What last year's report says of the metric that the figure states.
    private List<BigDecimal> inPreviousReport(RateSentence.Figure base, Evidence evidence) {
        Optional<Fact> stated = evidence.facts().stream()
                .filter(fact -> fact.valueSpan().overlaps(base.span()))
                .findFirst();
        if (stated.isEmpty() || evidence.withoutPrevious() != null) {
            return List.of();
        }
        Report previous = Objects.requireNonNull(evidence.comparison().previous());
        Fact now = stated.get();
        List<BigDecimal> values = new ArrayList<>();
        previous.facts().stream()
                .filter(fact -> fact.metric().equals(now.metric())
                        && fact.period() == now.period()
                        && Objects.equals(fact.channel(), now.channel())
                        && Objects.equals(fact.category(), now.category()))
                .forEach(fact -> values.add(fact.value()));
        for (Agreement agreement : agreements) {
            if (agreement.metric().equals(now.metric()) && AgreementCheck.speaksOfTheWhole(now)) {
                for (StatutoryTable table : previous.tables(agreement.table())) {
                    TableLines.known(agreement.readings(), table).forEach(known -> values.add(known.value()));
                }
            }
        }
        return values;
    }

    private static void judge(RateSentence figures, RateSentence.Percent percent, List<Pair> pairs, Claims claims) {
        String quote = figures.quote(percent);
        if (pairs.stream().anyMatch(pair -> percent.means(pair.expected()))) {
            claims.satisfied(quote);
            return;
        }
        List<Pair> sure = pairs.stream().filter(Pair::sure).toList();
        if (sure.stream().map(Pair::formula).distinct().count() != 1) {
            claims.notEvaluated(quote, Outcome.Reason.AMBIGUOUS);
        } else {
            Pair pair = sure.getFirst();
            BigDecimal expected = pair.expected().setScale(Math.max(percent.decimals(), 1), RoundingMode.HALF_UP);
            claims.violated(
                    new Place(quote, quote),
                    claims.nobody(),
                    Map.of(
                            "quote", quote,
                            "formula", pair.formula(),
                            "expected", Wording.plain(expected),
                            "actual", Wording.plain(percent.value()),
                            "difference",
                                    Wording.plain(
                                            expected.subtract(percent.value()).abs())),
                    new Finding.Side(expected, pair.spans()),
                    new Finding.Side(percent.value(), List.of(percent.span())));
        }
    }

    private static BigDecimal percentage(BigDecimal part, BigDecimal whole) {
        return part.multiply(BigDecimal.valueOf(100)).divide(whole, PRECISE, RoundingMode.HALF_UP);
    }
}
