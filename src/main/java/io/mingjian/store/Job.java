package io.mingjian.store;

import io.mingjian.extract.Engine;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reports that are read anew, one after another.
///
/// @param sequence the number of the change that began it
/// @param unit     whose reports: this unit's and those below it; null for everybody's
/// @param year     of which year; null for all
/// @param engine   what reads them
/// @param progress how many reports came out how
/// @param ended    null while there is something to do
public record Job(
        long sequence,
        Instant at,
        Act act,
        @Nullable UnitId unit,
        @Nullable Integer year,
        Engine engine,
        Progress progress,
        @Nullable End ended) {
    /// How a job ended.
    public enum End {
        /// Every report was looked at.
        DONE,
        /// Somebody stopped it.
        STOPPED
    }

    /// How a report came out.
    public enum Outcome {
        /// The engine reads what it read before.
        SAME,
        /// There is a new version.
        CHANGED,
        /// It could not be read; the version before stays.
        FAILED,
        /// It was removed meanwhile.
        GONE
    }

    /// Of how many reports how many came out how.
    public record Progress(int total, int same, int changed, int failed, int gone) {
        /// How many wait for their turn.
        public int waiting() {
            return total - same - changed - failed - gone;
        }
    }

    /// A report of a job.
    ///
    /// @param place   counts from 1 within the job
    /// @param before  the version that was current when the job began
    /// @param after   the version that is the outcome, or null where it waits or failed
    /// @param outcome null while it waits
    /// @param detail  the code of the problem where it failed, or null
    public record Item(
            long place,
            ReportId report,
            int before,
            @Nullable Integer after,
            @Nullable Outcome outcome,
            @Nullable String detail) {}

    /// Which reports are to be read anew.
    ///
    /// @param scope    those of it
    /// @param unit     only this unit's and those below it; null for all
    /// @param year     only of this year; null for all
    /// @param reports  only these; empty for all
    /// @param outdated only those that another engine read, and this one did not read the same
    public record Selection(
            Scope scope, @Nullable UnitId unit, @Nullable Integer year, Set<ReportId> reports, boolean outdated) {
        public Selection {
            reports = Set.copyOf(reports);
        }
    }
}
