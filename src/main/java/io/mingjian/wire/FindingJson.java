package io.mingjian.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.checks.Finding;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finding as the contract writes it.
///
/// @param verdict       whom it blames, with hyphens: `likely-misread`, `definition-differs`, `likely-misreported`,
/// `undecided`
/// @param spans         the places of both sides
/// @param place         where, in the clerk's words
/// @param fingerprint   of rule, place and values; what a waiver names
/// @param expectedSpans the places that say what should be
/// @param actualSpans   the places that say what is
@Serdeable
public record FindingJson(
        String rule,
        String severity,
        String verdict,
        String message,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal actual,
        List<List<Integer>> spans,
        @Nullable String place,
        @Nullable String fingerprint,
        @Nullable List<List<Integer>> expectedSpans,
        @Nullable List<List<Integer>> actualSpans) {
    public FindingJson {
        spans = List.copyOf(spans);
    }

    static FindingJson of(Finding finding) {
        return new FindingJson(
                finding.rule(),
                ExtractionJson.name(finding.severity()),
                WireNames.hyphenated(finding.verdict()),
                finding.message(),
                plain(finding.expected().value()),
                plain(finding.actual().value()),
                spans(finding.spans()),
                finding.place(),
                finding.fingerprint(),
                spans(finding.expected().spans()),
                spans(finding.actual().spans()));
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null ? null : ExtractionJson.plain(value);
    }

    private static List<List<Integer>> spans(List<Span> spans) {
        return spans.stream().map(ExtractionJson::span).toList();
    }
}
