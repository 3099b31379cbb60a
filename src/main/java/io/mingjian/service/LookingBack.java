package io.mingjian.service;

import io.mingjian.checks.Checker;
import io.mingjian.checks.Comparison;
import io.mingjian.checks.Finding;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Report;
import io.mingjian.problem.MingjianException;
import io.mingjian.store.Change;
import io.mingjian.store.LookBack;
import io.mingjian.store.LookBackStore;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds each kept report beside its unit's report of the year before, and again whenever one of the two
/// changes. Safe to share between threads: `following` lets one follow at a time.
///
/// What it finds depends on the current versions of the two reports and on nothing else. It is kept, so that
/// lists can count it, decisions can name it, and a page need not read two reports.
public final class LookingBack {
    private static final Logger LOG = LoggerFactory.getLogger(LookingBack.class);

    /// Changes asked for at once.
    private static final int STEP = 200;

    private final ReportStore store;
    private final LookBackStore lookBacks;
    private final Overlay overlay;
    private final ReportReader reader;
    private final Checker checker;
    private final ReentrantLock following = new ReentrantLock();

    public LookingBack(Readings readings, ReportReader reader, Checker checker) {
        this.store = readings.store();
        this.lookBacks = readings.lookBacks();
        this.overlay = readings.overlay();
        this.reader = reader;
        this.checker = checker;
    }

    /// Takes in everything that happened in the store. A report of which something else is found than before
    /// counts as changed by that, so that whoever follows the store hears of it.
    public void follow() {
        following.lock();
        try {
            if (lookBacks.sequence() > store.sequence()) {
                LOG.warn("the look-backs are ahead of the store, as after a restored backup; they are made anew");
                lookBacks.clear();
            }
            CatchingUp progress =
                    new CatchingUp(LOG, "held beside the year before", store.changesAfter(lookBacks.sequence()));
            List<Change> changes = store.changes(lookBacks.sequence(), STEP);
            while (!changes.isEmpty()) {
                for (Change change : changes) {
                    lookBacks.concerned(change.id()).forEach(this::look);
                }
                lookBacks.reach(changes.getLast().sequence());
                progress.done(changes.size());
                changes = store.changes(lookBacks.sequence(), STEP);
            }
        } finally {
            following.unlock();
        }
    }

    /// What to hold a report against: its unit's report of the year before, where there is one.
    Comparison comparison(ReportId id) {
        return lookBacks
                .due(id)
                .map(pair -> read(pair.previous(), pair.previousVersion()).report())
                .map(Comparison::with)
                .orElse(Comparison.NONE);
    }

    private void look(ReportId id) {
        Optional<LookBack.Pair> due = lookBacks.due(id);
        Optional<LookBack.Pair> made = lookBacks.made(id);
        if (due.equals(made)) {
            return;
        }
        due.flatMap(this::look).ifPresentOrElse(lookBacks::put, () -> lookBacks.remove(id));
    }

    private Optional<LookBack> look(LookBack.Pair pair) {
        try {
            ReportReader.Found now = read(pair.report(), pair.version());
            Report before = read(pair.previous(), pair.previousVersion()).report();
            List<Outcome> outcomes = checker.lookBack(now.report(), before);
            List<Finding> added = Outcome.findings(outcomes).stream()
                    .filter(finding -> !now.fingerprints().contains(finding.fingerprint()))
                    .toList();
            return Optional.of(new LookBack(pair, overlay.encode(outcomes, added), added));
        } catch (MingjianException e) {
            throw e; // the disk, not the report: the next attempt may go better
        } catch (RuntimeException e) {
            // One report that cannot be read must not keep all later ones from being looked at.
            LOG.error("report {} is kept but cannot be held beside {}", pair.report(), pair.previous(), e);
            return Optional.empty();
        }
    }

    private ReportReader.Found read(ReportId id, int version) {
        return reader.read(
                store.extraction(id, version).orElseThrow(),
                store.text(id, version).orElseThrow());
    }
}
