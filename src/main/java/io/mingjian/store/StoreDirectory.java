package io.mingjian.store;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
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
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The folder of a store, held by one process at a time, and the few ways in which files get into it safely.
final class StoreDirectory implements AutoCloseable {
    private static final String LOCK = "lock";
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

    Path resolve(String name) {
        return root.resolve(name);
    }

    /// A new empty folder on the same disk, from where a move into place is one step.
    Path newFolder() throws IOException {
        return Files.createTempDirectory(root.resolve(INCOMING), "report");
    }

    /// A new empty file on the same disk.
    Path newFile() throws IOException {
        return Files.createTempFile(root.resolve(INCOMING), "upload", "");
    }

    /// Writes a file and waits until it is on the disk.
    static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            out.write(bytes);
            channel.force(true);
        }
    }

    /// Copies a file and waits until the copy is on the disk.
    static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to);
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Writes a file whole and then moves it into place.
    void place(byte[] bytes, Path to) throws IOException {
        Path folder = newFolder();
        try {
            Path file = folder.resolve("file");
            write(file, bytes);
            moveIntoPlace(file, to);
        } finally {
            deleteTree(folder);
        }
    }

    /// Takes a folder out of its place in one step, if it is there, and then deletes it.
    void discard(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Path aside = newFolder();
            Files.move(folder, aside.resolve("discarded"), StandardCopyOption.ATOMIC_MOVE);
            deleteTree(aside);
        }
    }

    /// Moves a finished file or folder into place in one step, and waits until the move is on the disk.
    static void moveIntoPlace(Path from, Path to) throws IOException {
        Path parent = to.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("no folder to move into");
        }
        Files.createDirectories(parent);
        force(from);
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

    /// SHA-256 of a file in lower-case hex.
    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
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
