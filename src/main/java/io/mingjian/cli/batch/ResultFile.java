package io.mingjian.cli.batch;

import io.mingjian.wire.BatchLine;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The extractions of a batch, a line each; no other process may write it meanwhile. Any thread may ask what it
/// held when it was opened, one adds to it.
final class ResultFile implements AutoCloseable {
    private final FileChannel file;
    private final Set<BatchLine.Source> done = new HashSet<>();

    private ResultFile(FileChannel file) {
        this.file = file;
    }

    /// Opens the file or makes it. A last line that was being written when the last batch ended is cut off.
    ///
    /// @throws ForeignFile where another batch writes it, or where it holds something else
    static ResultFile open(Path path) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (lock(file) == null) {
                throw new ForeignFile(ForeignFile.Why.IN_USE);
            }
            ResultFile results = new ResultFile(file);
            file.truncate(results.readLines());
            file.position(file.size());
            return results;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /// Takes in every whole line; says where the last one ends.
    private long readLines() throws IOException {
        long end = 0;
        // Not closed: with it the channel would be.
        InputStream in = new BufferedInputStream(Channels.newInputStream(file), 1 << 16);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b != '\n') {
                line.write(b);
                continue;
            }
            byte[] whole = line.toByteArray();
            Optional<BatchLine.Source> source = BatchLine.read(whole, whole.length);
            done.add(source.orElseThrow(() -> new ForeignFile(ForeignFile.Why.OTHER_CONTENT)));
            end += whole.length + 1;
            line.reset();
        }
        String rest = line.toString(StandardCharsets.UTF_8);
        if (!rest.startsWith(BatchLine.HEAD) && !BatchLine.HEAD.startsWith(rest)) {
            throw new ForeignFile(ForeignFile.Why.OTHER_CONTENT);
        }
        return end;
    }

    boolean holds(String path, String sha256) {
        return done.contains(new BatchLine.Source(path, sha256));
    }

    /// Whether nothing was there: then no file is worth a checksum.
    boolean isEmpty() {
        return done.isEmpty();
    }

    void add(byte[] line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        file.force(true);
        file.close();
    }
}
