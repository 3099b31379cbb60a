package io.mingjian.web;

import io.mingjian.feed.table.RowWriter;
import io.mingjian.feed.table.SheetBook;
import io.mingjian.web.ReportView.FactView;
import io.mingjian.web.ReportView.FindingView;
import io.mingjian.web.TableView.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A report as a workbook: every statutory table laid out as its form prescribes, then the figures, then the
/// findings.
final class ReportBook {
    private static final String STATED = "stated";
    private static final int LONGEST_NAME = 31;
    private static final int FIRST_WIDTH = 22;
    private static final int WIDTH = 12;

    /// What names of sheets must not have.
    private static final String FORBIDDEN = "[\\\\/?*\\[\\]:]";

    private ReportBook() {}

    static byte[] of(ReportView view, Words words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SheetBook book = new SheetBook(bytes)) {
            int number = 1;
            for (TableView table : view.tables()) {
                try (SheetBook.Grid grid = book.grid(name(number++, table.name()))) {
                    table(grid, table, words);
                }
            }
            facts(book, view.facts(), words);
            findings(book, view.findings(), words);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /// Numbered, so that two tables of one name have two sheets.
    private static String name(int number, String name) {
        String whole = number + " " + name.replaceAll(FORBIDDEN, " ");
        return whole.substring(0, Math.min(LONGEST_NAME, whole.length()));
    }

    private static void table(SheetBook.Grid grid, TableView table, Words words) {
        Set<List<Integer>> taken = new HashSet<>();
        grid.width(0, FIRST_WIDTH);
        for (int column = 1; column < table.width(); column++) {
            grid.width(column, WIDTH);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            int column = 0;
            for (Cell cell : table.rows().get(row)) {
                while (taken.contains(List.of(row, column))) {
                    column++;
                }
                grid.cell(row, column, cell.rowSpan(), cell.columnSpan(), value(cell, words));
                for (int i = 0; i < cell.rowSpan() * cell.columnSpan(); i++) {
                    taken.add(List.of(row + i / cell.columnSpan(), column + i % cell.columnSpan()));
                }
            }
        }
    }

    /// A number is a number; that a cell is blank is told by its being blank, that it is absent by the word.
    private static @Nullable Object value(Cell cell, Words words) {
        return switch (cell) {
            case Cell.Head head -> head.wording();
            case Cell.Value value ->
                switch (value.state()) {
                    case STATED -> new BigDecimal(value.shown());
                    case "absent" -> words.get("state.absent");
                    case "blank" -> null;
                    default -> value.shown();
                };
        };
    }

    private static void facts(SheetBook book, List<FactView> facts, Words words) throws IOException {
        try (RowWriter rows = book.rows(words.get("book.facts"))) {
            rows.head(List.of(
                    words.get("fact.metric"),
                    words.get("fact.value"),
                    words.get("book.unit"),
                    words.get("book.channel"),
                    words.get("fact.period"),
                    words.get("reports.year"),
                    words.get("fact.quote")));
            for (FactView fact : facts) {
                rows.row(row(
                        words.name("metric", fact.metric()),
                        new BigDecimal(fact.value()),
                        fact.unit(),
                        fact.channel() == null ? null : words.name("channel", fact.channel()),
                        words.name("period", fact.period()),
                        fact.year(),
                        fact.place().quote()));
            }
        }
    }

    private static void findings(SheetBook book, List<FindingView> findings, Words words) throws IOException {
        try (RowWriter rows = book.rows(words.get("book.findings"))) {
            rows.head(List.of(
                    words.get("book.severity"),
                    words.get("book.claim"),
                    words.get("book.message"),
                    words.get("book.expected"),
                    words.get("book.actual")));
            for (FindingView finding : findings) {
                rows.row(row(
                        words.name("severity", finding.severity()),
                        finding.claim(),
                        finding.message(),
                        finding.expected(),
                        finding.actual()));
            }
        }
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Object value : values) {
            row.add(value);
        }
        return row;
    }
}
