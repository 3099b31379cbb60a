package io.mingjian.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Waiver;
import org.jspecify.annotations.Nullable;

/// What became of a rule at one place of a report.
///
/// @param place       in the clerk's words; empty where the whole report is meant
/// @param outcome     `satisfied`, `violated`, `not-evaluated` or `waived`
/// @param reason      why it was not evaluated, with hyphens (`cell-blank`)
/// @param fingerprint of the finding, where it was violated or waived
@Serdeable
public record OutcomeJson(
        String rule,
        String place,
        String outcome,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String fingerprint,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WaiverJson waiver) {
    static OutcomeJson of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Satisfied satisfied ->
                new OutcomeJson(satisfied.rule(), satisfied.place(), "satisfied", null, null, null);
            case Outcome.Violated violated ->
                new OutcomeJson(
                        violated.rule(),
                        violated.place(),
                        "violated",
                        null,
                        violated.finding().fingerprint(),
                        null);
            case Outcome.NotEvaluated open ->
                new OutcomeJson(
                        open.rule(), open.place(), "not-evaluated", WireNames.hyphenated(open.reason()), null, null);
            case Outcome.Waived waived ->
                new OutcomeJson(
                        waived.rule(),
                        waived.place(),
                        "waived",
                        null,
                        waived.finding().fingerprint(),
                        WaiverJson.of(waived.waiver()));
        };
    }

    /// Who accepted a finding, when, and why.
    ///
    /// @param on ISO date
    @Serdeable
    public record WaiverJson(
            String fingerprint,
            @Nullable String organization,
            @Nullable Integer year,
            String by,
            String on,
            String reason) {
        static WaiverJson of(Waiver waiver) {
            return new WaiverJson(
                    waiver.fingerprint(),
                    waiver.organization(),
                    waiver.year(),
                    waiver.by(),
                    waiver.on().toString(),
                    waiver.reason());
        }
    }
}
