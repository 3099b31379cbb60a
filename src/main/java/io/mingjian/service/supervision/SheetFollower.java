package io.mingjian.service.supervision;

import io.mingjian.problem.MingjianException;
import io.mingjian.service.CatchingUp;
import io.mingjian.service.Readings;
import io.mingjian.store.Change;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.StoredReport;
import io.mingjian.store.supervision.Sheet;
import io.mingjian.store.supervision.SheetStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the figures to where the store is. Safe to share between threads: one follows at a time, and who finds
/// nothing to follow waits for nobody.
public final class SheetFollower {
    private static final Logger LOG = LoggerFactory.getLogger(SheetFollower.class);

    /// Changes taken in by one transaction.
    private static final int STEP = 200;

    private final ReportStore store;
    private final Readings readings;
    private final SheetStore sheets;
    private final SheetReader reader;
    private final ReentrantLock following = new ReentrantLock();

    public SheetFollower(Readings readings, SheetStore sheets, SheetReader reader) {
        this.store = readings.store();
        this.readings = readings;
        this.sheets = sheets;
        this.reader = reader;
    }

    /// Makes figures of a kept extraction.
    @FunctionalInterface
    public interface SheetReader {
        Sheet read(byte[] extraction);
    }

    /// Takes in everything that happened in the store, and gives the figures as they are then.
    public SheetStore current() {
        if (store.changesAfter(sheets.sequence()) > 0 || sheets.sequence() > store.sequence()) {
            follow();
        }
        return sheets;
    }

    private void follow() {
        following.lock();
        try {
            if (sheets.sequence() > store.sequence()) {
                LOG.warn("the figures are ahead of the store, as after a restored backup; they are made anew");
                sheets.clear();
            }
            CatchingUp progress = new CatchingUp(LOG, "took the figures of", store.changesAfter(sheets.sequence()));
            List<Change> changes = store.changes(sheets.sequence(), STEP);
            while (!changes.isEmpty()) {
                sheets.apply(changes, read(changes));
                progress.done(changes.size());
                changes = store.changes(sheets.sequence(), STEP);
            }
        } finally {
            following.unlock();
        }
    }

    private Map<ReportId, Sheet> read(List<Change> changes) {
        Map<ReportId, Sheet> read = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.Added added) {
                read(added.id()).ifPresent(sheet -> read.put(added.id(), sheet));
            }
        }
        return read;
    }

    private Optional<Sheet> read(ReportId id) {
        Optional<StoredReport> report = store.find(id);
        Optional<byte[]> extraction = report.flatMap(found -> readings.extraction(id, found.version()));
        try {
            return extraction.map(reader::read);
        } catch (MingjianException e) {
            throw e; // the disk, not the report: the next attempt may go better
        } catch (RuntimeException e) {
            // One report that cannot be read must not keep all later ones from being summed.
            LOG.error("report {} is kept but its figures cannot be read", id, e);
            return Optional.empty();
        }
    }
}
