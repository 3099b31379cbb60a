package io.mingjian.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.checks.Outcome;
import io.mingjian.extract.Extraction;
import java.util.List;

/// A checked report: what a clerk should mend, and what became of every rule.
///
/// @param findings the gravest first
/// @param waived   findings that somebody accepted; `outcomes` tells who, when and why
@Serdeable
public record CheckJson(
        ExtractionJson.DocumentJson document,
        ExtractionJson.ReportJson report,
        OutcomeCounts counts,
        List<FindingJson> findings,
        List<FindingJson> waived,
        List<OutcomeJson> outcomes) {
    public CheckJson {
        findings = List.copyOf(findings);
        waived = List.copyOf(waived);
        outcomes = List.copyOf(outcomes);
    }

    public static CheckJson of(Extraction extraction) {
        return new CheckJson(
                ExtractionJson.DocumentJson.of(extraction.document()),
                ExtractionJson.ReportJson.of(extraction.outline().title(), extraction.form()),
                OutcomeCounts.of(extraction.outcomes()),
                extraction.findings().stream()
                        .sorted((a, b) -> a.severity().compareTo(b.severity()))
                        .map(FindingJson::of)
                        .toList(),
                extraction.outcomes().stream()
                        .filter(Outcome.Waived.class::isInstance)
                        .map(Outcome.Waived.class::cast)
                        .map(waived -> FindingJson.of(waived.finding()))
                        .toList(),
                extraction.outcomes().stream().map(OutcomeJson::of).toList());
    }

    /// The JSON in UTF-8, numbers without exponent.
    public byte[] bytes() {
        return JsonExtractionWriter.bytes(this);
    }
}
