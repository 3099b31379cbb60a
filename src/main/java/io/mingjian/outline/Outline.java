package io.mingjian.outline;

import io.mingjian.ingest.Block;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.text.CanonicalText;
import java.util.List;

/// The parts of a report: title, what stands before the first heading, and the sections in order.
///
/// A block is in exactly one of preamble and top-level sections. A document without any heading has everything
/// in its preamble.
public record Outline(SourceDocument document, ReportTitle title, List<Block> preamble, List<Section> sections) {
    public Outline {
        preamble = List.copyOf(preamble);
        sections = List.copyOf(sections);
    }

    public CanonicalText text() {
        return document.text();
    }

    /// How many of the document's pictures may hold a table or text and were not read.
    public int unreadPictures() {
        return document.unreadPictures();
    }

    /// Whether the document's text had been decoded wrongly before it was saved.
    public boolean encodingDamaged() {
        return document.encodingDamaged();
    }
}
