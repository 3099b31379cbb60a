package io.mingjian.outline;

import io.mingjian.text.Span;
import java.util.Optional;

/// A place that may be a heading.
///
/// @param mark    its number, where it has one
/// @param text    the heading's place, number excluded
/// @param wording the heading squashed, for comparing
/// @param ownLine whether nothing else stands on its line
record Heading(Optional<Numbering.Mark> mark, Span text, String wording, boolean ownLine) {
    /// Where it begins, number included.
    int start() {
        return mark.map(found -> found.span().start()).orElse(text.start());
    }

    int number() {
        return mark.map(Numbering.Mark::number).orElse(0);
    }
}
