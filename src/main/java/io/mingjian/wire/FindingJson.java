package io.mingjian.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.checks.Finding;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finding as the contract writes it.
///
/// @param verdict whom it blames, with hyphens: `likely-misread`, `definition-differs`, `likely-misreported`,
/// `undecided`
@Serdeable
public record FindingJson(
        String rule,
        String severity,
        String verdict,
        String message,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal actual,
        List<List<Integer>> spans) {
    public FindingJson {
        spans = List.copyOf(spans);
    }

    static FindingJson of(Finding finding) {
        BigDecimal expected = finding.expected();
        BigDecimal actual = finding.actual();
        return new FindingJson(
                finding.rule(),
                ExtractionJson.name(finding.severity()),
                ExtractionJson.name(finding.verdict()).replace('_', '-'),
                finding.message(),
                expected == null ? null : ExtractionJson.plain(expected),
                actual == null ? null : ExtractionJson.plain(actual),
                finding.spans().stream().map(ExtractionJson::span).toList());
    }
}
