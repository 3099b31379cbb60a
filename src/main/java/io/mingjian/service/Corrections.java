package io.mingjian.service;

import io.mingjian.extract.Corrected;
import io.mingjian.extract.Corrected.Applied;
import io.mingjian.extract.Corrected.Standing;
import io.mingjian.extract.Correction;
import io.mingjian.extract.Corrector;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.StoredReport;
import io.mingjian.store.VersionKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Corrections by hand, and reading anew with them in place. Safe to share between threads.
///
/// Both lay the corrections over what the engine of today reads in the original. So a version never mixes two
/// engines: where the engine reads something else than it did, that becomes a version of its own before the
/// correction.
public final class Corrections {
    private static final int STEP = 100;

    private final Reports reports;
    private final ReportStore store;
    private final Corrector corrector;
    private final CorrectionCodec codec;
    private final Clock clock;

    public Corrections(Reports reports, ReportStore store, Corrector corrector, CorrectionCodec codec, Clock clock) {
        this.reports = reports;
        this.store = store;
        this.corrector = corrector;
        this.codec = codec;
        this.clock = clock;
    }

    /// What was corrected in a version, and how its engine stands to it.
    ///
    /// @param version null for the current one
    public List<HandMade> list(Caller caller, ReportId id, @Nullable Integer version) {
        StoredReport report = reports.get(caller, id);
        return made(id, version == null ? report.version() : version);
    }

    /// A report with values that were set by hand.
    ///
    /// @param extraction of its current version
    @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
    public record CorrectedReport(StoredReport report, Upload source, byte[] extraction, List<HandMade> made) {}

    /// Hands out every report with corrections that the caller may see, the newest first.
    ///
    /// @return how many there were
    public int forEach(Caller caller, Consumer<CorrectedReport> reader) {
        int count = 0;
        List<StoredReport> page = store.corrected(Long.MAX_VALUE, STEP, caller.scope());
        while (!page.isEmpty()) {
            for (StoredReport report : page) {
                ReportId id = report.id();
                reader.accept(new CorrectedReport(
                        report,
                        reports.source(caller, id, report.version()),
                        reports.extraction(caller, id, report.version(), false),
                        made(id, report.version())));
                count++;
            }
            page = store.corrected(page.getLast().sequence(), STEP, caller.scope());
        }
        return count;
    }

    private List<HandMade> made(ReportId id, int version) {
        return store.correction(id, version)
                .map(Reading.Correction::corrections)
                .map(codec::decode)
                .orElse(List.of());
    }

    /// Corrects values; all of them or none.
    ///
    /// @param from the version that the caller has seen
    /// @throws MingjianException `CONFLICT` where there is a newer version, `BAD_REQUEST` where a place is not
    ///                           there
    public StoredReport correct(Caller caller, ReportId id, int from, List<Correction> asked, @Nullable String reason) {
        StoredReport seen = reports.get(caller, id);
        if (seen.version() != from) {
            throw new MingjianException(ProblemCode.CONFLICT, "version " + seen.version() + " is newer than " + from);
        }
        Extraction machine = readAnew(seen);
        StoredReport report = keep(caller, seen, machine, null).orElse(seen);
        Map<String, HandMade> all = new LinkedHashMap<>();
        made(id, report.version()).forEach(made -> all.put(made.correction().place(), made));
        for (Correction correction : asked) {
            all.put(
                    correction.place(),
                    new HandMade(correction, caller.name(), reason, clock.instant(), Standing.DIFFERS, null));
        }
        Reading reading = reading(machine, List.copyOf(all.values()), asked);
        StoredReport now = store.revise(id, report.version(), VersionKind.CORRECTION, reading, caller.act(reason));
        reports.index(id);
        return now;
    }

    /// Reads the original with the engine of today, the corrections in place.
    ///
    /// @return the new version; empty where the engine reads what it read before
    public Optional<StoredReport> readAgain(Caller caller, ReportId id, @Nullable String reason) {
        StoredReport report = reports.get(caller, id);
        return keep(caller, report, readAnew(report), reason);
    }

    /// The report as the engine of today reads it, with what was corrected laid over: for whoever needs more of
    /// it than is kept. Nothing is kept of it.
    public Extraction corrected(Caller caller, ReportId id) {
        StoredReport report = reports.get(caller, id);
        Extraction machine = readAnew(report);
        List<Correction> made =
                made(id, report.version()).stream().map(HandMade::correction).toList();
        return reports.standing(
                id, made.isEmpty() ? machine : corrector.apply(machine, made).extraction());
    }

    private Extraction readAnew(StoredReport report) {
        return reports.read(store.source(report.id(), report.version())
                .orElseThrow(() -> new MingjianException(ProblemCode.NOT_FOUND, "no such report")));
    }

    private Optional<StoredReport> keep(
            Caller caller, StoredReport report, Extraction machine, @Nullable String reason) {
        ReportId id = report.id();
        Reading reading = reading(machine, made(id, report.version()), List.of());
        byte[] before = store.correction(id, report.version())
                .map(Reading.Correction::machine)
                .or(() -> store.extraction(id, report.version()))
                .orElseThrow();
        Reading.Correction correction = reading.correction();
        if (Arrays.equals(before, correction == null ? reading.extraction() : correction.machine())) {
            store.confirm(id, report.version(), reading.engine());
            return Optional.empty();
        }
        StoredReport now = store.revise(id, report.version(), VersionKind.RE_EXTRACTION, reading, caller.act(reason));
        reports.index(id);
        return Optional.of(now);
    }

    /// The corrections over the engine's reading. New ones must have their places; old ones may have lost theirs.
    private Reading reading(Extraction machine, List<HandMade> made, List<Correction> asked) {
        if (made.isEmpty()) {
            return reports.reading(machine);
        }
        Corrected corrected =
                corrector.apply(machine, made.stream().map(HandMade::correction).toList());
        List<HandMade> now = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            HandMade before = made.get(i);
            Applied applied = corrected.applied().get(i);
            if (applied.standing() == Standing.LOST && asked.contains(before.correction())) {
                throw new MingjianException(
                        ProblemCode.BAD_REQUEST,
                        "nothing to correct at " + before.correction().place());
            }
            now.add(new HandMade(
                    before.correction(),
                    before.author(),
                    before.reason(),
                    before.at(),
                    applied.standing(),
                    applied.machine()));
        }
        Reading plain = reports.reading(machine);
        Reading reading = reports.reading(corrected.extraction());
        return new Reading(
                reading.extraction(),
                reading.text(),
                reading.summary(),
                reading.engine(),
                new Reading.Correction(plain.extraction(), codec.encode(now)),
                reading.findings());
    }
}
