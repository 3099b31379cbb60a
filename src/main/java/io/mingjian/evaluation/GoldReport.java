package io.mingjian.evaluation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a careful reader found in a report: the annotation beside a document, or within a line of passages.
///
/// @param organizations  names of the unit that count as right; empty where the document names none
/// @param year           the year reported on, or null where it is not annotated
/// @param form           the form of the tables, or null where it is not annotated
/// @param cells          every cell of the annotated tables
/// @param neutral        true statistics outside the list of metrics, neither rewarded nor punished
/// @param expectedRules  rules that must be raised; empty for a clean report, null where nothing is laid down
/// @param expectedStatus the HTTP status of the refusal that is right, or null where the document is readable
public record GoldReport(
        List<String> organizations,
        @Nullable String year,
        @Nullable String form,
        List<GoldSection> sections,
        List<GoldCell> cells,
        List<GoldFact> facts,
        List<String> neutral,
        @Nullable List<String> expectedRules,
        @Nullable Integer expectedStatus) {
    public GoldReport {
        organizations = List.copyOf(organizations);
        sections = List.copyOf(sections);
        cells = List.copyOf(cells);
        facts = List.copyOf(facts);
        neutral = List.copyOf(neutral);
        expectedRules = expectedRules == null ? null : List.copyOf(expectedRules);
    }

    /// A section and its heading without its number. `id` is null where the heading alone decides.
    public record GoldSection(@Nullable String id, String heading) {}

    /// A cell of a statutory table; `value` is null where no number is stated (blank or absent), never 0.
    public record GoldCell(
            String table,
            String row,
            String column,
            @Nullable BigDecimal value) {
        String place() {
            return table + "." + row + "." + column;
        }

        boolean isNonZero() {
            return value != null && value.signum() != 0;
        }
    }
}
