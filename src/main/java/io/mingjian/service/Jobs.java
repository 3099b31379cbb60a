package io.mingjian.service;

import io.mingjian.extract.Engine;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Job;
import io.mingjian.store.Job.Outcome;
import io.mingjian.store.JobStore;
import io.mingjian.store.ReportId;
import io.mingjian.store.Role;
import io.mingjian.store.Scope;
import io.mingjian.store.StoredReport;
import io.mingjian.store.UnitId;
import io.mingjian.store.Version;
import io.mingjian.store.VersionKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads many reports anew, one after another, beside all else; what was begun goes on after a restart. Safe to
/// share between threads: all work is done by one thread of its own.
///
/// Which reports wait stands in the store. A crash between a new version and the note of it makes the report be
/// looked at again: it then reads the same, and the version is found to be of this job.
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private static final int STEP = 50;
    private static final int ATTEMPTS = 3;

    private final JobStore jobs;
    private final Reports reports;
    private final Corrections corrections;
    private final Engine engine;
    private final Worker worker = new Worker("jobs", this::work);

    public Jobs(JobStore jobs, Reports reports, Corrections corrections) {
        this.jobs = jobs;
        this.reports = reports;
        this.corrections = corrections;
        this.engine = reports.engine();
    }

    /// Which reports are to be read anew.
    ///
    /// @param reports  only these; empty for all
    /// @param outdated only those that another engine or model read, and this one did not read the same
    public record Wanted(@Nullable UnitId unit, @Nullable Integer year, Set<ReportId> reports, boolean outdated) {
        public Wanted {
            reports = Set.copyOf(reports);
        }
    }

    /// What became of a report.
    ///
    /// @param report      null where it was removed since
    /// @param differences what the new version states differently
    /// @param corrections what was corrected by hand in it, and how the new engine stands to it
    public record Changed(
            Job.Item item, @Nullable StoredReport report, List<Difference> differences, List<HandMade> corrections) {}

    /// Begins a job; the work is done while the caller goes on.
    public Job begin(Caller caller, Wanted wanted, @Nullable String reason) {
        Job job = note(caller, wanted, reason);
        resume();
        return job;
    }

    private Job note(Caller caller, Wanted wanted, @Nullable String reason) {
        caller.require(Role.SUPERVISOR);
        UnitId unit = unit(caller, wanted.unit());
        Job.Selection selection =
                new Job.Selection(caller.scope(), unit, wanted.year(), wanted.reports(), wanted.outdated());
        return jobs.begin(selection, engine, caller.act(reason));
    }

    /// A job is seen by those whose scope covers its unit; who sees one unit only need not name it.
    private static @Nullable UnitId unit(Caller caller, @Nullable UnitId asked) {
        if (asked == null
                && caller.scope() instanceof Scope.Units own
                && own.units().size() == 1) {
            return own.units().iterator().next();
        }
        if (!caller.scope().covers(asked)) {
            throw new MingjianException(ProblemCode.FORBIDDEN, "that unit is not within your scope");
        }
        return asked;
    }

    /// A job and its progress.
    ///
    /// @throws MingjianException `NOT_FOUND` where there is none, or none that the caller may see
    public Job get(Caller caller, long sequence) {
        return jobs.find(sequence)
                .filter(job -> caller.scope().covers(job.unit()))
                .orElseThrow(() -> new MingjianException(ProblemCode.NOT_FOUND, "no such job"));
    }

    /// The newest jobs, as far as the caller may see them.
    public List<Job> list(Caller caller, int limit) {
        return jobs.list(Long.MAX_VALUE, limit).stream()
                .filter(job -> caller.scope().covers(job.unit()))
                .toList();
    }

    /// What became of the reports of a job, in order.
    ///
    /// @param after   place of the last one seen; 0 for the first page
    /// @param outcome only those that came out so; null for all
    public List<Changed> changes(Caller caller, long sequence, long after, int limit, @Nullable Outcome outcome) {
        get(caller, sequence);
        return jobs.items(sequence, after, limit, outcome).stream()
                .map(item -> changed(caller, item))
                .toList();
    }

    private Changed changed(Caller caller, Job.Item item) {
        StoredReport report;
        try {
            report = reports.get(caller, item.report());
        } catch (MingjianException gone) {
            return new Changed(item, null, List.of(), List.of());
        }
        Integer after = item.after();
        return item.outcome() != Outcome.CHANGED || after == null
                ? new Changed(item, report, List.of(), List.of())
                : new Changed(
                        item,
                        report,
                        reports.compare(caller, item.report(), item.before(), after),
                        corrections.list(caller, item.report(), after));
    }

    /// Stops a job; what was read anew stays so.
    ///
    /// @throws MingjianException `CONFLICT` where it has ended
    public Job stop(Caller caller, long sequence) {
        caller.require(Role.SUPERVISOR);
        get(caller, sequence);
        if (!jobs.end(sequence, Job.End.STOPPED, caller.act(null))) {
            throw new MingjianException(ProblemCode.CONFLICT, "the job has ended");
        }
        return get(caller, sequence);
    }

    /// Goes on with what was not finished, in the background.
    public void resume() {
        worker.resume();
    }

    /// Does all that was begun before it returns, this job included.
    ///
    /// @param watcher hears of the progress now and then
    public Job run(Caller caller, Wanted wanted, @Nullable String reason, Watcher watcher) {
        finish(watcher);
        Job job = note(caller, wanted, reason);
        finish(watcher);
        return get(caller, job.sequence());
    }

    /// Hears of progress.
    @FunctionalInterface
    public interface Watcher {
        void progress(Job job);
    }

    private void finish(Watcher watcher) {
        for (Optional<Job> job = jobs.unfinished(); job.isPresent(); job = jobs.unfinished()) {
            watcher.progress(job.get());
            step(job.get());
        }
    }

    private void work() {
        for (Optional<Job> job = jobs.unfinished(); job.isPresent() && !worker.isClosing(); job = jobs.unfinished()) {
            step(job.get());
        }
    }

    /// Some of a job's reports, or its end.
    private void step(Job job) {
        List<Job.Item> waiting = jobs.waiting(job.sequence(), STEP);
        for (Job.Item item : waiting) {
            if (worker.isClosing() || jobs.find(job.sequence()).map(Job::ended).isPresent()) {
                return;
            }
            jobs.note(job.sequence(), read(job, item));
        }
        if (waiting.isEmpty() && jobs.end(job.sequence(), Job.End.DONE, job.act())) {
            LOG.info("job {} is done: {}", job.sequence(), job.progress());
        }
    }

    private Job.Item read(Job job, Job.Item item) {
        Caller author = new Caller(job.act().author(), Role.ADMINISTRATOR, Scope.ALL);
        for (int attempt = 1; ; attempt++) {
            try {
                corrections.readAgain(author, item.report(), job.act().reason());
                return outcome(author, job, item);
            } catch (MingjianException problem) {
                switch (problem.code()) {
                    case NOT_FOUND -> {
                        return new Job.Item(item.place(), item.report(), item.before(), null, Outcome.GONE, null);
                    }
                    case STORAGE_FAILED, BUSY -> throw problem;
                    case CONFLICT -> {
                        if (attempt == ATTEMPTS) {
                            return failed(item, problem);
                        }
                    }
                    default -> {
                        return failed(item, problem);
                    }
                }
            } catch (RuntimeException e) {
                // One report that trips us must not keep all others from being read.
                LOG.error("report {} could not be read anew", item.report(), e);
                return failed(item, new MingjianException(ProblemCode.INTERNAL_ERROR, "our own mistake", e));
            }
        }
    }

    private static Job.Item failed(Job.Item item, MingjianException problem) {
        String code = problem.code().code();
        return new Job.Item(item.place(), item.report(), item.before(), null, Outcome.FAILED, code);
    }

    private Job.Item outcome(Caller author, Job job, Job.Item item) {
        List<Version> since = reports.versions(author, item.report()).stream()
                .filter(version -> version.number() > item.before()
                        && version.kind() == VersionKind.RE_EXTRACTION
                        && version.engine().equals(job.engine()))
                .toList();
        return since.isEmpty()
                ? new Job.Item(item.place(), item.report(), item.before(), item.before(), Outcome.SAME, null)
                : new Job.Item(
                        item.place(),
                        item.report(),
                        item.before(),
                        since.getFirst().number(),
                        Outcome.CHANGED,
                        null);
    }

    /// Lets the report at hand come to its end; the others wait for the next start.
    @Override
    public void close() {
        worker.close();
    }
}
