package io.mingjian.api;

import java.util.List;

/// A table as text (RFC 4180), with the mark at its head by which spreadsheets see that it is UTF-8.
final class CsvTable {
    private final StringBuilder text = new StringBuilder("\uFEFF");

    CsvTable(String... heads) {
        row(List.of(heads));
    }

    void row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        text.append("\r\n");
    }

    String text() {
        return text.toString();
    }

    /// A spreadsheet computes what begins like a formula; what strangers wrote must stay text.
    private static String cell(String value) {
        String safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
