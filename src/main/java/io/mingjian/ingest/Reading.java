package io.mingjian.ingest;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.PageMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a format's reader made of the bytes, before name and checksum are added.
record Reading(
        String mediaType,
        @Nullable String charset,
        String text,
        List<Block> blocks,
        PageMap pages,
        Map<String, String> metadata,
        boolean encodingDamaged,
        boolean recognized,
        int unreadPictures) {

    Reading {
        blocks = List.copyOf(blocks);
    }

    /// The same, read from pictures.
    Reading fromPictures() {
        return new Reading(mediaType, charset, text, blocks, pages, metadata, encodingDamaged, true, unreadPictures);
    }

    /// The same, with pictures that were not read.
    Reading withUnread(int pictures) {
        return new Reading(mediaType, charset, text, blocks, pages, metadata, encodingDamaged, recognized, pictures);
    }

    SourceDocument document(String name, String sha256, long bytes) {
        return new SourceDocument(
                name,
                mediaType,
                charset,
                sha256,
                bytes,
                CanonicalText.of(text),
                blocks,
                pages,
                metadata,
                encodingDamaged,
                recognized,
                unreadPictures);
    }
}
