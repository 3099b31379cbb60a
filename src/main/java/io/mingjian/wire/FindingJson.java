package io.mingjian.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.checks.Finding;
import io.mingjian.checks.Message;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finding as the contract writes it.
///
/// @param verdict       whom it blames, with hyphens: `likely-misread`, `definition-differs`,
/// `likely-misreported`, `undecided`
/// @param spans         the places of both sides
/// @param place         where, in the clerk's words
/// @param fingerprint   of rule, place and values; what a waiver names
/// @param expectedSpans the places that say what should be
/// @param actualSpans   the places that say what is
/// @param words         the message part by part; null in what was kept before it had parts
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
        @Nullable List<List<Integer>> actualSpans,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WordsJson words) {
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
                spans(finding.actual().spans()),
                WordsJson.of(finding.words()));
    }

    /// The message part by part, in the order in which it is of use; a part that there is none of is empty.
    ///
    /// @param place      which table, which row, which column, or which words
    /// @param claim      what should hold there
    /// @param expected   what should be
    /// @param actual     what is
    /// @param difference by how much they differ
    /// @param basis      why it should be so
    /// @param remedy     what to do
    /// @param doubt      what else may explain it
    @Serdeable
    public record WordsJson(
            String place,
            String claim,
            String expected,
            String actual,
            String difference,
            String basis,
            String remedy,
            String doubt) {
        static WordsJson of(Message words) {
            return new WordsJson(
                    words.place(),
                    words.claim(),
                    words.expected(),
                    words.actual(),
                    words.difference(),
                    words.basis(),
                    words.remedy(),
                    words.doubt());
        }
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null ? null : ExtractionJson.plain(value);
    }

    private static List<List<Integer>> spans(List<Span> spans) {
        return spans.stream().map(ExtractionJson::span).toList();
    }
}
