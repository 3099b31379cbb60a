package io.mingjian.wire;

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
    /// @param state `stated`, `blank`, `not_applicable`, `absent` or `illegible`
    /// @param text  what is written at the span
    /// @param page  the page the span begins on, or null for formats without pages
    @Serdeable
    public record CellJson(
            String row,
            String column,
            String state,
            @Nullable BigDecimal value,
            @Nullable String text,
            @Nullable List<Integer> span,
            @Nullable Integer page) {
        static CellJson of(Cell cell, SourceDocument document) {
            return switch (cell) {
                case Cell.Stated stated ->
                    at(stated.key(), "stated", ExtractionJson.plain(stated.value()), stated.span(), document);
                case Cell.Blank blank -> at(blank.key(), "blank", null, blank.span(), document);
                case Cell.NotApplicable none -> at(none.key(), "not_applicable", null, none.span(), document);
                case Cell.Illegible illegible -> at(illegible.key(), "illegible", null, illegible.span(), document);
                case Cell.Absent absent ->
                    new CellJson(absent.key().row(), absent.key().column(), "absent", null, null, null, null);
            };
        }

        private static CellJson at(
                CellKey key, String state, @Nullable BigDecimal value, Span span, SourceDocument document) {
            OptionalInt page = document.pages().pageAt(span.start());
            return new CellJson(
                    key.row(),
                    key.column(),
                    state,
                    value,
                    document.text().quote(span),
                    ExtractionJson.span(span),
                    page.isPresent() ? page.getAsInt() : null);
        }
    }
}
