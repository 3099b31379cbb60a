package io.mingjian.service.supervision;

import io.mingjian.feed.FeedWords;
import io.mingjian.feed.sum.Coverages.Basis;
import io.mingjian.feed.sum.Coverages.Member;
import io.mingjian.feed.sum.Coverages.Role;
import io.mingjian.feed.sum.Totals;
import io.mingjian.feed.table.RowWriter;
import io.mingjian.feed.table.SheetBook;
import io.mingjian.model.Form;
import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import io.mingjian.service.Caller;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.CellRow;
import io.mingjian.store.supervision.Layout;
import io.mingjian.store.supervision.LedgerEntry;
import io.mingjian.store.supervision.Sheet.CellName;
import io.mingjian.store.supervision.Sheet.SheetFinding;
import io.mingjian.store.supervision.SheetHead;
import io.mingjian.store.supervision.SheetQuery;
import io.mingjian.store.supervision.SheetStore;
import io.mingjian.store.supervision.State;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The workbook of a year: the statutory tables over all units, a row a unit, the findings, the ledger. Safe to
/// share between threads; its memory does not grow with the units' figures.
public final class Workbooks {
    private static final int STEP = 200;

    private final Sums sums;
    private final Ledger ledger;
    private final SheetFollower sheets;
    private final Practice practice;

    public Workbooks(Sums sums, Ledger ledger, SheetFollower sheets, Practice practice) {
        this.sums = sums;
        this.ledger = ledger;
        this.sheets = sheets;
        this.practice = practice;
    }

    /// Writes the workbook.
    ///
    /// @param within the unit at the top, or null for all the caller may see
    public void write(Caller caller, int year, @Nullable UnitId within, OutputStream to) throws IOException {
        Sums.Sheet sheet = sums.sum(caller, new Sums.Asked(year, within, Basis.OWN, Sums.By.ALL));
        Optional<Form> form = practice.model().forms().stream()
                .filter(one -> one.fromYear() <= year && year <= one.toYear())
                .findFirst();
        try (SheetBook book = new SheetBook(to)) {
            try (SheetBook.Grid grid = book.grid(FeedWords.of("book.tables"))) {
                tables(grid, sheet, form.map(Form::tables).orElse(List.of()));
            }
            SheetQuery query = new SheetQuery(caller.scope(), practice.deadlines())
                    .of(year)
                    .within(within);
            try (RowWriter rows = book.rows(FeedWords.of("book.units"))) {
                units(rows, sheet, query, form.map(Workbooks::keys).orElse(List.of()));
            }
            try (RowWriter rows = book.rows(FeedWords.of("book.findings"))) {
                findings(rows, query);
            }
            try (RowWriter rows = book.rows(FeedWords.of("book.ledger"))) {
                rows.head(FeedWords.list("book.ledger.head"));
                for (LedgerEntry entry : ledger.all(caller, new Ledger.Asked(year, within))) {
                    rows.row(line(entry));
                }
            }
        }
    }

    private static void tables(SheetBook.Grid grid, Sums.Sheet sheet, List<TableKind> tables) {
        Totals totals = sheet.total();
        grid.heading(
                0,
                MessageFormat.format(
                        FeedWords.of("book.title"), String.valueOf(sheet.asked().year())));
        String lacking = sheet.lacking().entrySet().stream()
                .map(one -> FeedWords.of("state", one.getKey()) + " " + one.getValue())
                .collect(Collectors.joining("，"));
        grid.text(
                1,
                0,
                MessageFormat.format(
                        FeedWords.of("book.scope"),
                        String.valueOf(totals.units()),
                        lacking.isEmpty() ? FeedWords.of("book.nobody") : lacking));
        grid.width(0, 24);
        grid.width(1, 40);
        int row = 3;
        for (TableKind table : tables) {
            row = table(grid, row, table, totals) + 1;
        }
        List<String> head = FeedWords.list("book.rate.head");
        for (int i = 0; i < head.size(); i++) {
            grid.cell(row, i, 1, 1, head.get(i));
        }
        for (Totals.RateSum rate : totals.rates()) {
            row++;
            grid.cell(row, 0, 1, 1, rate.rate().name());
            grid.cell(row, 1, 1, 1, rate.value());
            grid.cell(row, 2, 1, 1, rate.numerator());
            grid.cell(row, 3, 1, 1, rate.denominator());
            grid.cell(row, 4, 1, 1, rate.units());
            grid.cell(row, 5, 1, 1, rate.rate().source());
        }
    }

    /// A table of the form: groups, rows and columns in its order and wording. Rows with other columns than
    /// those above come under a head of their own.
    private static int table(SheetBook.Grid grid, int from, TableKind table, Totals totals) {
        int row = from;
        List<Label> columns = List.of();
        for (int i = 0; i < table.rows().size(); i++) {
            TableKind.Row line = table.rows().get(i);
            if (!line.columns().equals(columns)) {
                columns = line.columns();
                grid.cell(row, 0, 1, 2, null);
                for (int c = 0; c < columns.size(); c++) {
                    grid.cell(row, 2 + c, 1, 1, columns.get(c).wording());
                }
                row++;
            }
            group(grid, row, table, i);
            grid.cell(row, 1, 1, 1, line.label().wording());
            for (int c = 0; c < columns.size(); c++) {
                CellName key = new CellName(
                        table.id(), line.label().id(), columns.get(c).id());
                grid.cell(row, 2 + c, 1, 1, totals.value(key));
            }
            row++;
        }
        return row;
    }

    /// The group's name once, over all of its rows that stand under one head.
    private static void group(SheetBook.Grid grid, int row, TableKind table, int at) {
        TableKind.Row line = table.rows().get(at);
        if (at > 0 && sameGroup(table.rows().get(at - 1), line)) {
            return;
        }
        int rows = 1;
        while (at + rows < table.rows().size() && sameGroup(line, table.rows().get(at + rows))) {
            rows++;
        }
        grid.cell(row, 0, rows, 1, line.label().group());
    }

    private static boolean sameGroup(TableKind.Row one, TableKind.Row other) {
        return one.label().group().equals(other.label().group())
                && one.columns().equals(other.columns());
    }

    private static List<CellName> keys(Form form) {
        List<CellName> keys = new ArrayList<>();
        for (TableKind table : form.tables()) {
            for (TableKind.Row row : table.rows()) {
                row.columns()
                        .forEach(column ->
                                keys.add(new CellName(table.id(), row.label().id(), column.id())));
            }
        }
        return keys;
    }

    /// A row a unit, in the order of the tree; of those who owe a report it ends where the figures would begin.
    private void units(RowWriter rows, Sums.Sheet sheet, SheetQuery query, List<CellName> keys) throws IOException {
        List<String> head = new ArrayList<>(FeedWords.list("book.units.head"));
        keys.forEach(key -> head.add(key.toString()));
        rows.head(head);
        Columns columns = new Columns(keys);
        Deque<Member> members = new ArrayDeque<>(sheet.members());
        try {
            sheets.current().forEachCells(query, row -> {
                UnitId unit = row.unit();
                if (unit == null) {
                    return;
                }
                while (!members.isEmpty() && members.element().unit().value().compareTo(unit.value()) < 0) {
                    write(rows, unit(members.remove()));
                }
                if (!members.isEmpty() && members.element().unit().equals(unit)) {
                    List<@Nullable Object> values = unit(members.remove());
                    columns.add(row, values);
                    write(rows, values);
                }
            });
            members.forEach(member -> write(rows, unit(member)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(RowWriter rows, List<@Nullable Object> row) {
        try {
            rows.row(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<@Nullable Object> unit(Member member) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(member.unit().value());
        values.add(member.standing().name());
        values.add(FeedWords.of("state", member.standing().state()));
        values.add(FeedWords.of("coverage", member.standing().coverage()));
        values.add(FeedWords.of(member.role() == Role.ADDED ? "yes" : "no"));
        return values;
    }

    /// The cells of a form as columns, however the sheets lay them out. Used by one thread.
    private static final class Columns {
        private final List<CellName> keys;
        private final Map<String, List<List<Integer>>> places = new HashMap<>();

        Columns(List<CellName> keys) {
            this.keys = keys;
        }

        /// Adds a value for each column; of a cell that a sheet has twice, the first that states a number.
        void add(CellRow row, List<@Nullable Object> to) {
            for (List<Integer> column : places.computeIfAbsent(row.layout().id(), id -> places(row.layout()))) {
                BigDecimal value = null;
                for (int i = 0; i < column.size() && value == null; i++) {
                    value = row.value(column.get(i));
                }
                to.add(value);
            }
        }

        private List<List<Integer>> places(Layout layout) {
            Map<CellName, List<Integer>> byKey = new HashMap<>();
            for (int i = 0; i < layout.keys().size(); i++) {
                byKey.computeIfAbsent(layout.keys().get(i), none -> new ArrayList<>(1))
                        .add(i);
            }
            return keys.stream().map(key -> byKey.getOrDefault(key, List.of())).toList();
        }
    }

    private void findings(RowWriter rows, SheetQuery query) throws IOException {
        rows.head(FeedWords.list("book.findings.head"));
        SheetStore store = sheets.current();
        long after = 0;
        List<SheetStore.Page> pages;
        do {
            pages = store.page(query, SheetStore.Rows.FINDINGS, after, STEP);
            for (SheetStore.Page page : pages) {
                SheetHead head = page.head();
                after = head.sequence();
                for (SheetFinding finding : page.sheet().findings()) {
                    List<@Nullable Object> row = new ArrayList<>();
                    row.add(Objects.toString(head.unit(), null));
                    row.add(head.name());
                    row.add(head.year());
                    row.add(finding.rule());
                    row.add(finding.severity());
                    row.add(finding.verdict());
                    row.add(finding.place());
                    row.add(finding.message());
                    rows.row(row);
                }
            }
        } while (pages.size() == STEP);
    }

    private static List<@Nullable Object> line(LedgerEntry entry) {
        LedgerEntry.Filing filing = entry.filing();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(entry.unit().id().value());
        row.add(entry.unit().name());
        row.add(FeedWords.of("kind", entry.unit().kind()));
        row.add(FeedWords.of("level", entry.unit().level()));
        row.add(FeedWords.of("state", entry.state()));
        row.add(entry.state() == State.MISSING ? null : FeedWords.of(entry.late() ? "yes" : "no"));
        row.add(filing == null ? null : filing.version());
        row.add(filing == null ? null : filing.submittedAt().toString());
        row.add(filing == null ? null : filing.submittedBy());
        row.add(Objects.toString(entry.since(), null));
        row.add(entry.by());
        row.add(filing == null ? null : filing.errors());
        row.add(filing == null ? null : filing.inconsistencies());
        row.add(filing == null ? null : filing.warnings());
        return row;
    }
}
