package io.mingjian.store.supervision;

import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures of a report as feeds hand them on: cells, facts and findings, each with its place in the text.
public record Sheet(List<SheetCell> cells, List<SheetFact> facts, List<SheetFinding> findings) {
    public Sheet {
        cells = List.copyOf(cells);
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
    }

    /// Which cell of which table, by the model's ids.
    public record CellName(String table, String row, String column) {
        @Override
        public String toString() {
            return table + "/" + row + "/" + column;
        }
    }

    /// What stands in a cell.
    public enum CellState {
        STATED,
        BLANK,
        NOT_APPLICABLE,
        ABSENT,
        ILLEGIBLE
    }

    /// A cell; only a stated one has a value.
    ///
    /// @param span null where it is absent
    /// @param page from 1; 0 where the format has no pages
    public record SheetCell(
            CellName key,
            CellState state,
            @Nullable BigDecimal value,
            @Nullable Span span,
            int page) {
        public SheetCell {
            if ((state == CellState.STATED) != (value != null)) {
                throw new IllegalArgumentException("a cell has a value where one is stated, and nowhere else");
            }
        }
    }

    /// A figure of the prose, in the contract's words.
    public record SheetFact(
            String metric,
            BigDecimal value,
            @Nullable String unit,
            @Nullable String approximation,
            @Nullable String channel,
            @Nullable String account,
            @Nullable String category,
            @Nullable String scope,
            String period,
            @Nullable Integer year,
            String quote,
            Span span,
            @Nullable String section,
            double confidence) {}

    /// A claim that does not hold, in the contract's words.
    ///
    /// @param place in the clerk's words
    public record SheetFinding(
            String rule,
            String severity,
            String verdict,
            String place,
            String message,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal actual,
            String fingerprint,
            List<Span> spans) {
        public SheetFinding {
            spans = List.copyOf(spans);
        }
    }
}
