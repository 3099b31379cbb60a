package io.mingjian.store;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A [ReportStore] of plain files, one folder a report; what a list needs is held in memory too.
///
/// ```text
/// DIR/lock                          held while a process uses the folder
/// DIR/incoming/                     what is being written; emptied at every start
/// DIR/reports/4f/4f0c…/source       the original, byte for byte
///                     /extraction   as it was submitted
///                     /text         UTF-8
///                     /entry        what a list shows, and the sequence number; written last
/// DIR/removed/17                    the id of the report that change 17 took away
/// ```
///
/// All maps are guarded by `changing`; files that are in place never change, so reading them needs no guard.
public final class FileReportStore implements ReportStore {
    private static final Logger LOG = LoggerFactory.getLogger(FileReportStore.class);

    private static final String REPORTS = "reports";
    private static final String REMOVED = "removed";
    private static final String SOURCE = "source";
    private static final String EXTRACTION = "extraction";
    private static final String TEXT = "text";
    private static final String ENTRY = "entry";

    private final StoreDirectory directory;
    private final Clock clock;
    private final ReentrantLock changing = new ReentrantLock();
    private final Map<ReportId, StoredReport> reports = new HashMap<>();
    private final TreeMap<Long, Change> changes = new TreeMap<>();

    private FileReportStore(StoreDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /// Opens the store in a folder, which is made where there is none.
    ///
    /// @throws MingjianException where the folder cannot be used, or another process uses it
    public static FileReportStore open(Path folder, Clock clock) {
        FileReportStore store = new FileReportStore(StoreDirectory.open(folder), clock);
        try {
            store.load();
            return store;
        } catch (IOException e) {
            store.close();
            throw failed("cannot read the store", e);
        }
    }

    private void load() throws IOException {
        for (Path folder : children(directory.resolve(REPORTS), 2)) {
            load(folder);
        }
        for (Path file : children(directory.resolve(REMOVED), 1)) {
            loadRemoval(file);
        }
    }

    private void load(Path folder) {
        try {
            StoredReport report = EntryFile.read(Files.readString(folder.resolve(ENTRY)));
            if (!folder.equals(folder(report.id())) || !isComplete(folder)) {
                throw new IOException("files are missing or misplaced");
            }
            reports.put(report.id(), report);
            changes.put(report.sequence(), new Change.Added(report.sequence(), report.id()));
        } catch (IOException e) {
            // Only hands or a broken disk do this; the rest of the store is still good.
            LOG.warn("left out a damaged report in {}; restore it from a backup or delete the folder", folder, e);
        }
    }

    private static boolean isComplete(Path folder) {
        return Stream.of(SOURCE, EXTRACTION, TEXT).allMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    /// A removal that had begun is finished here.
    private void loadRemoval(Path file) throws IOException {
        long sequence = Long.parseLong(file.getFileName().toString());
        ReportId id = new ReportId(Files.readString(file));
        StoredReport report = reports.get(id);
        if (report != null && report.sequence() < sequence) {
            reports.remove(id);
            changes.remove(report.sequence());
            directory.discard(folder(id));
        }
        changes.put(sequence, new Change.Removed(sequence, id));
    }

    private static List<Path> children(Path folder, int depth) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.find(folder, depth, (path, attributes) -> true)) {
            return found.filter(path -> folder.relativize(path).getNameCount() == depth && !path.equals(folder))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Kept put(Path source, byte[] extraction, String text, Summary summary) {
        try {
            String sha256 = StoreDirectory.sha256(source);
            ReportId id = ReportId.ofContent(sha256);
            Optional<StoredReport> before = find(id);
            if (before.isPresent()) {
                return new Kept(before.get(), true);
            }
            Path folder = directory.newFolder();
            try {
                StoreDirectory.copy(source, folder.resolve(SOURCE));
                StoreDirectory.write(folder.resolve(EXTRACTION), extraction);
                StoreDirectory.write(folder.resolve(TEXT), text.getBytes(StandardCharsets.UTF_8));
                return enter(id, sha256, folder, summary);
            } finally {
                StoreDirectory.deleteTree(folder);
            }
        } catch (IOException e) {
            throw failed("cannot keep a report", e);
        }
    }

    /// Gives the finished folder its number and its place.
    private Kept enter(ReportId id, String sha256, Path folder, Summary summary) throws IOException {
        changing.lock();
        try {
            StoredReport before = reports.get(id);
            if (before != null) {
                return new Kept(before, true); // two senders of the same file at the same time
            }
            StoredReport report = new StoredReport(
                    id, 1, sequence() + 1, clock.instant(), sha256, Files.size(folder.resolve(SOURCE)), summary);
            StoreDirectory.write(folder.resolve(ENTRY), EntryFile.write(report));
            directory.discard(folder(id)); // a damaged one that was left out at the start
            StoreDirectory.moveIntoPlace(folder, folder(id));
            reports.put(id, report);
            changes.put(report.sequence(), new Change.Added(report.sequence(), id));
            return new Kept(report, false);
        } finally {
            changing.unlock();
        }
    }

    @Override
    public Optional<StoredReport> remove(ReportId id) {
        changing.lock();
        try {
            StoredReport report = reports.get(id);
            if (report == null) {
                return Optional.empty();
            }
            long sequence = sequence() + 1;
            // From here on it is gone, even if deleting it has to wait for the next start.
            directory.place(
                    id.value().getBytes(StandardCharsets.UTF_8),
                    directory.resolve(REMOVED).resolve(Long.toString(sequence)));
            reports.remove(id);
            changes.remove(report.sequence());
            changes.put(sequence, new Change.Removed(sequence, id));
            directory.discard(folder(id));
            return Optional.of(report);
        } catch (IOException e) {
            throw failed("cannot remove a report", e);
        } finally {
            changing.unlock();
        }
    }

    @Override
    public Optional<StoredReport> find(ReportId id) {
        changing.lock();
        try {
            return Optional.ofNullable(reports.get(id));
        } finally {
            changing.unlock();
        }
    }

    @Override
    public Optional<StoredReport> findContent(Path source) {
        try {
            return find(ReportId.ofContent(StoreDirectory.sha256(source)));
        } catch (IOException e) {
            throw failed("cannot read an upload", e);
        }
    }

    @Override
    public List<StoredReport> list(long before, int limit) {
        changing.lock();
        try {
            List<StoredReport> newest = new ArrayList<>();
            for (Change change : changes.headMap(before, false).descendingMap().values()) {
                if (newest.size() == limit) {
                    break;
                }
                StoredReport report = reports.get(change.id());
                if (change instanceof Change.Added && report != null) {
                    newest.add(report);
                }
            }
            return newest;
        } finally {
            changing.unlock();
        }
    }

    @Override
    public List<Change> changes(long after, int limit) {
        changing.lock();
        try {
            return changes.tailMap(after, false).values().stream().limit(limit).toList();
        } finally {
            changing.unlock();
        }
    }

    @Override
    public int count() {
        changing.lock();
        try {
            return reports.size();
        } finally {
            changing.unlock();
        }
    }

    @Override
    public long sequence() {
        changing.lock();
        try {
            return changes.isEmpty() ? 0 : changes.lastKey();
        } finally {
            changing.unlock();
        }
    }

    @Override
    public Optional<byte[]> extraction(ReportId id) {
        return read(id, EXTRACTION);
    }

    @Override
    public Optional<String> text(ReportId id) {
        return read(id, TEXT).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Path> source(ReportId id) {
        return find(id).map(report -> folder(id).resolve(SOURCE));
    }

    private Optional<byte[]> read(ReportId id, String file) {
        if (find(id).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(folder(id).resolve(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // removed a moment ago
        } catch (IOException e) {
            throw failed("cannot read a report", e);
        }
    }

    @Override
    public Path newUpload() {
        try {
            return directory.newFile();
        } catch (IOException e) {
            throw failed("cannot write an upload", e);
        }
    }

    private Path folder(ReportId id) {
        return directory.resolve(REPORTS).resolve(id.value().substring(0, 2)).resolve(id.value());
    }

    @Override
    public void close() {
        directory.close();
    }

    private static MingjianException failed(String detail, IOException cause) {
        return new MingjianException(ProblemCode.STORAGE_FAILED, detail, cause);
    }
}
