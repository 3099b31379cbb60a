package io.mingjian.outline;

import io.mingjian.text.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whose report of which year this is, as far as the document says.
///
/// @param title        the title on one line, without stray blanks; null where there is none
/// @param span         the title's place, or null
/// @param organization the unit that reports, by its full name where it can be had
/// @param level        the model's id of its level (township, county …)
/// @param region       the region it lies in, where the document names it
/// @param year         the year reported on
/// @param periodStart  first day of the period reported on
/// @param periodEnd    last day of it
public record ReportTitle(
        @Nullable String title,
        @Nullable Span span,
        @Nullable String organization,
        @Nullable String level,
        @Nullable String region,
        @Nullable Integer year,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd) {
    public static final ReportTitle UNKNOWN = new ReportTitle(null, null, null, null, null, null, null, null);
}
