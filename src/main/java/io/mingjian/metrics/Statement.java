package io.mingjian.metrics;

import io.mingjian.model.MetricKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a passage states, before it is told in terms of the canonical text. Places are indexes of the reading.
///
/// @param from   where the words that state it begin
/// @param to     where they end
/// @param number where the number begins, or the negation
/// @param end    where it ends
/// @param wording the wording that decided, or null
record Statement(
        MetricKind metric,
        BigDecimal value,
        @Nullable String unit,
        @Nullable Approximation approximation,
        @Nullable String channel,
        @Nullable String account,
        @Nullable String category,
        @Nullable Scope scope,
        Period period,
        @Nullable Integer year,
        int from,
        int to,
        int number,
        int end,
        Candidate.Reason reason,
        @Nullable String wording) {

    Statement in(@Nullable String otherChannel, @Nullable String otherCategory) {
        return new Statement(
                metric,
                value,
                unit,
                approximation,
                otherChannel,
                account,
                otherCategory,
                scope,
                period,
                year,
                from,
                to,
                number,
                end,
                reason,
                wording);
    }

    Statement about(@Nullable Approximation other) {
        return new Statement(
                metric, value, unit, other, channel, account, category, scope, period, year, from, to, number, end,
                reason, wording);
    }

    /// The same of the year before.
    Statement before() {
        return at(Period.PRIOR_YEAR, year == null ? null : year - 1);
    }

    /// The same of another time.
    Statement at(Period other, @Nullable Integer otherYear) {
        return new Statement(
                metric,
                value,
                unit,
                approximation,
                channel,
                account,
                category,
                scope,
                other,
                otherYear,
                from,
                to,
                number,
                end,
                reason,
                wording);
    }

    Statement of(MetricKind other, int until, Candidate.Reason why) {
        return new Statement(
                other,
                value,
                unit,
                approximation,
                null,
                null,
                null,
                scope,
                period,
                year,
                from,
                until,
                number,
                end,
                why,
                wording);
    }
}
