package io.mingjian.ingest;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.PageMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that has been read: what it is, its one text, and its blocks in reading order.
///
/// @param name       the file's name as it was sent
/// @param mediaType  what the bytes are, not what the name says
/// @param charset    the charset the bytes were decoded with, or null for formats that carry their own
/// @param sha256     of the original bytes, in lower-case hex
/// @param bytes      size of the original in bytes
public record SourceDocument(
        String name,
        String mediaType,
        @Nullable String charset,
        String sha256,
        long bytes,
        CanonicalText text,
        List<Block> blocks,
        PageMap pages) {
    public SourceDocument {
        blocks = List.copyOf(blocks);
    }
}
