package io.mingjian.ingest;

import io.mingjian.ingest.charset.TextDecoder;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Unpacks a zip of documents that were sent together into files, counting as it goes. Safe to share between
/// threads.
///
/// Names may be in UTF-8 or GBK, whatever the archive says of them. What computers add by themselves is left out.
///
/// @param files the most that one archive may hold
/// @param name  of the setting that says so
public record Archive(Limits limits, int files, String name) {
    /// What a packed document has within it, and an archive of documents does not.
    private static final Set<String> MARKS =
            Set.of("[Content_Types].xml", "OFD.xml", "mimetype", "META-INF/manifest.xml");

    private static final List<String> ADDED_FOLDERS = List.of("__MACOSX/");
    private static final Set<String> ADDED_FILES = Set.of("thumbs.db", "desktop.ini");

    /// Small archives may be packed as tightly as they like, in bytes.
    private static final long HARMLESS = 16L << 20;

    /// Whether a file is an archive, and not a document that is packed as one.
    public static boolean isArchive(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            if (!ArchiveGuard.isZip(in.readNBytes(4))) {
                return false;
            }
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot read an upload", e);
        }
        try (ZipFile zip = open(file)) {
            return MARKS.stream().allMatch(mark -> zip.getEntry(mark) == null);
        } catch (IOException e) {
            return false; // the reader says what is broken
        }
    }

    /// Names that do not say that they are UTF-8 are read as bytes, which [#nameOf] makes words of.
    private static ZipFile open(Path file) throws IOException {
        return ZipFile.builder()
                .setPath(file)
                .setCharset(StandardCharsets.ISO_8859_1)
                .get();
    }

    /// Unpacks an archive, and archives within it.
    ///
    /// @param to  takes the files as they come, so that whoever asked can delete them where this fails
    /// @param fresh gives a new empty file
    /// @throws MingjianException where there are too many, or too much, or a password is asked for
    public void unpack(Upload archive, List<Upload> to, Supplier<Path> fresh) {
        unpack(archive.file(), "", limits.archiveDepth(), new Count(size(archive.file())), to, fresh);
    }

    /// What came out so far.
    private static final class Count {
        private final long packed;
        private long unpacked;
        private int entries;

        Count(long packed) {
            this.packed = packed;
        }
    }

    private void unpack(Path file, String folder, int depth, Count count, List<Upload> to, Supplier<Path> fresh) {
        try (ZipFile zip = open(file)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++count.entries > limits.archiveEntries()) {
                    throw MingjianException.limit(
                            ProblemCode.TOO_LARGE, "mingjian.limits.archive-entries", limits.archiveEntries());
                }
                String path = nameOf(entry);
                if (entry.isDirectory() || isAdded(path)) {
                    continue;
                }
                if (!zip.canReadEntryData(entry)) {
                    throw new MingjianException(ProblemCode.ENCRYPTED_DOCUMENT, "cannot unpack " + path);
                }
                Upload unpacked = new Upload(folder + path, null, fresh.get());
                to.add(unpacked);
                try (InputStream in = zip.getInputStream(entry)) {
                    write(in, unpacked.file(), count);
                }
                if (depth > 1 && isArchive(unpacked.file())) {
                    to.removeLast();
                    unpackWithin(unpacked, depth, count, to, fresh);
                } else if (to.size() > files) {
                    throw MingjianException.limit(ProblemCode.TOO_MANY_FILES, name, files);
                }
            }
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.BROKEN_DOCUMENT, "the archive cannot be unpacked", e);
        }
    }

    private void unpackWithin(Upload inner, int depth, Count count, List<Upload> to, Supplier<Path> fresh)
            throws IOException {
        try {
            unpack(inner.file(), inner.name() + "/", depth - 1, count, to, fresh);
        } finally {
            Files.deleteIfExists(inner.file());
        }
    }

    private void write(InputStream in, Path file, Count count) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count.unpacked += read;
                if (count.unpacked > limits.archiveBytes()) {
                    throw MingjianException.limit(
                            ProblemCode.TOO_LARGE, "mingjian.limits.archive-bytes", limits.archiveBytes());
                }
                if (count.unpacked > HARMLESS && count.unpacked > count.packed * limits.archiveRatio()) {
                    throw MingjianException.limit(
                            ProblemCode.TOO_LARGE, "mingjian.limits.archive-ratio", limits.archiveRatio());
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /// The name as its writer wrote it: archivers of Windows write GBK, others UTF-8 without saying so.
    static String nameOf(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        String name = raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()
                ? entry.getName()
                : TextDecoder.decode(raw, TextDecoder.GB18030.name())
                        .map(decoded -> decoded.text())
                        .orElseGet(entry::getName);
        String path = name.replace('\\', '/');
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /// Whether a computer put the file there by itself.
    static boolean isAdded(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return ADDED_FOLDERS.stream().anyMatch(path::startsWith)
                || ADDED_FILES.contains(file)
                || file.startsWith(".")
                || path.startsWith(".")
                || path.contains("/.")
                || file.startsWith("~$");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot read an upload", e);
        }
    }
}
