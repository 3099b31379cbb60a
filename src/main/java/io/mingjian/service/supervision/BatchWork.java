package io.mingjian.service.supervision;

import io.mingjian.checks.Severity;
import io.mingjian.feed.unit.UnitMatcher;
import io.mingjian.feed.unit.UnitMatcher.Candidate;
import io.mingjian.feed.unit.UnitMatcher.Evidence;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Reports;
import io.mingjian.service.Worker;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.store.Summary;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Batch;
import io.mingjian.store.supervision.BatchFile;
import io.mingjian.store.supervision.BatchFile.Choice;
import io.mingjian.store.supervision.BatchFile.Guess;
import io.mingjian.store.supervision.BatchFile.Seen;
import io.mingjian.store.supervision.BatchStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what files of batches wait for: reads them, keeps those that were confirmed, takes back what is to be
/// undone. What was begun goes on after a restart; of a crash nothing is left but files that are read once more.
/// Safe to share between threads.
///
/// A confirmed file is read once more: what is kept is what the engine of that moment says, and a batch may have
/// lain for days.
public final class BatchWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWork.class);

    /// How much better the best candidate must be than the next for a unit to be proposed.
    private static final double MARGIN = 0.05;

    /// A year in a file's name.
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(?<year>20[0-9]{2})(?![0-9])");

    private final BatchStore batches;
    private final Reports reports;
    private final Units units;
    private final int parallel;
    private final Worker worker = new Worker("batches", this::work);
    private final ExecutorService readers;

    /// @param parallel files that are worked on at once
    public BatchWork(BatchStore batches, Reports reports, Units units, int parallel) {
        this.batches = batches;
        this.reports = reports;
        this.units = units;
        this.parallel = parallel;
        this.readers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("batch-", 0).factory());
    }

    /// Goes on with what was not finished, in the background.
    public void resume() {
        worker.resume();
    }

    private void work() throws InterruptedException {
        List<BatchFile> files = batches.underWay(parallel);
        while (!files.isEmpty() && !worker.isClosing()) {
            step(files);
            files = batches.underWay(parallel);
        }
    }

    private void step(List<BatchFile> files) throws InterruptedException {
        UnitMatcher matcher = units.matcher();
        List<Callable<Void>> tasks = files.stream()
                .<Callable<Void>>map(file -> () -> {
                    advance(file, matcher);
                    return null;
                })
                .toList();
        for (Future<Void> done : readers.invokeAll(tasks)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof MingjianException problem) {
                    throw problem;
                }
                throw new IllegalStateException(e);
            }
        }
    }

    /// Brings a file to where a person is asked again.
    private void advance(BatchFile file, UnitMatcher matcher) {
        try {
            switch (file.state()) {
                case WAITING, READING -> look(file, matcher);
                case CONFIRMED -> keep(file);
                case UNDOING -> batches.revert(file).ifPresent(reports::follow);
                case READ, FAILED, DUPLICATE, KEPT, UNDONE -> {
                    // Nothing waits for us.
                }
            }
        } catch (MingjianException problem) {
            switch (problem.code()) {
                case STORAGE_FAILED, BUSY -> throw problem;
                default -> batches.fail(file, failed(file), problem.code(), problem.detail());
            }
        } catch (RuntimeException e) {
            // One file that trips us must not keep all others from being read.
            LOG.error("file {} of batch {} tripped us", file.place(), file.batch(), e);
            batches.fail(file, failed(file), ProblemCode.INTERNAL_ERROR, "our own mistake");
        }
    }

    /// What became a report stays one where it cannot be taken back.
    private static Batch.State failed(BatchFile file) {
        return file.state() == Batch.State.UNDOING ? Batch.State.KEPT : Batch.State.FAILED;
    }

    private void look(BatchFile file, UnitMatcher matcher) {
        Scope scope = batches.find(file.batch()).map(Batch::scope).orElseThrow();
        Optional<ReportId> report = batches.report(file.sha256(), scope);
        Optional<Integer> twin = batches.twin(file);
        if (report.isPresent() || twin.isPresent()) {
            batches.duplicate(file, report.orElse(null), twin.orElse(null));
            return;
        }
        batches.reading(file);
        Reading reading = reports.reading(batches.source(file));
        Summary summary = reading.summary();
        Integer year = summary.year() == null ? yearOf(file.name()) : summary.year();
        List<Candidate> candidates = matcher
                .candidates(new Evidence(
                        summary.organization(),
                        year,
                        file.name() + "\n" + summary.title() + "\n" + Objects.toString(summary.region(), "") + "\n"
                                + Units.edges(reading.text())))
                .stream()
                .filter(candidate -> scope.covers(candidate.unit()))
                .toList();
        batches.read(
                file,
                seen(summary),
                new Choice(unit(candidates, scope), year, false),
                candidates.stream().map(BatchWork::guess).toList());
    }

    /// The unit that stands out; where none comes near, the one unit that the author may send for.
    private static @Nullable UnitId unit(List<Candidate> candidates, Scope scope) {
        Candidate clear = UnitMatcher.clear(candidates, MARGIN);
        if (clear != null) {
            return clear.unit();
        }
        return candidates.isEmpty()
                        && scope instanceof Scope.Units own
                        && own.units().size() == 1
                ? own.units().iterator().next()
                : null;
    }

    private static @Nullable Integer yearOf(String name) {
        Matcher year = YEAR.matcher(name);
        Integer found = null;
        while (year.find()) {
            Integer next = Integer.valueOf(year.group("year"));
            if (found != null && !found.equals(next)) {
                return null; // two years name none
            }
            found = next;
        }
        return found;
    }

    private static Seen seen(Summary summary) {
        return new Seen(
                summary.title(),
                summary.organization(),
                summary.year(),
                summary.form(),
                Objects.requireNonNullElse(summary.findings().get(Severity.ERROR), 0),
                Objects.requireNonNullElse(summary.findings().get(Severity.INCONSISTENCY), 0),
                Objects.requireNonNullElse(summary.findings().get(Severity.WARNING), 0));
    }

    private static Guess guess(Candidate candidate) {
        return new Guess(candidate.unit(), candidate.name(), candidate.score(), candidate.exact());
    }

    private void keep(BatchFile file) {
        Upload source = batches.source(file);
        reports.follow(batches.keep(file, reports.reading(source)));
    }

    /// Lets the files at hand come to their end; the others wait for the next start.
    @Override
    public void close() {
        worker.close();
        readers.shutdown();
    }
}
