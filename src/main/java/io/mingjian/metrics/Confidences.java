package io.mingjian.metrics;

import io.mingjian.metrics.Candidate.Reason;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// How often facts found for a reason are right, as measured. Immutable.
final class Confidences {
    /// Of a reason that was never measured.
    private static final double UNKNOWN = 0.5;

    private final Map<Reason, Double> shares = new EnumMap<>(Reason.class);

    /// @param measured share by the reason's name in lower case
    Confidences(Map<String, Double> measured) {
        for (Reason reason : Reason.values()) {
            shares.put(reason, measured.getOrDefault(reason.name().toLowerCase(Locale.ROOT), UNKNOWN));
        }
    }

    double of(Reason reason) {
        return Objects.requireNonNull(shares.get(reason));
    }
}
