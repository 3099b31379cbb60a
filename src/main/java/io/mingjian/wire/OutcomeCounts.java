package io.mingjian.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How many claims do not hold, by severity, and how many hold, could not be judged, or were accepted: not
/// checked must not look like passed.
@Serdeable
public record OutcomeCounts(
        int error, int inconsistency, int warning, int info, int satisfied, int notEvaluated, int waived) {
    public static OutcomeCounts of(List<Outcome> outcomes) {
        Map<Severity, Integer> violated = new EnumMap<>(Severity.class);
        int satisfied = 0;
        int open = 0;
        int waived = 0;
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Satisfied ignored -> satisfied++;
                case Outcome.Violated broken -> violated.merge(broken.finding().severity(), 1, Integer::sum);
                case Outcome.NotEvaluated ignored -> open++;
                case Outcome.Waived ignored -> waived++;
            }
        }
        return new OutcomeCounts(
                violated.getOrDefault(Severity.ERROR, 0),
                violated.getOrDefault(Severity.INCONSISTENCY, 0),
                violated.getOrDefault(Severity.WARNING, 0),
                violated.getOrDefault(Severity.INFO, 0),
                satisfied,
                open,
                waived);
    }
}
