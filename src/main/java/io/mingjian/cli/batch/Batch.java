package io.mingjian.cli.batch;

import io.mingjian.cli.batch.SourceFiles.SourceFile;
import io.mingjian.ingest.Archive;
import io.mingjian.ingest.Limits;
import io.mingjian.ingest.Unpacked;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.problem.ProblemMessages;
import io.mingjian.wire.BatchLine;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All files of a folder, extracted by several workers and written in order. Used once, by one thread.
public final class Batch {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    /// Files under way a worker: enough that one slow file does not keep the others waiting.
    private static final int AHEAD = 8;

    private final Plan plan;
    private final FileExtraction extraction;
    private final Progress progress;
    private final Deque<Future<Outcome>> underway = new ArrayDeque<>();
    private int all;
    private int extracted;
    private int kept;
    private int failed;

    public Batch(Plan plan, FileExtraction extraction, Progress progress) {
        this.plan = plan;
        this.extraction = extraction;
        this.progress = progress;
    }

    /// One file's extraction as JSON; called by several threads at once.
    public interface FileExtraction {
        /// The extraction.
        ///
        /// @throws MingjianException where the file cannot be read
        byte[] of(Upload upload);
    }

    /// What is to be done.
    ///
    /// @param folder     what is read, with the folders within it, or an archive
    /// @param results    the extractions, a line each; gone on with where it exists
    /// @param failures   what could not be read in this run; written anew
    /// @param unreadable the sentence for a file that the system does not let us open
    /// @param workers    files read at the same time
    /// @param limits     what is accepted of archives
    public record Plan(Path folder, Path results, Path failures, String unreadable, int workers, Limits limits) {}

    /// How many files were extracted now, had been extracted before, and could not be read.
    public record Tally(int extracted, int kept, int failed) {}

    private sealed interface Outcome {
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Extracted(byte[] line) implements Outcome {}

        record Kept() implements Outcome {}

        record Failed(BatchLine.Failure failure) implements Outcome {}
    }

    /// Does what is still to be done.
    ///
    /// @throws IOException where the folder cannot be listed or the results cannot be written
    /// @throws ForeignFile where the results' file is not for us to write
    public Tally run() throws IOException {
        Set<Path> ours = Set.of(absolute(plan.results()), absolute(plan.failures()));
        List<SourceFile> files = SourceFiles.of(plan.folder(), ours);
        all = files.size();
        try (ResultFile results = ResultFile.open(plan.results());
                OutputStream failures = new BufferedOutputStream(Files.newOutputStream(plan.failures()));
                ExecutorService workers = Executors.newFixedThreadPool(plan.workers())) {
            try {
                for (SourceFile file : files) {
                    if (file.usable() && isArchive(file)) {
                        documents(file, results, failures, workers);
                    } else {
                        underway(file, results, failures, workers);
                    }
                }
                finish(results, failures);
            } finally {
                // Where writing failed, nobody waits for what is still under way.
                workers.shutdownNow();
            }
        }
        progress.end();
        return new Tally(extracted, kept, failed);
    }

    private void underway(SourceFile file, ResultFile results, OutputStream failures, ExecutorService workers)
            throws IOException {
        if (underway.size() == plan.workers() * AHEAD) {
            write(results, failures);
        }
        underway.add(workers.submit(() -> outcome(file, results)));
    }

    private void finish(ResultFile results, OutputStream failures) throws IOException {
        while (!underway.isEmpty()) {
            write(results, failures);
        }
    }

    private static boolean isArchive(SourceFile file) {
        try {
            return Archive.isArchive(file.path());
        } catch (MingjianException e) {
            return false; // whoever reads it says that it cannot be read
        }
    }

    /// The documents of an archive, which are there until the last of them is done.
    private void documents(SourceFile archive, ResultFile results, OutputStream failures, ExecutorService workers)
            throws IOException {
        try (Unpacked unpacked = Unpacked.of(new Upload(archive.name(), null, archive.path()), plan.limits())) {
            all += unpacked.documents().size() - 1;
            for (Upload document : unpacked.documents()) {
                String name = unpacked.isArchive() ? archive.name() + "/" + document.name() : archive.name();
                underway(new SourceFile(document.file(), name, true), results, failures, workers);
            }
            finish(results, failures);
        } catch (MingjianException problem) {
            underway.add(CompletableFuture.completedFuture(failed(archive, problem.code(), problem.detail(), problem)));
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /// Waits for the first file that is under way and writes what came of it.
    private void write(ResultFile results, OutputStream failures) throws IOException {
        switch (result(underway.removeFirst())) {
            case Outcome.Extracted done -> {
                results.add(done.line());
                extracted++;
            }
            case Outcome.Kept ignored -> kept++;
            case Outcome.Failed missed -> {
                failures.write(BatchLine.of(missed.failure()));
                failures.flush();
                failed++;
            }
        }
        progress.done(extracted + kept + failed, failed, all);
    }

    private static Outcome result(Future<Outcome> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker answers for whatever happens", e.getCause());
        }
    }

    /// The outermost handler of one file: whatever it does to us, the others are read.
    private Outcome outcome(SourceFile file, ResultFile results) {
        if (!file.usable()) {
            return unreadable(file);
        }
        try {
            if (!results.isEmpty() && results.holds(file.name(), sha256(file.path()))) {
                return new Outcome.Kept();
            }
            String name = file.name().substring(file.name().lastIndexOf('/') + 1);
            return new Outcome.Extracted(BatchLine.of(file.name(), extraction.of(new Upload(name, null, file.path()))));
        } catch (MingjianException problem) {
            return failed(file, problem.code(), problem.detail(), problem);
        } catch (IOException e) {
            return unreadable(file);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.error("{} met a mistake of ours", file.name(), e);
            return failed(file, ProblemCode.INTERNAL_ERROR, String.valueOf(e), null);
        }
    }

    private Outcome unreadable(SourceFile file) {
        return new Outcome.Failed(
                new BatchLine.Failure(file.name(), "unreadable-file", plan.unreadable(), "", null, null));
    }

    private static Outcome failed(
            SourceFile file, ProblemCode code, String detail, @Nullable MingjianException problem) {
        String limit = problem == null ? null : problem.limitName();
        Long value = problem == null || limit == null ? null : Long.valueOf(problem.limitValue());
        return new Outcome.Failed(
                new BatchLine.Failure(file.name(), code.code(), ProblemMessages.title(code), detail, limit, value));
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
