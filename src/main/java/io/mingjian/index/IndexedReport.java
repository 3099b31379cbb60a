package io.mingjian.index;

import io.mingjian.store.ReportId;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A report as the index takes it in.
///
/// @param text     the canonical text; the sections' spans point into it
/// @param sections the top-level sections in order
/// @param numbers  what can be asked for by its id; what is not stated is not there
/// @param rules    the rules that a finding was raised by
public record IndexedReport(
        ReportId id,
        Profile profile,
        String text,
        List<IndexedSection> sections,
        PageMap pages,
        Map<String, BigDecimal> numbers,
        List<String> rules) {
    public IndexedReport {
        sections = List.copyOf(sections);
        numbers = Map.copyOf(numbers);
        rules = List.copyOf(rules);
    }

    /// Whose report of which year it is, as far as that is known.
    public record Profile(
            @Nullable String title,
            @Nullable String organization,
            @Nullable String region,
            @Nullable String level,
            @Nullable Integer year,
            @Nullable String form) {
        public static final Profile UNKNOWN = new Profile(null, null, null, null, null, null);
    }

    /// A part of the text that is shown as a whole.
    public record IndexedSection(String id, String heading, Span span) {}
}
