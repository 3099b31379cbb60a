package io.mingjian.service;

import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Verification;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is done to the data as a whole, by whoever runs the program.
public final class Maintenance {
    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);

    private final ReportStore store;
    private final Indexing indexing;
    private final Reports reports;

    public Maintenance(ReportStore store, Indexing indexing, Reports reports) {
        this.store = store;
        this.indexing = indexing;
        this.reports = reports;
    }

    /// Makes the search index anew.
    ///
    /// @return how many reports it took in
    public int rebuildIndex() {
        return indexing.rebuild();
    }

    /// Copies the search index into a folder that is empty or missing: put in its place, it saves making it anew.
    public void copyIndex(Path to) {
        indexing.copy(to);
    }

    /// Looks at every byte that is kept.
    public Verification verify() {
        return store.verify();
    }

    /// Writes all that is kept into one file, and notes that it did.
    public void backup(Path to, Act act) {
        try (OutputStream out = Files.newOutputStream(to)) {
            store.backup(out);
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot write the backup", e);
        }
        store.noteBackup(act);
    }

    /// How much is kept, and when a backup was last taken.
    public ReportStore.Holdings holdings() {
        return store.holdings();
    }

    /// Fills the empty store from a backup, and looks at every byte of it.
    public Verification restore(Path from) {
        store.restore(from);
        return store.verify();
    }

    /// What became of the reports of an earlier program.
    ///
    /// @param refused files that could not be read; they are kept apart
    public record TakenOver(int added, int known, int refused) {}

    /// Takes over the originals that an earlier program kept as folders (`reports/4f/4f0c…/source`); they are
    /// read anew. The old folder is only read, so that this may be done twice.
    public TakenOver takeOver(Path earlier) {
        int added = 0;
        int known = 0;
        int refused = 0;
        for (Path folder : folders(earlier.resolve("reports"))) {
            Upload upload = new Upload(name(folder), null, folder.resolve("source"));
            try {
                boolean duplicate =
                        reports.add(Caller.LOCAL, upload, Belonging.UNSTATED).duplicate();
                added += duplicate ? 0 : 1;
                known += duplicate ? 1 : 0;
            } catch (MingjianException problem) {
                if (problem.code() == ProblemCode.STORAGE_FAILED) {
                    throw problem;
                }
                LOG.warn("{}: {}", folder, problem.code().code());
                refused++;
            }
        }
        return new TakenOver(added, known, refused);
    }

    private static List<Path> folders(Path reports) {
        try (Stream<Path> found = Files.walk(reports, 2)) {
            return found.filter(folder -> Files.isRegularFile(folder.resolve("source")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "no reports of an earlier program there", e);
        }
    }

    /// The file's name as it was sent, where the old entry tells it.
    private static String name(Path folder) {
        Properties lines = new Properties();
        try (Reader entry = Files.newBufferedReader(folder.resolve("entry"))) {
            lines.load(entry);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("no name for the report in {}", folder, e);
        }
        return lines.getProperty("name", "unnamed");
    }
}
