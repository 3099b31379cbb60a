package io.mingjian.service;

import io.mingjian.index.IndexChange;
import io.mingjian.index.IndexedReport;
import io.mingjian.index.IndexedReport.Standing;
import io.mingjian.index.ReportDecoder;
import io.mingjian.index.ReportIndex;
import io.mingjian.problem.MingjianException;
import io.mingjian.store.Change;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the index to where the store is. Safe to share between threads: `following` lets one follow at a time.
public final class Indexing {
    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);

    /// Changes asked for at once.
    private static final int STEP = 200;

    private final ReportStore store;
    private final Readings readings;
    private final ReportIndex index;
    private final ReportDecoder decoder;
    private final Commits commits;
    private final ReentrantLock following = new ReentrantLock();
    private long committed = System.nanoTime(); // guarded by following
    private int uncommitted; // guarded by following

    public Indexing(Readings readings, ReportIndex index, ReportDecoder decoder, Commits commits) {
        this.store = readings.store();
        this.readings = readings;
        this.index = index;
        this.decoder = decoder;
        this.commits = commits;
    }

    /// When the index is committed. A commit costs more than a change; what a crash takes before the next one
    /// is taken in again at the start.
    ///
    /// @param every   while changes come, at most this long after the last commit
    /// @param changes after so many changes at the latest
    public record Commits(Duration every, int changes) {
        public Commits {
            if (every.isNegative() || changes < 1) {
                throw new IllegalArgumentException("no time to commit at: " + every + ", " + changes);
            }
        }
    }

    /// Takes in everything that happened in the store, so that searches see it when this returns.
    ///
    /// @return how many changes there were
    public int catchUp() {
        following.lock();
        try {
            if (index.sequence() > store.sequence()) {
                LOG.warn("the search index is ahead of the store, as after a restored backup; it is made anew");
                index.clear();
            }
            int taken = 0;
            CatchingUp progress = new CatchingUp(LOG, "indexed", lag());
            List<Change> changes = store.changes(index.sequence(), STEP);
            while (!changes.isEmpty()) {
                index.apply(changes.stream().map(this::read).toList());
                taken += changes.size();
                uncommitted += changes.size();
                progress.done(changes.size());
                commitWhereDue();
                changes = changes.size() < STEP ? List.of() : store.changes(index.sequence(), STEP);
            }
            index.refresh();
            if (uncommitted > 0) {
                commitWhereDue();
            }
            return taken;
        } finally {
            following.unlock();
        }
    }

    private void commitWhereDue() {
        if (uncommitted >= commits.changes()
                || System.nanoTime() - committed > commits.every().toNanos()) {
            commit();
        }
    }

    /// Makes the index anew from the store.
    public int rebuild() {
        following.lock();
        try {
            index.clear();
            int taken = catchUp();
            commit();
            return taken;
        } finally {
            following.unlock();
        }
    }

    /// Puts a copy of the index, as it is now, into a folder that is empty or missing; searches and changes go on.
    public void copy(Path folder) {
        following.lock();
        try {
            commit();
        } finally {
            following.unlock();
        }
        index.backup(folder);
    }

    /// How many changed reports the index has not taken in.
    public int lag() {
        return store.changesAfter(index.sequence());
    }

    private void commit() {
        index.commit();
        committed = System.nanoTime();
        uncommitted = 0;
    }

    private IndexChange read(Change change) {
        return switch (change) {
            case Change.Added added -> put(added);
            case Change.Removed removed -> new IndexChange.Remove(removed.sequence(), removed.id());
        };
    }

    private IndexChange put(Change.Added added) {
        Optional<IndexedReport> report;
        try {
            report = decode(added);
        } catch (MingjianException e) {
            throw e; // the disk, not the report: the next attempt may go better
        } catch (RuntimeException e) {
            // One report that cannot be read must not keep all later ones from being found.
            LOG.error("report {} is kept but cannot be searched", added.id(), e);
            report = Optional.empty();
        }
        return report.<IndexChange>map(found -> new IndexChange.Put(added.sequence(), found))
                .orElseGet(() -> new IndexChange.Skip(added.sequence()));
    }

    private Optional<IndexedReport> decode(Change.Added added) {
        ReportId id = added.id();
        return store.find(id)
                .flatMap(report -> readings.extraction(id, report.version())
                        .flatMap(json -> store.text(id, report.version())
                                .map(text -> decoder.decode(id, json, text)
                                        .standing(new Standing(report.unit(), added.news())))));
    }
}
