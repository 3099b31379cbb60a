package io.mingjian.metrics;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts what was found in a reading into the terms of the canonical text. One use only.
final class Verdicts {
    private final CanonicalText text;
    private final Reading reading;
    private final Confidences confidences;
    private final @Nullable String section;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Set<Claim> claims = new HashSet<>();

    /// What one fact claims; the same claim twice in one sentence is one fact.
    private record Claim(
            String metric,
            BigDecimal value,
            @Nullable String channel,
            @Nullable String category,
            Period period,
            int number) {}

    Verdicts(CanonicalText text, Reading reading, @Nullable String section, Confidences confidences) {
        this.confidences = confidences;
        this.text = text;
        this.reading = reading;
        this.section = section;
    }

    void accepted(List<Statement> statements) {
        for (Statement statement : statements) {
            Claim claim = new Claim(
                    statement.metric().id(),
                    statement.value(),
                    statement.channel(),
                    statement.category(),
                    statement.period(),
                    statement.number());
            Span number = reading.span(statement.number(), statement.end());
            if (number.length() > Fact.MAX_QUOTE) {
                candidates.add(Candidate.torn(number, statement.value(), statement.unit()));
            } else if (claims.add(claim)) {
                candidates.add(candidate(statement, number));
            }
        }
    }

    void rejected(List<FactFinder.Rejection> rejections) {
        for (FactFinder.Rejection rejection : rejections) {
            Quantity quantity = rejection.quantity();
            Span span = reading.span(quantity.number(), quantity.end());
            candidates.add(new Candidate(
                    span, quantity.value(), quantity.unit(), rejection.reason(), rejection.wording(), null));
        }
    }

    List<Candidate> candidates() {
        return List.copyOf(candidates);
    }

    private Candidate candidate(Statement statement, Span number) {
        Span quote = quote(statement, number);
        Fact fact = new Fact(
                statement.metric().id(),
                statement.value(),
                statement.unit(),
                statement.approximation(),
                statement.channel(),
                statement.account(),
                statement.category(),
                statement.scope(),
                statement.period(),
                statement.year(),
                quote,
                number,
                section,
                confidences.of(statement.reason()));
        return new Candidate(
                number, statement.value(), statement.unit(), statement.reason(), statement.wording(), fact);
    }

    /// The words that state it, cut to what a quote may hold: the number stays in it.
    private Span quote(Statement statement, Span number) {
        Span whole = text.trim(reading.span(statement.from(), statement.to()).union(number));
        if (whole.length() <= Fact.MAX_QUOTE) {
            return whole;
        }
        int start = Math.max(whole.start(), number.end() - Fact.MAX_QUOTE);
        int end = Math.min(whole.end(), start + Fact.MAX_QUOTE);
        return text.trim(new Span(
                Math.min(start, number.start()), Math.max(end, Math.min(number.end(), start + Fact.MAX_QUOTE))));
    }
}
