package io.mingjian.checks;

import io.mingjian.outline.ReportTitle;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A finding that was explained and is accepted: by whom, when, and why. The finding stays to be seen.
///
/// @param fingerprint  of the finding
/// @param organization the unit whose reports it holds for, or null for whichever report it is kept with
/// @param year         the year reported on that it holds for, or null
/// @param by           who accepted it
/// @param on           the day
/// @param reason       why, in the words of whoever accepted it
public record Waiver(
        String fingerprint,
        @Nullable String organization,
        @Nullable Integer year,
        String by,
        LocalDate on,
        String reason) {
    public Waiver {
        if (fingerprint.isBlank() || by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a waiver names a fingerprint, a person and a reason");
        }
    }

    /// Whether it waives this finding of the report with this title.
    public boolean holdsFor(Finding finding, ReportTitle title) {
        return fingerprint.equals(finding.fingerprint())
                && (organization == null || organization.equals(title.organization()))
                && (year == null || year.equals(title.year()));
    }
}
