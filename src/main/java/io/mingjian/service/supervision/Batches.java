package io.mingjian.service.supervision;

import io.mingjian.ingest.Archive;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.Reports;
import io.mingjian.store.Act;
import io.mingjian.store.Role;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Batch;
import io.mingjian.store.supervision.Batch.State;
import io.mingjian.store.supervision.BatchFile;
import io.mingjian.store.supervision.BatchStore;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Many files at once, looked at before they count: each is read, and gets a unit and a year that a person may put
/// right, before the batch is confirmed. Safe to share between threads.
///
/// A batch is there for whoever began it, and for those whose scope covers all that its author might send.
public final class Batches {
    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    private final BatchStore batches;
    private final Reports reports;
    private final Units units;
    private final BatchWork work;
    private final Archive archive;

    /// @param archive unpacks, and says how many files a batch may have
    public Batches(BatchStore batches, Reports reports, Units units, BatchWork work, Archive archive) {
        this.batches = batches;
        this.reports = reports;
        this.units = units;
        this.work = work;
        this.archive = archive;
    }

    /// A file, and whether it can be confirmed.
    public record Item(BatchFile file, Readiness readiness) {}

    /// What a file lacks before it can become a report.
    public enum Readiness {
        READY,
        /// A person leaves it out.
        SKIPPED,
        /// Nobody has said whose it is.
        NO_UNIT,
        NO_YEAR,
        /// Another file of the batch is of the same unit and year.
        CLASH,
        /// It is of a unit that the caller may not send for.
        NOT_YOURS,
        /// It was not read, or is past all that.
        ELSEWHERE
    }

    /// Some files, and where the next ones begin.
    ///
    /// @param next the place to ask for next, or null at the end
    public record Page(List<Item> items, @Nullable Integer next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /// How many files a batch may have.
    public int most() {
        return archive.files();
    }

    /// Begins a batch with files and unpacked archives; they are read while the caller goes on.
    ///
    /// @param name what the author calls it; empty takes the first file's
    public Batch begin(Caller caller, String name, List<Upload> sent) {
        try (Unpacked files = unpack(sent, 0)) {
            String title = name.isBlank() ? sent.getFirst().name() : name;
            Batch batch = batches.begin(title, caller.scope(), files.uploads(), caller.act(null));
            work.resume();
            return batch;
        }
    }

    /// Adds files to a batch.
    public Batch add(Caller caller, long sequence, List<Upload> sent) {
        Batch batch = get(caller, sequence);
        try (Unpacked files = unpack(sent, batch.files())) {
            Batch now = batches.add(sequence, files.uploads(), caller.act(null));
            work.resume();
            return now;
        }
    }

    /// Files to be kept, and those of them that came out of archives, which are deleted on closing.
    private record Unpacked(List<Upload> uploads, List<Upload> ours) implements AutoCloseable {
        @Override
        public void close() {
            for (Upload upload : ours) {
                try {
                    Files.deleteIfExists(upload.file());
                } catch (IOException e) {
                    LOG.warn("cannot delete the unpacked file {}", upload.file(), e);
                }
            }
        }
    }

    private Unpacked unpack(List<Upload> sent, int before) {
        Unpacked unpacked = new Unpacked(new ArrayList<>(), new ArrayList<>());
        boolean done = false;
        try {
            for (Upload file : sent) {
                if (Archive.isArchive(file.file())) {
                    int first = unpacked.ours().size();
                    archive.unpack(file, unpacked.ours(), reports::newUpload);
                    unpacked.uploads()
                            .addAll(unpacked.ours()
                                    .subList(first, unpacked.ours().size()));
                } else {
                    unpacked.uploads().add(file);
                }
            }
            if (before + unpacked.uploads().size() > archive.files()) {
                throw MingjianException.limit(ProblemCode.TOO_MANY_FILES, archive.name(), archive.files());
            }
            if (unpacked.uploads().isEmpty()) {
                throw new MingjianException(ProblemCode.EMPTY_DOCUMENT, "there is no file in the archive");
            }
            done = true;
            return unpacked;
        } finally {
            if (!done) {
                unpacked.close();
            }
        }
    }

    /// A batch and how far it is.
    ///
    /// @throws MingjianException `NOT_FOUND` where there is none, or none that the caller may see
    public Batch get(Caller caller, long sequence) {
        return batches.find(sequence)
                .filter(batch -> sees(caller, batch))
                .orElseThrow(() -> new MingjianException(ProblemCode.NOT_FOUND, "no such batch"));
    }

    private static boolean sees(Caller caller, Batch batch) {
        return caller.name().equals(batch.act().author())
                || switch (batch.scope()) {
                    case Scope.All all -> caller.scope() instanceof Scope.All;
                    case Scope.Units own -> own.units().stream().allMatch(caller.scope()::covers);
                };
    }

    /// The newest batches that the caller may see and that were not thrown away.
    public List<Batch> list(Caller caller, int limit) {
        List<Batch> seen = new ArrayList<>();
        long before = Long.MAX_VALUE;
        while (true) {
            List<Batch> found = batches.list(before, limit);
            for (Batch batch : found) {
                if (seen.size() < limit && !batch.discarded() && sees(caller, batch)) {
                    seen.add(batch);
                }
            }
            if (found.size() < limit || seen.size() == limit) {
                return seen;
            }
            before = found.getLast().sequence();
        }
    }

    /// Files of a batch, in their order.
    ///
    /// @param after  the place after which the page begins
    /// @param states only those in one of these; empty for all
    public Page files(Caller caller, long sequence, int after, int limit, Set<State> states) {
        get(caller, sequence);
        List<BatchFile> found = batches.files(sequence, after, limit + 1, states);
        List<BatchFile> page = found.subList(0, Math.min(limit, found.size()));
        Requirements required = requirements(caller, sequence);
        return new Page(
                page.stream().map(file -> new Item(file, required.of(file))).toList(),
                found.size() > limit ? page.getLast().place() : null);
    }

    /// One file.
    ///
    /// @throws MingjianException `NOT_FOUND` where there is none at that place
    public Item file(Caller caller, long sequence, int place) {
        get(caller, sequence);
        BatchFile file = batches.file(sequence, place)
                .orElseThrow(() -> new MingjianException(ProblemCode.NOT_FOUND, "no such file"));
        return new Item(file, requirements(caller, sequence).of(file));
    }

    /// The original of a file as it was sent.
    public Upload source(Caller caller, long sequence, int place) {
        return batches.source(file(caller, sequence, place).file());
    }

    /// Files to which something happened after what a follower has seen of a batch.
    ///
    /// @param turn  of the last file seen
    /// @param place of the last file seen
    public List<Item> after(Caller caller, long sequence, long turn, int place, int limit) {
        get(caller, sequence);
        List<BatchFile> found = batches.after(sequence, turn, place, limit);
        if (found.isEmpty()) {
            return List.of();
        }
        Requirements required = requirements(caller, sequence);
        return found.stream().map(file -> new Item(file, required.of(file))).toList();
    }

    /// What each file of a batch lacks, for a caller.
    private record Requirements(Caller caller, Set<BatchFile.Choice> twice) {
        Readiness of(BatchFile file) {
            if (file.state() != State.READ) {
                return Readiness.ELSEWHERE;
            }
            BatchFile.Choice choice = file.belonging();
            if (file.skipped()) {
                return Readiness.SKIPPED;
            }
            if (choice.unit() == null) {
                return Readiness.NO_UNIT;
            }
            if (choice.year() == null) {
                return Readiness.NO_YEAR;
            }
            if (!caller.scope().covers(choice.unit())) {
                return Readiness.NOT_YOURS;
            }
            return twice.contains(key(choice)) ? Readiness.CLASH : Readiness.READY;
        }

        static BatchFile.Choice key(BatchFile.Choice choice) {
            return new BatchFile.Choice(choice.unit(), choice.year(), false);
        }
    }

    private Requirements requirements(Caller caller, long sequence) {
        Set<State> counting = Set.of(State.READ, State.CONFIRMED, State.KEPT);
        Set<BatchFile.Choice> twice = batches.files(sequence, 0, Integer.MAX_VALUE, counting).stream()
                .filter(file -> !file.skipped() && file.belonging().unit() != null)
                .collect(Collectors.groupingBy(file -> Requirements.key(file.belonging()), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Requirements(caller, twice);
    }

    /// Says whose reports files are, and which are left out; all of it or nothing.
    ///
    /// @throws MingjianException `FORBIDDEN` where a unit is not within the caller's scope
    public void edit(Caller caller, long sequence, List<BatchFile.Edit> edits) {
        get(caller, sequence);
        edits.stream()
                .map(BatchFile.Edit::unit)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(unit -> requireUnit(caller, unit));
        batches.edit(sequence, edits, caller.act(null));
    }

    /// A unit of the tree; or the very one that the caller may send for, whether or not there is a tree.
    private void requireUnit(Caller caller, UnitId unit) {
        if (!caller.scope().covers(unit)) {
            throw new MingjianException(ProblemCode.FORBIDDEN, "that unit is not within your scope");
        }
        if (!(caller.scope() instanceof Scope.Units own && own.units().contains(unit))) {
            units.get(caller, unit);
        }
    }

    /// Has failed files read again.
    ///
    /// @param place which one; null for all
    /// @return how many
    public int retry(Caller caller, long sequence, @Nullable Integer place) {
        get(caller, sequence);
        Set<Integer> places = place == null ? places(sequence, State.FAILED) : Set.of(place);
        return begun(places, "nothing has failed", () -> batches.retry(sequence, places, caller.act(null)));
    }

    /// How many files stand where, from whether they are ready to what they lack.
    public Map<Readiness, Integer> readiness(Caller caller, long sequence) {
        get(caller, sequence);
        Requirements required = requirements(caller, sequence);
        Map<Readiness, Integer> counts = new EnumMap<>(Readiness.class);
        for (BatchFile file : batches.files(sequence, 0, Integer.MAX_VALUE, Set.of(State.READ))) {
            counts.merge(required.of(file), 1, Integer::sum);
        }
        return counts;
    }

    /// Makes reports of all files that are ready; the others stay as they are.
    ///
    /// @return how many
    public int confirm(Caller caller, long sequence, @Nullable String reason) {
        get(caller, sequence);
        Requirements required = requirements(caller, sequence);
        Set<Integer> ready = batches.files(sequence, 0, Integer.MAX_VALUE, Set.of(State.READ)).stream()
                .filter(file -> required.of(file) == Readiness.READY)
                .map(BatchFile::place)
                .collect(Collectors.toSet());
        Act act = caller.act(reason);
        return begun(ready, "no file is ready", () -> batches.confirm(sequence, ready, act));
    }

    /// Takes back all that became of a batch: new reports are removed, older versions restored; histories stay.
    ///
    /// @return how many files that is
    public int undo(Caller caller, long sequence, @Nullable String reason) {
        caller.require(Role.SUPERVISOR);
        get(caller, sequence);
        Set<Integer> kept = batches.files(sequence, 0, Integer.MAX_VALUE, Set.of(State.KEPT)).stream()
                .filter(file -> caller.scope().covers(file.belonging().unit()))
                .map(BatchFile::place)
                .collect(Collectors.toSet());
        return begun(kept, "nothing was kept", () -> batches.undo(sequence, kept, caller.act(reason)));
    }

    private Set<Integer> places(long sequence, State state) {
        return batches.files(sequence, 0, Integer.MAX_VALUE, Set.of(state)).stream()
                .map(BatchFile::place)
                .collect(Collectors.toSet());
    }

    private int begun(Set<Integer> places, String otherwise, IntSupplier step) {
        if (places.isEmpty()) {
            throw new MingjianException(ProblemCode.CONFLICT, otherwise);
        }
        int begun = step.getAsInt();
        work.resume();
        return begun;
    }

    /// Throws a batch away of which nothing was confirmed.
    public void discard(Caller caller, long sequence) {
        get(caller, sequence);
        batches.discard(sequence, caller.act(null));
    }
}
