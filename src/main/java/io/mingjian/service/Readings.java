package io.mingjian.service;

import io.mingjian.checks.Waiver;
import io.mingjian.store.Decision;
import io.mingjian.store.DecisionStore;
import io.mingjian.store.LookBackStore;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Ruling;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Kept extractions as they stand now: what was read once, with what was found beside the year before, under
/// what was decided since. Safe to share between threads.
///
/// Neither changes a version. Both are laid over whichever is asked for: a decision holds for the reading of
/// tomorrow too, a look-back for the version that it was made of.
public record Readings(ReportStore store, LookBackStore lookBacks, DecisionStore decisions, Overlay overlay) {
    /// The extraction of a version, with all that was found and accepted in it.
    public Optional<byte[]> extraction(ReportId id, int version) {
        return store.extraction(id, version)
                .map(kept -> overlay.lay(kept, lookBacks.outcomes(id, version).orElse(null), waivers(id)));
    }

    /// The extraction of a version by itself, with what was accepted in it.
    Optional<byte[]> alone(ReportId id, int version) {
        return store.extraction(id, version).map(kept -> overlay.lay(kept, null, waivers(id)));
    }

    /// What was accepted in a report.
    List<Waiver> waivers(ReportId id) {
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
