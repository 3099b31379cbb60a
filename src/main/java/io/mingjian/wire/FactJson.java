package io.mingjian.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.metrics.Approximation;
import io.mingjian.metrics.Fact;
import io.mingjian.metrics.Scope;
import io.mingjian.text.CanonicalText;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure of the prose as the contract writes it; the text at `span` is `quote`.
///
/// @param valueSpan the number's own place; what was kept before it was written has none
@Serdeable
public record FactJson(
        String metric,
        BigDecimal value,
        @Nullable String unit,
        @Nullable String approximation,
        @Nullable String channel,
        @Nullable String account,
        @Nullable String category,
        @Nullable String scope,
        String period,
        @Nullable Integer year,
        String quote,
        List<Integer> span,
        @Nullable String section,
        double confidence,
        @Nullable List<Integer> valueSpan) {
    public FactJson {
        span = List.copyOf(span);
    }

    static FactJson of(Fact fact, CanonicalText text) {
        Approximation approximation = fact.approximation();
        Scope scope = fact.scope();
        return new FactJson(
                fact.metric(),
                ExtractionJson.plain(fact.value()),
                fact.unit(),
                approximation == null ? null : ExtractionJson.name(approximation),
                fact.channel(),
                fact.account(),
                fact.category(),
                scope == null ? null : ExtractionJson.name(scope),
                ExtractionJson.name(fact.period()),
                fact.year(),
                text.quote(fact.span()),
                ExtractionJson.span(fact.span()),
                fact.section(),
                fact.confidence(),
                ExtractionJson.span(fact.valueSpan()));
    }
}
