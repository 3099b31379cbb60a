package io.mingjian.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.outline.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A section as the contract writes it.
///
/// @param number      the heading's number as written, without its punctuation
/// @param span        from the heading to the end of the section
/// @param headingSpan the heading's place, number excluded
@Serdeable
public record SectionJson(
        String id,
        @Nullable String number,
        String heading,
        List<Integer> span,
        List<Integer> headingSpan,
        List<SectionJson> children) {
    public SectionJson {
        span = List.copyOf(span);
        headingSpan = List.copyOf(headingSpan);
        children = List.copyOf(children);
    }

    static SectionJson of(Section section) {
        return new SectionJson(
                section.id(),
                section.number(),
                section.heading(),
                ExtractionJson.span(section.span()),
                ExtractionJson.span(section.headingSpan()),
                section.children().stream().map(SectionJson::of).toList());
    }
}
