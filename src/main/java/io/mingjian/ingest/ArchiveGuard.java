package io.mingjian.ingest;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// Unpacks a zip into nothing, counting, before anybody keeps what comes out of it. Stateless.
final class ArchiveGuard {
    /// Small files may be packed as tightly as they like, in bytes.
    private static final long HARMLESS = 16L << 20;

    private ArchiveGuard() {}

    static boolean isZip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 9 && bytes[3] < 9;
    }

    /// Refuses too many files, too much when unpacked, or too much for its packed size.
    static void check(byte[] bytes, Limits limits) throws IOException {
        long unpacked = 0;
        int entries = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > limits.archiveEntries()) {
                    throw MingjianException.limit(
                            ProblemCode.TOO_LARGE, "mingjian.limits.archive-entries", limits.archiveEntries());
                }
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    check(unpacked, bytes.length, limits);
                }
            }
        } catch (ZipException e) {
            // A stream cannot follow every archive that a file's directory can; the reader says what is broken.
            check(unpacked, bytes.length, limits);
        }
    }

    private static void check(long unpacked, long packed, Limits limits) {
        if (unpacked > limits.archiveBytes()) {
            throw MingjianException.limit(
                    ProblemCode.TOO_LARGE, "mingjian.limits.archive-bytes", limits.archiveBytes());
        }
        if (unpacked > HARMLESS && unpacked > packed * limits.archiveRatio()) {
            throw MingjianException.limit(
                    ProblemCode.TOO_LARGE, "mingjian.limits.archive-ratio", limits.archiveRatio());
        }
    }
}
