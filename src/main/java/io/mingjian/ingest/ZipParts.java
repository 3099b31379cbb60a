package io.mingjian.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// The files within a zip that has passed the [ArchiveGuard], by name; unpacked when asked for.
final class ZipParts {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private final Limits limits;

    ZipParts(byte[] bytes, Limits limits) throws IOException {
        this.limits = limits;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .setCharset(StandardCharsets.ISO_8859_1)
                .get()) {
            for (ZipArchiveEntry entry : java.util.Collections.list(zip.getEntries())) {
                if (!entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        parts.put(clean(Archive.nameOf(entry)), in.readAllBytes());
                    }
                }
            }
        }
    }

    Map<String, byte[]> all() {
        return parts;
    }

    boolean has(String name) {
        return parts.containsKey(clean(name));
    }

    /// The part as XML, or null where there is no such part.
    @Nullable
    Element xml(String name) throws IOException {
        byte[] part = parts.get(clean(name));
        return part == null ? null : Xml.parse(new ByteArrayInputStream(part), limits);
    }

    private static String clean(String name) {
        String forward = name.replace('\\', '/');
        return forward.startsWith("/") ? forward.substring(1) : forward;
    }
}
