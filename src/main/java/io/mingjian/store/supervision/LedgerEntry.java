package io.mingjian.store.supervision;

import io.mingjian.store.ReportId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A unit and its report of a year, or that there is none.
///
/// @param late   whether it came after the deadline, whatever was decided since
/// @param filing what came; null where nothing did that could be read
/// @param since  when the state began; null where it is missing
/// @param by     who brought it about; null where it is missing
public record LedgerEntry(
        Unit unit,
        int year,
        State state,
        boolean late,
        @Nullable Filing filing,
        @Nullable Instant since,
        @Nullable String by) {

    /// The report in its current version.
    ///
    /// @param submittedAt when the file of it came that is the newest
    /// @param coverage    whose figures it states
    /// @param errors      findings of that severity; the others likewise
    public record Filing(
            ReportId report,
            int version,
            Instant submittedAt,
            String submittedBy,
            Coverage coverage,
            String fingerprint,
            int errors,
            int inconsistencies,
            int warnings) {}

    /// The same of the unit with all its names.
    public LedgerEntry of(Unit named) {
        return new LedgerEntry(named, year, state, late, filing, since, by);
    }
}
