package io.mingjian.web;

import io.mingjian.checks.Severity;
import io.mingjian.store.Summary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which reports a list shows.
///
/// @param unit   what the name of the unit, the title or the file contains; empty for all
/// @param year   the year reported on, or null for all
/// @param flawed only reports with something to mend
public record ReportFilter(String unit, @Nullable Integer year, boolean flawed) {

    /// A year as a reader types it; what is no year filters nothing.
    static @Nullable Integer year(@Nullable String text) {
        return text != null && text.strip().matches("[0-9]{4}") ? Integer.valueOf(text.strip()) : null;
    }

    /// Whether it lets every report through.
    public boolean isOpen() {
        return unit.isEmpty() && year == null && !flawed;
    }

    boolean accepts(Summary summary) {
        boolean named = contains(summary.organization()) || contains(summary.title()) || contains(summary.name());
        boolean ofYear = year == null || year.equals(summary.year());
        return named && ofYear && (!flawed || hasFlaw(summary));
    }

    private boolean contains(@Nullable String text) {
        return Optional.ofNullable(text).map(found -> found.contains(unit)).orElse(false);
    }

    private static boolean hasFlaw(Summary summary) {
        return summary.findings().entrySet().stream()
                .anyMatch(entry -> entry.getKey() != Severity.INFO && entry.getValue() > 0);
    }
}
