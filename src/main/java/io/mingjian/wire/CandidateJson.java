package io.mingjian.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.metrics.Candidate;
import io.mingjian.text.CanonicalText;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number of the prose and what became of it; the text at `span` is `text`.
///
/// @param accepted whether it became a fact
/// @param reason   what accepted or rejected it: `cue`, `list`, `difference`, `no_cue` …
/// @param wording  the wording of the model that decided, parts of it with `…` between them, or null
/// @param metric   the metric of the fact, or null where it became none
@Serdeable
public record CandidateJson(
        BigDecimal value,
        @Nullable String unit,
        boolean accepted,
        String reason,
        @Nullable String wording,
        @Nullable String metric,
        String text,
        List<Integer> span) {
    public CandidateJson {
        span = List.copyOf(span);
    }

    static CandidateJson of(Candidate candidate, CanonicalText text) {
        return new CandidateJson(
                ExtractionJson.plain(candidate.value()),
                candidate.unit(),
                candidate.reason().accepts(),
                ExtractionJson.name(candidate.reason()),
                candidate.wording(),
                candidate.fact() == null ? null : candidate.fact().metric(),
                text.quote(candidate.span()),
                ExtractionJson.span(candidate.span()));
    }
}
