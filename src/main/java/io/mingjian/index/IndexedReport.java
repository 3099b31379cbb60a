package io.mingjian.index;

import io.mingjian.store.ReportId;
import io.mingjian.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report as the index takes it in.
///
/// @param text     the canonical text; the sections' spans point into it
/// @param sections the top-level sections in order
public record IndexedReport(
        ReportId id,
        @Nullable String title,
        @Nullable String organization,
        @Nullable String level,
        @Nullable Integer year,
        @Nullable String form,
        String text,
        List<IndexedSection> sections) {
    public IndexedReport {
        sections = List.copyOf(sections);
    }

    /// A part of the text that is shown as a whole.
    public record IndexedSection(String id, String heading, Span span) {}
}
