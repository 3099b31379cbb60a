package io.mingjian.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.checks.Outcome;
import io.mingjian.wire.OutcomeJson.WaiverJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finding that somebody accepted, with who, when and why.
@Serdeable
public record WaivedJson(FindingJson finding, WaiverJson waiver) {
    /// The waived among the outcomes, or null where there are none.
    static @Nullable List<WaivedJson> of(List<Outcome> outcomes) {
        List<WaivedJson> waived = outcomes.stream()
                .filter(Outcome.Waived.class::isInstance)
                .map(Outcome.Waived.class::cast)
                .map(one -> new WaivedJson(FindingJson.of(one.finding()), WaiverJson.of(one.waiver())))
                .toList();
        return waived.isEmpty() ? null : waived;
    }
}
