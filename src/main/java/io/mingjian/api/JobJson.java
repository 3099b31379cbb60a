package io.mingjian.api;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.api.VersionJson.DifferenceJson;
import io.mingjian.service.Jobs.Changed;
import io.mingjian.store.Job;
import io.mingjian.store.StoredReport;
import io.mingjian.wire.HandMadeJson;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reports that are read anew.
///
/// @param state   `running`, `done` or `stopped`
/// @param engine  what reads them: the program's fingerprint
/// @param model   the fingerprint of the model
/// @param waiting how many reports wait for their turn
/// @param same    how many are read as before
/// @param changed how many have a new version
/// @param failed  how many could not be read; their version before stays
/// @param gone    how many were removed meanwhile
@Serdeable
public record JobJson(
        long id,
        String kind,
        String state,
        String at,
        String author,
        @Nullable String reason,
        @Nullable String unit,
        @Nullable Integer year,
        String engine,
        String model,
        int total,
        int waiting,
        int same,
        int changed,
        int failed,
        int gone) {
    static JobJson of(Job job) {
        Job.Progress progress = job.progress();
        return new JobJson(
                job.sequence(),
                AskedJson.RE_EXTRACTION,
                job.ended() == null ? "running" : job.ended().name().toLowerCase(Locale.ROOT),
                job.at().toString(),
                job.act().author(),
                job.act().reason(),
                Objects.toString(job.unit(), null),
                job.year(),
                job.engine().program(),
                job.engine().model(),
                progress.total(),
                progress.waiting(),
                progress.same(),
                progress.changed(),
                progress.failed(),
                progress.gone());
    }

    /// What is to be done.
    ///
    /// @param kind     `re-extraction`
    /// @param unit     only this unit's reports and those of the units below it
    /// @param year     only the reports of this year
    /// @param reports  only these reports, by their ids
    /// @param outdated only what another engine or model read (where left out: yes, unless reports are named)
    @Serdeable
    public record AskedJson(
            @Nullable String kind,
            @Nullable String unit,
            @Nullable Integer year,
            @Nullable List<String> reports,
            @Nullable Boolean outdated,
            @Nullable String reason) {
        static final String RE_EXTRACTION = "re-extraction";
    }

    /// The newest jobs first.
    @Serdeable
    public record JobsJson(List<JobJson> items) {}

    /// What became of a report.
    ///
    /// @param outcome     null while it waits
    /// @param problem     the code of the problem where it failed
    /// @param changes     the values that the new version states differently
    /// @param corrections what was corrected by hand, and whether the new engine agrees
    @Serdeable
    public record ChangeJson(
            String report,
            @Nullable String organization,
            @Nullable Integer year,
            int before,
            @Nullable Integer after,
            @Nullable String outcome,
            @Nullable String problem,
            List<DifferenceJson> changes,
            List<HandMadeJson> corrections) {
        static ChangeJson of(Changed changed) {
            Job.Item item = changed.item();
            StoredReport report = changed.report();
            return new ChangeJson(
                    item.report().value(),
                    report == null ? null : report.summary().organization(),
                    report == null ? null : report.summary().year(),
                    item.before(),
                    item.after(),
                    item.outcome() == null ? null : item.outcome().name().toLowerCase(Locale.ROOT),
                    item.detail(),
                    changed.differences().stream().map(DifferenceJson::of).toList(),
                    changed.corrections().stream().map(HandMadeJson::of).toList());
        }
    }

    /// Some reports of a job.
    ///
    /// @param next the cursor that gives the following ones, or null at the end
    @Serdeable
    public record ChangesJson(
            List<ChangeJson> items, @Nullable String next) {
        static ChangesJson of(List<Changed> found, int most) {
            List<Changed> page = found.subList(0, Math.min(most, found.size()));
            String next =
                    found.size() > most ? String.valueOf(page.getLast().item().place()) : null;
            return new ChangesJson(page.stream().map(ChangeJson::of).toList(), next);
        }
    }
}
