package io.mingjian.checks;

import io.mingjian.metrics.Fact;
import io.mingjian.model.rule.Partition;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Adds up what the prose states of parts and holds it against their whole.
///
/// The whole is whatever it may be: each way to count it, in the prose or in a table. Only a sum that fits none
/// of them is told.
final class PartitionCheck {
    private final Wording wording;

    PartitionCheck(Wording wording) {
        this.wording = wording;
    }

    List<Outcome> check(Partition rule, Evidence evidence) {
        Claims claims = new Claims(rule, wording);
        if (rule.parts().isEmpty()) {
            byChannel(rule, evidence, claims);
        } else {
            byMetric(rule, evidence, claims);
        }
        return claims.isEmpty() ? claims.notEvaluated(rule.name(), Outcome.Reason.NOT_STATED) : claims.outcomes();
    }

    /// Several statements added up; the numbers that they may mean together.
    private record Sum(BigDecimal value, Interval interval, List<Span> spans) {
        static final Sum NOTHING = new Sum(BigDecimal.ZERO, new Interval(BigDecimal.ZERO, BigDecimal.ZERO), List.of());

        Sum plus(Fact fact, CanonicalText text) {
            Interval other = Interval.of(fact, text);
            BigDecimal high = interval.high();
            BigDecimal otherHigh = other.high();
            List<Span> all = new ArrayList<>(spans);
            all.add(fact.span());
            return new Sum(
                    value.add(fact.value()),
                    new Interval(
                            interval.low().add(other.low()),
                            high == null || otherHigh == null ? null : high.add(otherHigh)),
                    all);
        }

        /// Whether it cannot be this whole, or cannot be part of it.
        boolean breaks(Sum whole, boolean complete) {
            BigDecimal most = whole.interval.high();
            boolean above = most != null && interval.low().compareTo(most) > 0;
            BigDecimal own = interval.high();
            boolean below = own != null && own.compareTo(whole.interval.low()) < 0;
            return complete ? above || below : above;
        }

        Finding.Side side() {
            return new Finding.Side(value, spans);
        }
    }

    private void byMetric(Partition rule, Evidence evidence, Claims claims) {
        CanonicalText text = evidence.outline().text();
        Sum parts = Sum.NOTHING;
        int stated = 0;
        for (String metric : rule.parts()) {
            List<Fact> facts = statements(metric, evidence);
            if (facts.stream()
                            .map(fact -> Wording.plain(fact.value()))
                            .distinct()
                            .count()
                    > 1) {
                claims.notEvaluated(rule.name(), Outcome.Reason.AMBIGUOUS);
                return;
            }
            if (!facts.isEmpty()) {
                parts = parts.plus(facts.getFirst(), text);
                stated++;
            }
        }
        List<Sum> wholes = wholes(rule, evidence);
        if (stated == 0
                || wholes.isEmpty()
                || (rule.complete() && stated < rule.parts().size())) {
            claims.notEvaluated(rule.name(), Outcome.Reason.NOT_STATED);
            return;
        }
        Sum sum = parts;
        boolean fits = wholes.stream().anyMatch(whole -> !sum.breaks(whole, rule.complete()))
                || inTable(rule, evidence).stream().anyMatch(whole -> !sum.breaks(whole, rule.complete()));
        if (fits) {
            claims.satisfied(rule.name());
        } else {
            violated(rule, wholes.getFirst(), sum, evidence, claims);
        }
    }

    /// The whole as the prose states it, in each way to count it that is stated.
    private static List<Sum> wholes(Partition rule, Evidence evidence) {
        CanonicalText text = evidence.outline().text();
        List<Sum> wholes = new ArrayList<>();
        for (List<String> metrics : rule.wholes()) {
            List<List<Fact>> facts =
                    metrics.stream().map(metric -> statements(metric, evidence)).toList();
            if (facts.stream().anyMatch(List::isEmpty)) {
                continue;
            }
            Sum sum = Sum.NOTHING;
            for (List<Fact> one : facts) {
                sum = sum.plus(one.getFirst(), text);
            }
            wholes.add(sum);
            if (metrics.size() == 1) {
                facts.getFirst().stream().skip(1).forEach(fact -> wholes.add(Sum.NOTHING.plus(fact, text)));
            }
        }
        return wholes;
    }

    private static List<Sum> inTable(Partition rule, Evidence evidence) {
        return evidence.tables(rule.table()).stream()
                .flatMap(table -> TableLines.known(rule.readings(), table).stream())
                .map(known -> new Sum(known.value(), new Interval(known.value(), known.value()), List.of()))
                .toList();
    }

    private static List<Fact> statements(String metric, Evidence evidence) {
        return evidence.facts().stream()
                .filter(fact -> fact.metric().equals(metric) && AgreementCheck.speaksOfTheWhole(fact))
                .toList();
    }

    /// A whole, then in the same sentence a word that opens a list of parts, then counts by channel, each
    /// channel once: what is published by two channels at once, or by two accounts of one, is not a part twice.
    private void byChannel(Partition rule, Evidence evidence, Claims claims) {
        String metric = rule.wholes().getFirst().getFirst();
        for (Fact whole : statements(metric, evidence)) {
            Optional<Sum> parts = channels(whole, rule, evidence);
            if (parts.isEmpty()) {
                continue;
            }
            Sum sum = Sum.NOTHING.plus(whole, evidence.outline().text());
            if (parts.get().breaks(sum, rule.complete())) {
                violated(rule, sum, parts.get(), evidence, claims);
            } else {
                claims.satisfied(rule.name());
            }
        }
    }

    private static Optional<Sum> channels(Fact whole, Partition rule, Evidence evidence) {
        CanonicalText text = evidence.outline().text();
        Span sentence = evidence.sentence(whole.valueSpan());
        Set<String> seen = new HashSet<>();
        Sum sum = Sum.NOTHING;
        for (Fact fact : evidence.facts()) {
            String channel = fact.channel();
            if (channel == null
                    || !fact.metric().equals(whole.metric())
                    || fact.period() != whole.period()
                    || fact.valueSpan().start() < whole.valueSpan().end()
                    || fact.valueSpan().end() > sentence.end()) {
                continue;
            }
            int after = whole.valueSpan().end();
            int until = fact.valueSpan().start();
            String between = text.quote(new Span(after, until));
            if (rule.wordings().stream().noneMatch(between::contains) || !seen.add(channel)) {
                return Optional.empty();
            }
            sum = sum.plus(fact, text);
        }
        return seen.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    private static void violated(Partition rule, Sum whole, Sum parts, Evidence evidence, Claims claims) {
        CanonicalText text = evidence.outline().text();
        claims.violated(
                new Place(rule.name(), rule.expression()),
                Blame.nobody(rule),
                Map.of(
                        "metric", rule.name(),
                        "expected", Wording.plain(whole.value()),
                        "actual", Wording.plain(parts.value()),
                        "difference",
                                Wording.plain(
                                        parts.value().subtract(whole.value()).abs()),
                        "quote", text.quote(whole.spans().getFirst())),
                whole.side(),
                parts.side());
    }
}
