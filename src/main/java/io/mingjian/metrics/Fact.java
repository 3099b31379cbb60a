package io.mingjian.metrics;

import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A figure that the prose states.
///
/// @param metric        the model's id (`items_published` …)
/// @param value         in the unit written, 万 and 亿 expanded; rates in percent; 0 where the text says that
/// there was none
/// @param unit          the measure word as written, or null
/// @param approximation null where the number is exact
/// @param channel       the model's id of the channel (`wechat` …), or null where the count names none or
/// covers
///                      all
/// @param account       the account's name, where one is written
/// @param category      what the count is of, as written, or null
/// @param scope         whose figure it is, or null where the text does not say
/// @param year          the calendar year that `period` speaks of, where it is known
/// @param span          the quote's place: the run of text that states the fact, number included, at most 100
///                      units
/// @param valueSpan     the number's own place, or the negation's
/// @param section       id of the top-level section it stands in, or null before the first heading
/// @param confidence    0..1
public record Fact(
        String metric,
        BigDecimal value,
        @Nullable String unit,
        @Nullable Approximation approximation,
        @Nullable String channel,
        @Nullable String account,
        @Nullable String category,
        @Nullable Scope scope,
        Period period,
        @Nullable Integer year,
        Span span,
        Span valueSpan,
        @Nullable String section,
        double confidence) {
    /// The longest quote that still states something, in UTF-16 units.
    public static final int MAX_QUOTE = 100;

    public Fact {
        Objects.requireNonNull(metric, "metric");
        if (span.length() > MAX_QUOTE) {
            throw new IllegalArgumentException("quote of " + span.length() + " units");
        }
    }

    /// The same fact in another section.
    public Fact in(@Nullable String otherSection) {
        return new Fact(
                metric,
                value,
                unit,
                approximation,
                channel,
                account,
                category,
                scope,
                period,
                year,
                span,
                valueSpan,
                otherSection,
                confidence);
    }

    /// The same fact, held to be right with another probability.
    public Fact with(double otherConfidence) {
        return new Fact(
                metric,
                value,
                unit,
                approximation,
                channel,
                account,
                category,
                scope,
                period,
                year,
                span,
                valueSpan,
                section,
                otherConfidence);
    }
}
