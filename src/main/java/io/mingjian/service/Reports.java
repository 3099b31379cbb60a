package io.mingjian.service;

import io.mingjian.extract.Extraction;
import io.mingjian.extract.ExtractionWriter;
import io.mingjian.extract.Extractor;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Kept;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.StoredReport;
import io.mingjian.store.Summary;
import io.mingjian.tables.StatutoryTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that can be done with reports but finding them, which is [Searches]. Safe to share between threads.
public final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private final Extractor extractor;
    private final ExtractionWriter writer;
    private final ReportStore store;
    private final Indexing indexing;
    private final Slots slots;

    public Reports(
            Extractor extractor, ExtractionWriter writer, ReportStore store, Indexing indexing, Capacity capacity) {
        this.extractor = extractor;
        this.writer = writer;
        this.store = store;
        this.indexing = indexing;
        this.slots = new Slots(capacity.extractions(), capacity.patience());
    }

    /// How much is done at once.
    ///
    /// @param extractions files read at the same time
    /// @param patience    how long a file waits for its turn
    public record Capacity(int extractions, Duration patience) {}

    /// Some reports, and where the next ones begin.
    ///
    /// @param next what to ask for next, or empty at the end
    public record Page(List<StoredReport> reports, Optional<Long> next) {}

    /// Whether everything kept can also be found.
    ///
    /// @param lag changes that the search index has not taken in
    public record State(int reports, long lag) {}

    /// Reads a file and keeps nothing.
    public byte[] extract(Upload upload, boolean includeText) {
        return writer.write(read(upload), includeText);
    }

    /// Reads a file, keeps it and makes it searchable; a file that is kept already is not read again.
    public Kept add(Upload upload) {
        Optional<StoredReport> before = store.findContent(upload.file());
        if (before.isPresent()) {
            return new Kept(before.get(), true);
        }
        Extraction extraction = read(upload);
        Kept kept = store.put(
                upload.file(),
                writer.write(extraction, false),
                extraction.document().text().value(),
                Summary.of(extraction));
        index(kept.report().id());
        return kept;
    }

    public StoredReport get(ReportId id) {
        return store.find(id).orElseThrow(Reports::notFound);
    }

    /// The extraction as it was kept, with the text where that is asked for.
    public byte[] extraction(ReportId id, boolean includeText) {
        byte[] json = store.extraction(id).orElseThrow(Reports::notFound);
        return includeText ? writer.withText(json, text(id)) : json;
    }

    public String text(ReportId id) {
        return store.text(id).orElseThrow(Reports::notFound);
    }

    /// The original file; not to be written to.
    public Path source(ReportId id) {
        return store.source(id).orElseThrow(Reports::notFound);
    }

    /// The newest reports before a place that an earlier page named; `Long.MAX_VALUE` for the first page.
    public Page list(long before, int limit) {
        List<StoredReport> reports = store.list(before, limit + 1);
        if (reports.size() <= limit) {
            return new Page(reports, Optional.empty());
        }
        List<StoredReport> page = reports.subList(0, limit);
        return new Page(page, Optional.of(page.getLast().sequence()));
    }

    public void remove(ReportId id) {
        if (store.remove(id).isEmpty()) {
            throw notFound();
        }
        index(id);
        LOG.info("report {} removed", id);
    }

    public State state() {
        return new State(store.count(), indexing.lag());
    }

    /// A new empty file for an upload; whoever asked for it deletes it.
    public Path newUpload() {
        return store.newUpload();
    }

    private Extraction read(Upload upload) {
        long asked = System.nanoTime();
        return slots.take(() -> {
            long begun = System.nanoTime();
            Extraction extraction = extractor.extract(upload);
            log(extraction, begun - asked, System.nanoTime() - begun);
            return extraction;
        });
    }

    /// The store is the truth: a report that is kept is acknowledged, and searched for as soon as the index can again.
    private void index(ReportId id) {
        try {
            indexing.catchUp();
        } catch (MingjianException e) {
            LOG.warn("report {} is kept, the search index could not follow yet", id, e);
        }
    }

    private static void log(Extraction extraction, long waited, long took) {
        LOG.info(
                "read {} model={} type={} bytes={} pages={} characters={} sections={} cells={} facts={} findings={} ms={} waited={}",
                ReportId.ofContent(extraction.document().sha256()),
                extraction.model(),
                extraction.document().mediaType(),
                extraction.document().bytes(),
                extraction.document().pages().count(),
                extraction.document().text().length(),
                extraction.outline().sections().size(),
                extraction.tables().stream()
                        .map(StatutoryTable::cells)
                        .mapToInt(List::size)
                        .sum(),
                extraction.facts().size(),
                extraction.findings().size(),
                Duration.ofNanos(took).toMillis(),
                Duration.ofNanos(waited).toMillis());
    }

    private static MingjianException notFound() {
        return new MingjianException(ProblemCode.NOT_FOUND, "no such report");
    }
}
