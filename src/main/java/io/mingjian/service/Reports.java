package io.mingjian.service;

import io.mingjian.checks.Comparison;
import io.mingjian.checks.Waiver;
import io.mingjian.extract.Engine;
import io.mingjian.extract.Extraction;
import io.mingjian.extract.ExtractionWriter;
import io.mingjian.extract.Extractor;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Belonging;
import io.mingjian.store.FailedFile;
import io.mingjian.store.Failure;
import io.mingjian.store.Kept;
import io.mingjian.store.LogEntry;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Role;
import io.mingjian.store.Scope;
import io.mingjian.store.StoredReport;
import io.mingjian.store.Summary;
import io.mingjian.store.Version;
import io.mingjian.store.VersionKind;
import io.mingjian.tables.StatutoryTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that can be done with reports but finding them, which is [Searches]. Safe to share between threads.
public final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private final Extractor extractor;
    private final ExtractionWriter writer;
    private final ReportStore store;
    private final Readings readings;
    private final LookingBack lookingBack;
    private final Indexing indexing;
    private final Slots slots;
    private final ExtractionComparer comparer;

    public Reports(
            Extractor extractor,
            ExtractionWriter writer,
            Readings readings,
            LookingBack lookingBack,
            Indexing indexing,
            ExtractionComparer comparer,
            Capacity capacity) {
        this.extractor = extractor;
        this.writer = writer;
        this.store = readings.store();
        this.readings = readings;
        this.lookingBack = lookingBack;
        this.indexing = indexing;
        this.comparer = comparer;
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
    /// @param lag changed reports that the search index has not taken in
    public record State(int reports, int lag) {}

    /// What reads here.
    Engine engine() {
        return extractor.engine();
    }

    /// Reads a file and keeps nothing.
    public byte[] extract(Upload upload, boolean includeText) {
        return writer.write(read(upload), includeText);
    }

    /// Reads a file and holds it against the rules; keeps nothing.
    ///
    /// @param previous the unit's report of the year before
    /// @param others   reports of other units
    public Extraction check(Upload upload, Optional<Upload> previous, List<Upload> others, List<Waiver> waivers) {
        Extraction extraction = read(upload);
        Comparison comparison = new Comparison(
                previous.map(this::read).map(Extraction::report).orElse(null),
                others.stream().map(other -> read(other).report()).toList());
        return extractor.recheck(extraction, comparison, waivers);
    }

    /// Reads a file, keeps nothing, and tells of every number of its prose what became of it.
    public byte[] explain(Upload upload, boolean includeText) {
        Extraction extraction = read(upload);
        return writer.write(extraction, includeText, extractor.candidates(extraction));
    }

    /// Reads a file, keeps it and makes it searchable; a file that is kept already is not read again. One that
    /// cannot be read is kept too, apart from the reports.
    public Kept add(Caller caller, Upload upload, Belonging asked) {
        Belonging belonging = within(caller, asked);
        Optional<StoredReport> before = store.findContent(upload.file(), belonging);
        if (before.isPresent()) {
            return new Kept(before.get(), true);
        }
        Extraction extraction;
        try {
            extraction = read(upload);
        } catch (MingjianException problem) {
            keepFailure(caller, upload, belonging, problem);
            throw problem;
        }
        Kept kept = store.put(upload, belonging, reading(extraction), caller.act(null));
        index(kept.report().id());
        return kept;
    }

    private void keepFailure(Caller caller, Upload upload, Belonging belonging, MingjianException problem) {
        switch (problem.code()) {
            case UNSUPPORTED_FORMAT,
                    BROKEN_DOCUMENT,
                    ENCRYPTED_DOCUMENT,
                    NO_TEXT_LAYER,
                    PARSER_FAILED,
                    TEXT_TOO_LONG -> {
                FailedFile file = new FailedFile(belonging, problem.code(), problem.detail());
                store.putFailure(upload, file, caller.act(null));
            }
            default -> LOG.debug("a refusal that says nothing of the file: {}", problem.code());
        }
    }

    /// Who may see one unit's reports only need not name it.
    private static Belonging within(Caller caller, Belonging asked) {
        if (asked.unit() == null
                && caller.scope() instanceof Scope.Units own
                && own.units().size() == 1) {
            return new Belonging(own.units().iterator().next(), asked.year());
        }
        if (!caller.scope().covers(asked.unit())) {
            throw new MingjianException(ProblemCode.FORBIDDEN, "that unit is not within your scope");
        }
        return asked;
    }

    /// What is kept of an extraction that nobody corrected.
    Reading reading(Extraction extraction) {
        return new Reading(
                writer.write(extraction, false),
                extraction.document().text().value(),
                Summary.of(extraction),
                extractor.engine(),
                null,
                extraction.findings());
    }

    /// What would be kept of a file; keeps nothing.
    public Reading reading(Upload upload) {
        return reading(read(upload));
    }

    /// Makes what somebody else kept or changed in the store searchable.
    public void follow(ReportId id) {
        index(id);
    }

    /// A report in its current version.
    ///
    /// @throws MingjianException `NOT_FOUND` where there is none, or none that the caller may see
    public StoredReport get(Caller caller, ReportId id) {
        return store.find(id)
                .filter(report -> caller.scope().covers(report.unit()))
                .orElseThrow(Reports::notFound);
    }

    /// The extraction as it was kept, with the text where that is asked for.
    ///
    /// @param version null for the current one
    public byte[] extraction(Caller caller, ReportId id, @Nullable Integer version, boolean includeText) {
        int number = number(get(caller, id), version);
        byte[] json = readings.extraction(id, number).orElseThrow(Reports::notFound);
        return includeText ? writer.withText(json, text(caller, id, number)) : json;
    }

    public String text(Caller caller, ReportId id, @Nullable Integer version) {
        return store.text(id, number(get(caller, id), version)).orElseThrow(Reports::notFound);
    }

    /// The original as it was sent; its file is not to be written to.
    public Upload source(Caller caller, ReportId id, @Nullable Integer version) {
        return store.source(id, number(get(caller, id), version)).orElseThrow(Reports::notFound);
    }

    private static int number(StoredReport report, @Nullable Integer version) {
        return version == null ? report.version() : version;
    }

    /// All versions of a report, the first one first.
    public List<Version> versions(Caller caller, ReportId id) {
        return store.versions(get(caller, id).id());
    }

    /// What two versions of a report state differently, each by itself: what other years say is no part of a
    /// version.
    public List<Difference> compare(Caller caller, ReportId id, int before, int after) {
        get(caller, id);
        return comparer.compare(
                readings.alone(id, before).orElseThrow(Reports::notFound),
                readings.alone(id, after).orElseThrow(Reports::notFound));
    }

    /// An extraction of a kept report as it stands: held against the rules beside the year before, with what was
    /// accepted in it.
    Extraction standing(ReportId id, Extraction extraction) {
        return extractor.recheck(extraction, lookingBack.comparison(id), readings.waivers(id));
    }

    /// Makes what an earlier version says current again, as a new version.
    public StoredReport restore(Caller caller, ReportId id, int version, @Nullable String reason) {
        caller.require(Role.SUPERVISOR);
        StoredReport report = get(caller, id);
        StoredReport now = store.repeat(report.id(), version, VersionKind.RESTORATION, caller.act(reason));
        index(id);
        return now;
    }

    /// Says whose report it is.
    public StoredReport assign(Caller caller, ReportId id, Belonging belonging) {
        caller.require(Role.SUPERVISOR);
        get(caller, id);
        StoredReport now = store.assign(id, within(caller, belonging), caller.act(null));
        index(id);
        return now;
    }

    /// The newest reports before a place that an earlier page named; `Long.MAX_VALUE` for the first page.
    public Page list(Caller caller, long before, int limit) {
        List<StoredReport> reports = store.list(before, limit + 1, caller.scope());
        if (reports.size() <= limit) {
            return new Page(reports, Optional.empty());
        }
        List<StoredReport> page = reports.subList(0, limit);
        return new Page(page, Optional.of(page.getLast().sequence()));
    }

    /// The newest files that could not be read, before a place that an earlier page named.
    public List<Failure> failures(Caller caller, long before, int limit) {
        return store.failures(before, limit, caller.scope());
    }

    /// Takes a report out of lists and search. Its versions stay; sending its bytes again brings it back.
    public void remove(Caller caller, ReportId id, @Nullable String reason) {
        caller.require(Role.SUPERVISOR);
        get(caller, id);
        if (store.remove(id, caller.act(reason)).isEmpty()) {
            throw notFound();
        }
        index(id);
        LOG.info("report {} removed", id);
    }

    /// Who changed what, after a place that an earlier page named, the oldest first.
    public List<LogEntry> log(Caller caller, long after, int limit) {
        caller.requireAll(Role.ADMINISTRATOR);
        return store.log(after, limit);
    }

    /// How many reports there are for the caller.
    public int count(Caller caller) {
        return store.count(caller.scope());
    }

    public State state() {
        return new State(store.count(Scope.ALL), indexing.lag());
    }

    /// How busy the readers of files are, right now.
    ///
    /// @param reading files that are being read
    /// @param waiting files that wait for their turn
    /// @param places  how many may be read at once
    public record Load(int reading, int waiting, int places) {}

    public Load load() {
        return new Load(slots.taken(), slots.waiting(), slots.count());
    }

    /// A new empty file for an upload; whoever asked for it deletes it.
    public Path newUpload() {
        return store.newUpload();
    }

    /// Reads a file as soon as there is a place for it.
    Extraction read(Upload upload) {
        long asked = System.nanoTime();
        return slots.take(() -> {
            long begun = System.nanoTime();
            Extraction extraction = extractor.extract(upload);
            log(extraction, begun - asked, System.nanoTime() - begun);
            return extraction;
        });
    }

    /// The store is the truth: a report that is kept is acknowledged, held beside the year before and searched
    /// for as soon as that can be done again.
    void index(ReportId id) {
        try {
            lookingBack.follow();
            indexing.catchUp();
        } catch (MingjianException e) {
            LOG.warn("report {} is kept, what is derived from it could not follow yet", id, e);
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
