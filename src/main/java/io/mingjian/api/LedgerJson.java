package io.mingjian.api;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.service.supervision.Ledger;
import io.mingjian.store.supervision.LedgerEntry;
import io.mingjian.store.supervision.Review;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A unit's line of the ledger of a year.
///
/// @param state `missing`, `failed`, `submitted`, `late`, `returned`, `accepted` or `published`
/// @param late  whether it came after the deadline, whatever was decided since
/// @param since when the state began
/// @param by    who brought it about
@Serdeable
public record LedgerJson(
        String unit,
        String name,
        String kind,
        String level,
        int year,
        String state,
        boolean late,
        @Nullable String report,
        @Nullable Integer version,
        @Nullable String coverage,
        @Nullable String submittedAt,
        @Nullable String submittedBy,
        @Nullable String since,
        @Nullable String by,
        @Nullable Integer errors,
        @Nullable Integer inconsistencies,
        @Nullable Integer warnings,
        @Nullable String model) {
    static LedgerJson of(LedgerEntry entry) {
        LedgerEntry.Filing filing = entry.filing();
        return new LedgerJson(
                entry.unit().id().value(),
                entry.unit().name(),
                Parameters.lower(entry.unit().kind()),
                Parameters.lower(entry.unit().level()),
                entry.year(),
                Parameters.lower(entry.state()),
                entry.late(),
                filing == null ? null : filing.report().value(),
                filing == null ? null : filing.version(),
                filing == null ? null : Parameters.lower(filing.coverage()),
                filing == null ? null : filing.submittedAt().toString(),
                filing == null ? null : filing.submittedBy(),
                Objects.toString(entry.since(), null),
                entry.by(),
                filing == null ? null : filing.errors(),
                filing == null ? null : filing.inconsistencies(),
                filing == null ? null : filing.warnings(),
                filing == null ? null : filing.fingerprint());
    }

    /// The same as a row of a table, under the names above.
    static final List<String> COLUMNS = List.of(
            "unit",
            "name",
            "kind",
            "level",
            "year",
            "state",
            "late",
            "report",
            "version",
            "coverage",
            "submittedAt",
            "submittedBy",
            "since",
            "by",
            "errors",
            "inconsistencies",
            "warnings",
            "model");

    List<@Nullable Object> row() {
        return java.util.Arrays.asList(
                unit,
                name,
                kind,
                level,
                year,
                state,
                late,
                report,
                version,
                coverage,
                submittedAt,
                submittedBy,
                since,
                by,
                errors,
                inconsistencies,
                warnings,
                model);
    }

    /// Some lines.
    ///
    /// @param next the cursor that gives the following ones, or null at the end
    @Serdeable
    public record PageJson(List<LedgerJson> items, @Nullable String next) {}

    /// How many units of a subtree are in each state.
    @Serdeable
    public record CountJson(String unit, String name, int units, Map<String, Integer> states) {
        static CountJson of(Ledger.Count count) {
            Map<String, Integer> states = new LinkedHashMap<>();
            for (io.mingjian.store.supervision.State state : io.mingjian.store.supervision.State.values()) {
                states.put(Parameters.lower(state), count.counts().getOrDefault(state, 0));
            }
            return new CountJson(count.unit().value(), count.name(), count.units(), states);
        }
    }

    /// A decision about a report.
    ///
    /// @param version  the one that whoever decides has seen
    /// @param decision `returned`, `accepted` or `published`
    @Serdeable
    public record DecisionJson(
            int version,
            String decision,
            @Nullable String reason,
            @Nullable List<NoteJson> notes) {}

    /// What is wrong at one place.
    ///
    /// @param target `report`, `rule`, `cell` or `fact`
    @Serdeable
    public record NoteJson(
            @Nullable String target, @Nullable String place, String wording) {}

    /// A decision as it was made.
    @Serdeable
    public record ReviewJson(
            long sequence,
            String at,
            String by,
            @Nullable String reason,
            int version,
            String decision,
            List<NoteJson> notes) {
        static ReviewJson of(Review review) {
            return new ReviewJson(
                    review.sequence(),
                    review.at().toString(),
                    review.act().author(),
                    review.act().reason(),
                    review.version(),
                    Parameters.lower(review.decision()),
                    review.notes().stream()
                            .map(note -> new NoteJson(Parameters.lower(note.target()), note.place(), note.wording()))
                            .toList());
        }
    }

    /// Whose figures a report states: `own`, `area`, or null for what its unit's reports usually state.
    @Serdeable
    public record CoverageJson(@Nullable String coverage) {}

    /// A letter that reminds a unit.
    @Serdeable
    public record ReminderJson(String unit, String name, String state, String deadline, String subject, String text) {
        static ReminderJson of(Ledger.Reminder reminder) {
            return new ReminderJson(
                    reminder.unit().value(),
                    reminder.name(),
                    Parameters.lower(reminder.state()),
                    reminder.deadline().toString(),
                    reminder.subject(),
                    reminder.text());
        }
    }
}
