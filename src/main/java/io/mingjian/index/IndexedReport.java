package io.mingjian.index;

import io.mingjian.store.ReportId;
import io.mingjian.store.UnitId;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A report as the index takes it in.
///
/// @param standing what is known of it beside its text
/// @param text     the canonical text; the sections' spans point into it
/// @param sections the top-level sections in order
/// @param numbers  what can be asked for by its id; what is not stated is not there
/// @param rules    the rules that a finding was raised by
public record IndexedReport(
        ReportId id,
        Standing standing,
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

    /// A report that nobody has kept yet.
    public IndexedReport(
            ReportId id,
            Profile profile,
            String text,
            List<IndexedSection> sections,
            PageMap pages,
            Map<String, BigDecimal> numbers,
            List<String> rules) {
        this(id, Standing.NONE, profile, text, sections, pages, numbers, rules);
    }

    /// The same report as the store knows it.
    public IndexedReport standing(Standing known) {
        return new IndexedReport(id, known, profile, text, sections, pages, numbers, rules);
    }

    /// What the store knows of a report beside its text.
    ///
    /// @param unit whose report it is; null where nobody has said so
    /// @param news the number of the last change after which a reader should look at it again: it came, was
    /// corrected, or became another unit's. It is asked for as the number [#NEWS]
    public record Standing(@Nullable UnitId unit, long news) {
        /// A report of no unit that never changed.
        public static final Standing NONE = new Standing(null, 0);
    }

    /// The id under which [Standing#news] is asked for and ordered by.
    public static final String NEWS = "news";

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
