package io.mingjian.store;

import java.util.List;

/// What was decided about findings. Decisions are only added. Safe to share between threads.
public interface DecisionStore {
    /// Decides about a finding of the report's current version, or of an earlier one that was decided about
    /// before.
    ///
    /// @throws io.mingjian.problem.MingjianException `NOT_FOUND` where there is no such report or finding
    Decision decide(ReportId id, String fingerprint, Ruling ruling, Act act);

    /// All that was ever decided about a report's findings, in order.
    List<Decision> list(ReportId id);
}
