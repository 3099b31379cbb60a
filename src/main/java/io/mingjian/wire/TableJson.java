package io.mingjian.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.tables.Cell;
import io.mingjian.tables.CellKey;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A statutory table as the contract writes it.
@Serdeable
public record TableJson(String id, String form, List<Integer> span, List<CellJson> cells) {
    public TableJson {
        span = List.copyOf(span);
        cells = List.copyOf(cells);
    }

    static TableJson of(StatutoryTable table, SourceDocument document) {
        return new TableJson(
                table.id(),
                table.form(),
                ExtractionJson.span(table.span()),
                table.cells().stream().map(cell -> CellJson.of(cell, document)).toList());
    }

    /// A cell. Only a `stated` one has a value; a blank is never a 0, and an `absent` one has no place.
    ///
    /// @param state      `stated`, `blank`, `not_applicable`, `absent` or `illegible`
    /// @param text       what is written at the span
    /// @param page       the page the span begins on, or null for formats without pages
    /// @param confidence of a stated value, 0..1; left out where it is 1
    /// @param decoded    true where the identities of the form, not the characters alone, told the value; else
    ///                   left out
    /// @param candidates the numbers that an illegible cell could say; left out where nothing tells
    @Serdeable
    public record CellJson(
            String row,
            String column,
            String state,
            @Nullable BigDecimal value,
            @Nullable String text,
            @Nullable List<Integer> span,
            @Nullable Integer page,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double confidence,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean decoded,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<BigDecimal> candidates) {
        static CellJson of(Cell cell, SourceDocument document) {
            return switch (cell) {
                case Cell.Stated stated -> stated(stated, document);
                case Cell.Blank blank -> at(blank.key(), "blank", blank.span(), document, null);
                case Cell.NotApplicable none -> at(none.key(), "not_applicable", none.span(), document, null);
                case Cell.Illegible illegible ->
                    at(
                            illegible.key(),
                            "illegible",
                            illegible.span(),
                            document,
                            illegible.candidates().isEmpty() ? null : illegible.candidates());
                case Cell.Absent absent ->
                    new CellJson(
                            absent.key().row(),
                            absent.key().column(),
                            "absent",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
            };
        }

        private static CellJson stated(Cell.Stated stated, SourceDocument document) {
            return new CellJson(
                    stated.key().row(),
                    stated.key().column(),
                    "stated",
                    ExtractionJson.plain(stated.value()),
                    document.text().quote(stated.span()),
                    ExtractionJson.span(stated.span()),
                    page(stated.span(), document),
                    stated.confidence() < 1 ? stated.confidence() : null,
                    stated.decoded() ? Boolean.TRUE : null,
                    null);
        }

        private static CellJson at(
                CellKey key, String state, Span span, SourceDocument document, @Nullable List<BigDecimal> candidates) {
            return new CellJson(
                    key.row(),
                    key.column(),
                    state,
                    null,
                    document.text().quote(span),
                    ExtractionJson.span(span),
                    page(span, document),
                    null,
                    null,
                    candidates);
        }

        private static @Nullable Integer page(Span span, SourceDocument document) {
            OptionalInt page = document.pages().pageAt(span.start());
            return page.isPresent() ? page.getAsInt() : null;
        }
    }
}
