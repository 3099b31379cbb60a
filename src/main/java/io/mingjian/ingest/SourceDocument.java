package io.mingjian.ingest;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.PageMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file that has been read: what it is, its one text, and its blocks in reading order.
///
/// @param name            the file's name as it was sent
/// @param mediaType       what the bytes are, not what the name says
/// @param charset         the charset the bytes were decoded with, or null for formats that carry their own
/// @param sha256          of the original bytes, in lower-case hex
/// @param bytes           size of the original in bytes
/// @param metadata        what the page's index header says of the report, as label and value in its own order
/// @param encodingDamaged whether the text had been decoded wrongly and saved; it is repaired as far as it can be
/// @param unreadPictures  how many pictures that may hold a table or a page of text were not read
/// @param recognized      whether the text was recognised from pictures of pages, and may hold wrong characters
public record SourceDocument(
        String name,
        String mediaType,
        @Nullable String charset,
        String sha256,
        long bytes,
        CanonicalText text,
        List<Block> blocks,
        PageMap pages,
        Map<String, String> metadata,
        boolean encodingDamaged,
        boolean recognized,
        int unreadPictures) {
    public SourceDocument {
        blocks = List.copyOf(blocks);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /// A document without an index header, in a sound encoding.
    public SourceDocument(
            String name,
            String mediaType,
            @Nullable String charset,
            String sha256,
            long bytes,
            CanonicalText text,
            List<Block> blocks,
            PageMap pages) {
        this(name, mediaType, charset, sha256, bytes, text, blocks, pages, Map.of(), false, false, 0);
    }
}
