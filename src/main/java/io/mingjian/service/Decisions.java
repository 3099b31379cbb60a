package io.mingjian.service;

import io.mingjian.store.Decision;
import io.mingjian.store.DecisionStore;
import io.mingjian.store.ReportId;
import io.mingjian.store.Role;
import io.mingjian.store.Ruling;
import java.util.List;

/// Decisions about findings: accepted with a reason, confirmed, opened again. Safe to share between threads.
public final class Decisions {
    private final Reports reports;
    private final DecisionStore decisions;

    public Decisions(Reports reports, DecisionStore decisions) {
        this.reports = reports;
        this.decisions = decisions;
    }

    /// Decides about a finding of the current version.
    ///
    /// @param reason in the words of whoever decides; never empty
    /// @throws io.mingjian.problem.MingjianException `NOT_FOUND` where the report has no such finding
    public Decision decide(Caller caller, ReportId id, String fingerprint, Ruling ruling, String reason) {
        caller.require(Role.SUPERVISOR);
        reports.get(caller, id);
        Decision decision = decisions.decide(id, fingerprint, ruling, caller.act(reason));
        reports.index(id);
        return decision;
    }

    /// All that was ever decided, in order.
    public List<Decision> list(Caller caller, ReportId id) {
        return decisions.list(reports.get(caller, id).id());
    }
}
