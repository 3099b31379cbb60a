package io.mingjian.web.admin;

import io.mingjian.model.ReportModel;
import io.mingjian.service.Jobs.Changed;
import io.mingjian.service.supervision.Units;
import io.mingjian.store.Job;
import io.mingjian.store.StoredReport;
import io.mingjian.web.DifferenceView;
import io.mingjian.web.ListedReport;
import io.mingjian.web.ReportAddress;
import io.mingjian.web.Words;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reports that are read anew.
///
/// @param unclear the form of a job that was not clear, or null
public record JobsView(List<JobLine> jobs, @Nullable Unclear unclear) {
    private static final String RUNNING = "running";

    public JobsView {
        jobs = List.copyOf(jobs);
    }

    /// A form that was not clear.
    ///
    /// @param said what is to be put right about the unit
    public record Unclear(String unit, String year, String reason, boolean all, String said) {}

    /// A job on one line.
    ///
    /// @param unit  the name of the unit it keeps to; empty for all
    /// @param state `running`, `done` or `stopped`
    public record JobLine(
            long id,
            String at,
            String author,
            @Nullable String reason,
            String unit,
            String year,
            Job.Progress progress,
            String state) {
        static JobLine of(Job job, Units units) {
            Job.End ended = job.ended();
            return new JobLine(
                    job.sequence(),
                    ListedReport.time(job.at()),
                    job.act().author(),
                    job.act().reason(),
                    job.unit() == null ? "" : units.name(job.unit()),
                    Objects.toString(job.year(), ""),
                    job.progress(),
                    ended == null ? RUNNING : ended.name().toLowerCase(java.util.Locale.ROOT));
        }

        public boolean running() {
            return state.equals(RUNNING);
        }

        public int done() {
            return progress.total() - progress.waiting();
        }
    }

    /// One job, and what it changed.
    ///
    /// @param failures the first of those that could not be read
    /// @param next     where further changes are, or null
    public record OneView(
            JobLine job,
            List<ChangeLine> changes,
            List<ChangeLine> failures,
            @Nullable String next) {
        public OneView {
            changes = List.copyOf(changes);
            failures = List.copyOf(failures);
        }
    }

    /// A report that is read otherwise, or could not be.
    public record ChangeLine(String title, @Nullable String href, String outcome, List<DifferenceView> differences) {
        static ChangeLine of(Changed changed, ReportModel model, Words words) {
            StoredReport report = changed.report();
            return new ChangeLine(
                    report == null
                            ? changed.item().report().value()
                            : ListedReport.of(report).title(),
                    report == null ? null : ReportAddress.of(report.id()),
                    Objects.toString(changed.item().outcome(), ""),
                    changed.differences().stream()
                            .map(difference -> DifferenceView.of(model, difference, words))
                            .toList());
        }
    }
}
