package io.mingjian.web;

import io.mingjian.wire.ExtractionJson;
import io.mingjian.wire.FactJson;
import io.mingjian.wire.TableJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes what was found as CSV (RFC 4180), in UTF-8 with the mark by which spreadsheets recognize it. The
/// contract's names head the columns; what is not stated is empty, never 0.
final class CsvWriter {
    private static final String MARK = "\uFEFF";
    private static final String NEEDS_QUOTES = ",\"\r\n";

    /// What a spreadsheet would take for the beginning of a formula.
    private static final String FORMULA = "=+-@\t\r";

    private final StringBuilder csv = new StringBuilder(MARK);
    private boolean begun;

    private CsvWriter() {}

    static byte[] cells(ExtractionJson extraction) {
        CsvWriter csv = new CsvWriter();
        csv.line(List.of("table", "form", "row", "column", "state", "value", "text", "start", "end"));
        for (TableJson table : extraction.tables()) {
            for (TableJson.CellJson cell : table.cells()) {
                csv.text(table.id()).text(table.form()).text(cell.row()).text(cell.column());
                csv.text(cell.state()).number(cell.value()).text(cell.text()).place(cell.span());
                csv.end();
            }
        }
        return csv.bytes();
    }

    static byte[] facts(ExtractionJson extraction) {
        CsvWriter csv = new CsvWriter();
        csv.line(List.of(
                "metric",
                "value",
                "unit",
                "approximation",
                "channel",
                "account",
                "category",
                "scope",
                "period",
                "year",
                "quote",
                "start",
                "end",
                "section"));
        for (FactJson fact : extraction.facts()) {
            Integer year = fact.year();
            csv.text(fact.metric()).number(fact.value()).text(fact.unit()).text(fact.approximation());
            csv.text(fact.channel()).text(fact.account()).text(fact.category()).text(fact.scope());
            csv.text(fact.period()).number(year == null ? null : BigDecimal.valueOf(year));
            csv.text(fact.quote()).place(fact.span()).text(fact.section());
            csv.end();
        }
        return csv.bytes();
    }

    private void line(List<String> values) {
        values.forEach(this::text);
        end();
    }

    private CsvWriter place(@Nullable List<Integer> span) {
        return number(span == null ? null : BigDecimal.valueOf(span.get(0)))
                .number(span == null ? null : BigDecimal.valueOf(span.get(1)));
    }

    private CsvWriter number(@Nullable BigDecimal number) {
        return raw(number == null ? "" : number.toPlainString());
    }

    private CsvWriter text(@Nullable String text) {
        String safe = text == null ? "" : text;
        return raw(!safe.isEmpty() && FORMULA.indexOf(safe.charAt(0)) >= 0 ? "'" + safe : safe);
    }

    private CsvWriter raw(String value) {
        if (begun) {
            csv.append(',');
        }
        begun = true;
        boolean quoted = value.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0);
        csv.append(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
        return this;
    }

    private void end() {
        csv.append("\r\n");
        begun = false;
    }

    private byte[] bytes() {
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
