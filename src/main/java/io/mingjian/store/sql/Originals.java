package io.mingjian.store.sql;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.stream.Stream;

/// The original files under their SHA-256. A file in its place is whole, and nothing ever changes or deletes it.
///
/// A file is put in place before a row names it: what a crash leaves is a file too many, never one too few.
final class Originals {
    private static final String FOLDER = "originals";

    private final StoreDirectory directory;

    Originals(StoreDirectory directory) {
        this.directory = directory;
    }

    /// The place of these bytes, whether or not they are there.
    Path file(String sha256) {
        return directory.resolve(FOLDER).resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /// Copies a file into its place. One that is there is looked at: a disk may have damaged it, and here it is
    /// again.
    ///
    /// @return its SHA-256
    String put(Path source) {
        try {
            String sha256 = Sha256.of(source);
            if (!isWhole(sha256)) {
                Path incoming = directory.newFile();
                try {
                    StoreDirectory.copy(source, incoming);
                    StoreDirectory.moveIntoPlace(incoming, file(sha256));
                } finally {
                    Files.deleteIfExists(incoming);
                }
            }
            return sha256;
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot keep an original", e);
        }
    }

    /// Puts bytes in their place that are said to have this SHA-256.
    ///
    /// @throws MingjianException where they have another
    void restore(String sha256, InputStream bytes) throws IOException {
        Path incoming = directory.newFile();
        try {
            Files.copy(bytes, incoming, StandardCopyOption.REPLACE_EXISTING);
            if (!Sha256.of(incoming).equals(sha256)) {
                throw new MingjianException(ProblemCode.BAD_REQUEST, "the backup is damaged at " + sha256);
            }
            put(incoming);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    /// Whether the file is there and is what it was.
    boolean isWhole(String sha256) throws IOException {
        Path file = file(sha256);
        return Files.isRegularFile(file) && Sha256.of(file).equals(sha256);
    }

    /// How many files there are beside these.
    int strays(Set<String> known) throws IOException {
        Path folder = directory.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return (int) files.filter(Files::isRegularFile)
                    .filter(file -> !known.contains(String.valueOf(file.getFileName())))
                    .count();
        }
    }
}
