package io.mingjian.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A figure that a careful reader found. A fact is right where metric and value are right and the quotes overlap.
///
/// @param quote   a run of the text that states it
/// @param also    further values that count as right, by attribute; an empty one stands for none
/// @param inTable printed inside a statutory table: a cell with that value will do
public record GoldFact(
        String metric,
        BigDecimal value,
        @Nullable String approximation,
        @Nullable String channel,
        @Nullable String category,
        @Nullable String period,
        String quote,
        Map<String, List<String>> also,
        boolean inTable) {
    public GoldFact {
        also = Map.copyOf(also);
    }

    boolean acceptsMetric(String other) {
        return metric.equals(other) || also("metric").contains(other);
    }

    boolean acceptsChannel(@Nullable String other) {
        return accepts(channel, "channel", other);
    }

    boolean acceptsPeriod(String other) {
        return accepts(period, "period", other);
    }

    /// Categories are compared without white space; no category and an empty one are the same.
    boolean acceptsCategory(@Nullable String other) {
        String wanted = squashed(other);
        return wanted.equals(squashed(category))
                || also("category").stream().anyMatch(more -> wanted.equals(squashed(more)));
    }

    boolean acceptsApproximation(@Nullable String other) {
        return Objects.equals(approximation, other);
    }

    private boolean accepts(@Nullable String own, String attribute, @Nullable String other) {
        return Objects.equals(own, other) || also(attribute).contains(other == null ? "" : other);
    }

    private List<String> also(String attribute) {
        return also.getOrDefault(attribute, List.of());
    }

    private static String squashed(@Nullable String text) {
        return text == null ? "" : Quotes.squash(text);
    }

    @Override
    public String toString() {
        return metric + "=" + value.toPlainString() + " [" + channel + "]";
    }
}
