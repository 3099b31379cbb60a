package io.mingjian.ingest;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The documents of a file that may be an archive of several; closing deletes what was unpacked. Used by one
/// thread.
public final class Unpacked implements AutoCloseable {
    private final List<Upload> documents;
    private final @Nullable Path folder;

    private Unpacked(List<Upload> documents, @Nullable Path folder) {
        this.documents = List.copyOf(documents);
        this.folder = folder;
    }

    /// The documents that an archive holds, or the file itself where it is none, or holds one only.
    ///
    /// @throws MingjianException where it cannot be unpacked, or holds more than the limits accept
    public static Unpacked of(Upload file, Limits limits) {
        if (!Archive.isArchive(file.file())) {
            return new Unpacked(List.of(file), null);
        }
        Path folder = newFolder();
        List<Upload> documents = new ArrayList<>();
        boolean done = false;
        try {
            new Archive(limits, limits.archiveEntries(), "mingjian.limits.archive-entries")
                    .unpack(file, documents, () -> newFile(folder));
            done = documents.size() > 1;
            return done ? new Unpacked(documents, folder) : new Unpacked(List.of(file), null);
        } finally {
            if (!done) {
                delete(folder);
            }
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("mingjian-archive");
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "there is no room for an archive", e);
        }
    }

    private static Path newFile(Path folder) {
        try {
            return Files.createTempFile(folder, "document", "");
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "there is no room for an archive", e);
        }
    }

    /// Those of an archive have their path within it as their name.
    public List<Upload> documents() {
        return documents;
    }

    /// Whether the documents came out of an archive.
    public boolean isArchive() {
        return folder != null;
    }

    @Override
    public void close() {
        if (folder != null) {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("what was unpacked cannot be deleted", e);
        }
    }
}
