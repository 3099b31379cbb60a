package io.mingjian.metrics;

import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.model.ReportModel;
import io.mingjian.model.SecondOpinion;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// How often facts found for a reason are right, as measured. Immutable.
final class Confidences {
    /// Of a reason that was never measured.
    private static final double UNKNOWN = 0.5;

    private final Map<Reason, Double> shares = new EnumMap<>(Reason.class);

    Confidences(ReportModel model) {
        for (Reason reason : Reason.values()) {
            shares.put(reason, model.confidence().getOrDefault(reason.name().toLowerCase(Locale.ROOT), UNKNOWN));
        }
        SecondOpinion opinion = model.secondOpinion();
        if (opinion != null) {
            shares.put(Reason.LEARNED, opinion.heldOut().share());
        }
    }

    double of(Reason reason) {
        return Objects.requireNonNull(shares.get(reason));
    }
}
