package io.mingjian.outline;

import io.mingjian.ingest.Block;
import io.mingjian.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A section of a report, from its heading to the next.
///
/// @param id          the model's id of the section (`overview` …), `unclassified`, or for a child the parent's id
/// @param number      the heading's number as written, without its punctuation (一, 3); null where it has none
/// @param heading     the heading without its number
/// @param headingSpan the heading's place, number excluded
/// @param span        from the heading's first character (its number) to the end of the section
/// @param blocks      what stands between this heading and the end of the section, the blocks of its children
///                    included
/// @param children    sub-sections, in order
public record Section(
        String id,
        @Nullable String number,
        String heading,
        Span headingSpan,
        Span span,
        List<Block> blocks,
        List<Section> children) {
    public static final String UNCLASSIFIED = "unclassified";

    public Section {
        blocks = List.copyOf(blocks);
        children = List.copyOf(children);
    }
}
