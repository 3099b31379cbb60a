package io.mingjian.store;

import io.mingjian.store.LookBack.Pair;
import java.util.List;
import java.util.Optional;

/// The look-backs of all current versions, derived from what is kept. Safe to share between threads.
public interface LookBackStore {
    /// The number of the last change that was taken in.
    long sequence();

    /// Notes up to which change everything was taken in.
    void reach(long sequence);

    /// Whose look-back a change of this report may change: its own, that of its unit's report of the year after,
    /// and those for which it was the report of the year before.
    List<ReportId> concerned(ReportId changed);

    /// What should be held beside each other now; empty where the report is gone, is of no unit or no year, or
    /// where its unit has none of the year before.
    Optional<Pair> due(ReportId report);

    /// What was held beside each other last.
    Optional<Pair> made(ReportId report);

    /// The outcomes of a version's look-back; empty where there is none of that version.
    Optional<byte[]> outcomes(ReportId report, int version);

    /// Puts a look-back in the place of the one before. Where other findings come of it, the report counts as
    /// changed.
    void put(LookBack lookBack);

    /// Forgets a report's look-back. Where it had findings, the report counts as changed.
    void remove(ReportId report);

    /// Forgets all, to be made anew.
    void clear();
}
