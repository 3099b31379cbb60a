package io.mingjian.store.sql;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// The folder of a store, held by one process at a time, and the few ways in which files get into it safely.
final class StoreDirectory implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String STORE_ID = "store";
    private static final String INCOMING = "incoming";

    private final Path root;
    private final FileChannel lockFile;
    private final FileLock lock;

    private StoreDirectory(Path root, FileChannel lockFile, FileLock lock) {
        this.root = root;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /// Takes the folder, makes it where there is none, and sweeps away what was never finished.
    ///
    /// @throws MingjianException where another process holds it
    static StoreDirectory open(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new MingjianException(
                        ProblemCode.STORAGE_FAILED, "another process is using the data directory " + root);
            }
            deleteTree(root.resolve(INCOMING));
            Files.createDirectories(root.resolve(INCOMING));
            return new StoreDirectory(root, channel, lock);
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot use the data directory " + root, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    /// Folders of earlier programs kept each report as a folder; they are read by `mingjian import`.
    void refuseEarlierLayout() {
        if (Files.isDirectory(root.resolve("reports"))) {
            throw new MingjianException(
                    ProblemCode.STORAGE_FAILED,
                    "the data directory " + root + " was written by an earlier version of the program; "
                            + "take its reports over into a new one: mingjian import --from=" + root + " --data=NEW");
        }
    }

    /// Notes which database the folder belongs to. Originals of one and rows of the other would make no store.
    ///
    /// @throws MingjianException where they do not belong together
    void claim(String storeId, boolean newDatabase) {
        Path file = root.resolve(STORE_ID);
        try {
            if (Files.exists(file)) {
                if (!Files.readString(file).strip().equals(storeId)) {
                    throw new MingjianException(
                            ProblemCode.STORAGE_FAILED, "the data directory " + root + " belongs to another database");
                }
                return;
            }
            if (!newDatabase) {
                throw new MingjianException(
                        ProblemCode.STORAGE_FAILED, "the database belongs to another data directory than " + root);
            }
            reclaim(storeId);
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot use the data directory " + root, e);
        }
    }

    /// Notes that the folder's database has become another one, by a restoration.
    void reclaim(String storeId) {
        try {
            Path incoming = newFile();
            Files.writeString(incoming, storeId);
            moveIntoPlace(incoming, root.resolve(STORE_ID));
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot use the data directory " + root, e);
        }
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    /// A new empty file on the same disk.
    Path newFile() throws IOException {
        return Files.createTempFile(root.resolve(INCOMING), "upload", "");
    }

    /// Copies a file and waits until the copy is on the disk.
    static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Moves a finished file into place in one step, and waits until the move is on the disk.
    static void moveIntoPlace(Path from, Path to) throws IOException {
        Path parent = to.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("no folder to move into");
        }
        Files.createDirectories(parent);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        force(parent);
    }

    /// Waits until a folder's entries are on the disk. Systems that cannot (Windows) need not: their moves are
    /// journaled.
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Opening a folder is refused there; nothing is lost by it.
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        try (lockFile) {
            lock.release();
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot release the data directory", e);
        }
    }
}
