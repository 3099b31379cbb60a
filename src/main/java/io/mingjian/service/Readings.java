package io.mingjian.service;

import io.mingjian.checks.Waiver;
import io.mingjian.store.Decision;
import io.mingjian.store.DecisionStore;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Ruling;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Kept extractions as they stand now: what was read once, under what was decided since. Safe to share between threads.
///
/// A decision changes no version. It is laid over whichever is asked for, so that it holds for the reading of tomorrow
/// too.
public record Readings(ReportStore store, DecisionStore decisions, Waiving waiving) {
    /// The extraction of a version, with what was accepted in it.
    public Optional<byte[]> extraction(ReportId id, int version) {
        return store.extraction(id, version).map(kept -> {
            List<Waiver> waivers = waivers(id);
            return waivers.isEmpty() ? kept : waiving.waive(kept, waivers);
        });
    }

    private List<Waiver> waivers(ReportId id) {
        return decisions.list(id).stream()
                .filter(decision -> decision.stands() && decision.ruling() == Ruling.WAIVED)
                .map(Readings::waiver)
                .toList();
    }

    private static Waiver waiver(Decision decision) {
        return new Waiver(
                decision.fingerprint(),
                null,
                null,
                decision.act().author(),
                decision.at().atZone(ZoneId.systemDefault()).toLocalDate(),
                String.valueOf(decision.act().reason()));
    }
}
