package io.mingjian.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.extract.CellState;
import io.mingjian.extract.Correction;
import io.mingjian.extract.FactKey;
import io.mingjian.metrics.Approximation;
import io.mingjian.metrics.Fact;
import io.mingjian.metrics.Period;
import io.mingjian.metrics.Scope;
import io.mingjian.tables.CellKey;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A correction as the interface takes and gives it. Which members count is a matter of `kind`:
///
/// - `cell`: what the cell `row`, `column` of `table` says: `state`, `value`, and `span` where it is not where the
/// engine
///   looked
/// - `fact`: what the engine's fact with `metric` at `span` should say: `fact`
/// - `added`: `fact`, which the engine overlooked
/// - `struck`: the engine's fact with `metric` at `span` is none
@Serdeable
public record CorrectionJson(
        String kind,
        @Nullable String table,
        @Nullable String row,
        @Nullable String column,
        @Nullable String state,
        @Nullable BigDecimal value,
        @Nullable String metric,
        @Nullable List<Integer> span,
        @Nullable StatedJson fact) {
    private static final String CELL = "cell";
    private static final String FACT = "fact";
    private static final String ADDED = "added";
    private static final String STRUCK = "struck";

    /// A fact as a person states it; `quote` is the text at `span`.
    @Serdeable
    public record StatedJson(
            String metric,
            BigDecimal value,
            @Nullable String unit,
            @Nullable String approximation,
            @Nullable String channel,
            @Nullable String account,
            @Nullable String category,
            @Nullable String scope,
            @Nullable String period,
            @Nullable Integer year,
            String quote,
            List<Integer> span) {
        static StatedJson of(Fact fact, String quote) {
            return new StatedJson(
                    fact.metric(),
                    ExtractionJson.plain(fact.value()),
                    fact.unit(),
                    WireNames.of(fact.approximation()),
                    fact.channel(),
                    fact.account(),
                    fact.category(),
                    WireNames.of(fact.scope()),
                    WireNames.of(fact.period()),
                    fact.year(),
                    quote,
                    ExtractionJson.span(fact.span()));
        }

        Fact fact() {
            Span place = place(span);
            return new Fact(
                    metric,
                    value,
                    unit,
                    approximation == null ? null : Approximation.valueOf(constant(approximation)),
                    channel,
                    account,
                    category,
                    scope == null ? null : Scope.valueOf(constant(scope)),
                    period == null ? Period.YEAR : Period.valueOf(constant(period)),
                    year,
                    place,
                    place,
                    null,
                    1);
        }
    }

    /// The correction as the interface writes it.
    public static CorrectionJson of(Correction correction) {
        return switch (correction) {
            case Correction.OfCell cell -> {
                Span place = cell.span();
                yield new CorrectionJson(
                        CELL,
                        cell.table(),
                        cell.key().row(),
                        cell.key().column(),
                        cell.state().name().toLowerCase(Locale.ROOT),
                        cell.value(),
                        null,
                        place == null ? null : ExtractionJson.span(place),
                        null);
            }
            case Correction.OfFact fact -> of(FACT, fact.fact(), StatedJson.of(fact.corrected(), fact.quote()));
            case Correction.Added added ->
                new CorrectionJson(
                        ADDED, null, null, null, null, null, null, null, StatedJson.of(added.fact(), added.quote()));
            case Correction.Struck struck -> of(STRUCK, struck.fact(), null);
        };
    }

    private static CorrectionJson of(String kind, FactKey key, @Nullable StatedJson fact) {
        return new CorrectionJson(
                kind, null, null, null, null, null, key.metric(), ExtractionJson.span(key.span()), fact);
    }

    /// What it says.
    ///
    /// @throws IllegalArgumentException where a member is missing or says nothing that is known
    public Correction correction() {
        return switch (kind) {
            case CELL ->
                new Correction.OfCell(
                        needed(table, "table"),
                        new CellKey(needed(row, "row"), needed(column, "column")),
                        CellState.valueOf(constant(needed(state, "state"))),
                        value,
                        span == null ? null : place(span));
            case FACT ->
                new Correction.OfFact(
                        key(), needed(fact, "fact").fact(), needed(fact, "fact").quote());
            case ADDED ->
                new Correction.Added(
                        needed(fact, "fact").fact(), needed(fact, "fact").quote());
            case STRUCK -> new Correction.Struck(key());
            default -> throw new IllegalArgumentException("no such kind of correction");
        };
    }

    private FactKey key() {
        return new FactKey(needed(metric, "metric"), place(needed(span, "span")));
    }

    private static <T> T needed(@Nullable T member, String name) {
        if (member == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return Objects.requireNonNull(member);
    }

    private static Span place(List<Integer> span) {
        if (span.size() != 2) {
            throw new IllegalArgumentException("a span has two ends");
        }
        return new Span(span.get(0), span.get(1));
    }

    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
