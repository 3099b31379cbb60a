package io.mingjian.web;

import io.mingjian.index.SearchResult.SectionHit;
import io.mingjian.text.Span;
import java.util.List;

/// Where the passage of a hit stands in the text of its report.
///
/// The index gives the passage on one line, every blank character of the text made a space; so the passage is where the
/// text equals it, blanks apart.
final class PassagePlace {
    private PassagePlace() {}

    /// The places looked for, in order; none where the passage is not found in its section.
    static List<Span> of(SectionHit section, String text) {
        String passage = section.snippet();
        int last = Math.min(section.span().end(), text.length()) - passage.length();
        for (int start = section.span().start(); start <= last; start++) {
            if (stands(passage, text, start)) {
                return within(section.highlights(), start);
            }
        }
        return List.of();
    }

    private static List<Span> within(List<Span> highlights, int start) {
        return highlights.stream()
                .map(place -> new Span(start + place.start(), start + place.end()))
                .toList();
    }

    private static boolean stands(String passage, String text, int start) {
        for (int i = 0; i < passage.length(); i++) {
            char written = text.charAt(start + i);
            if (passage.charAt(i) != (Character.isWhitespace(written) ? ' ' : written)) {
                return false;
            }
        }
        return true;
    }
}
