package io.mingjian.service.supervision;

import io.mingjian.feed.FeedWords;
import io.mingjian.feed.table.SheetBook;
import io.mingjian.model.rule.Rule;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.LedgerEntry;
import io.mingjian.store.supervision.Review;
import io.mingjian.store.supervision.Sheet.SheetFinding;
import io.mingjian.store.supervision.SheetQuery;
import io.mingjian.store.supervision.SheetStore;
import java.io.IOException;
import java.io.OutputStream;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// 问题通报: what a unit has to mend in its report of a year. Safe to share between threads.
public final class Notices {
    private final Ledger ledger;
    private final SheetFollower sheets;
    private final Practice practice;
    private final Map<String, Rule> rules;

    public Notices(Ledger ledger, SheetFollower sheets, Practice practice) {
        this.ledger = ledger;
        this.sheets = sheets;
        this.practice = practice;
        this.rules = practice.model().rules().stream()
                .collect(Collectors.toUnmodifiableMap(
                        rule -> rule.head().id(), Function.identity(), (first, other) -> first));
    }

    /// A flaw: where, what, how to mend it, and why it is one.
    ///
    /// @param title  of the rule
    /// @param remedy how to mend it, empty where the message says so
    public record Item(SheetFinding finding, String title, String remedy, String basis) {}

    /// What a unit has to mend.
    ///
    /// @param title of the notice
    /// @param notes of the office, from its last decision
    public record Notice(LedgerEntry entry, String title, List<Item> items, List<Review.Note> notes) {
        public Notice {
            items = List.copyOf(items);
            notes = List.copyOf(notes);
        }
    }

    /// What a unit has to mend in its report of a year.
    ///
    /// @throws MingjianException `NOT_FOUND` where the unit has no report of that year
    public Notice notice(Caller caller, UnitId unit, int year) {
        LedgerEntry entry = ledger.entry(caller, unit, year);
        LedgerEntry.Filing filing = entry.filing();
        if (filing == null) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "that unit has no report of " + year);
        }
        SheetQuery query =
                new SheetQuery(caller.scope(), practice.deadlines()).only(unit).of(year);
        List<Item> items = new ArrayList<>();
        for (SheetStore.Page page : sheets.current().page(query, SheetStore.Rows.FINDINGS, 0, 1)) {
            page.sheet().findings().forEach(finding -> items.add(item(finding)));
        }
        List<Review> reviews = ledger.reviews(caller, filing.report());
        String title =
                MessageFormat.format(FeedWords.of("notice.title"), entry.unit().name(), String.valueOf(year));
        return new Notice(
                entry,
                title,
                items,
                reviews.isEmpty() ? List.of() : reviews.getLast().notes());
    }

    private Item item(SheetFinding finding) {
        Rule rule = rules.get(finding.rule());
        return rule == null
                ? new Item(finding, finding.rule(), "", "")
                : new Item(
                        finding,
                        rule.head().title(),
                        rule.head().words().remedy(),
                        rule.head().basis());
    }

    /// Writes a notice as a spreadsheet.
    public static void write(Notice notice, OutputStream to) throws IOException {
        try (SheetBook book = new SheetBook(to);
                SheetBook.Grid grid = book.grid(FeedWords.of("book.findings"))) {
            grid.heading(0, notice.title());
            grid.width(3, 24);
            grid.width(4, 60);
            grid.width(5, 40);
            grid.width(6, 40);
            int row = head(grid, 2, "notice.head");
            int number = 0;
            for (Item item : notice.items()) {
                SheetFinding finding = item.finding();
                List<Object> values = List.of(
                        ++number,
                        item.title(),
                        finding.severity(),
                        finding.place(),
                        finding.message(),
                        item.remedy(),
                        item.basis());
                row = line(grid, row, values);
            }
            if (notice.items().isEmpty()) {
                grid.text(row++, 0, FeedWords.of("notice.none"));
            }
            if (!notice.notes().isEmpty()) {
                row = head(grid, row + 1, "notice.notes.head");
                number = 0;
                for (Review.Note note : notice.notes()) {
                    row = line(
                            grid,
                            row,
                            List.of(++number, FeedWords.of("target", note.target()), note.place(), note.wording()));
                }
            }
        }
    }

    private static int head(SheetBook.Grid grid, int row, String key) {
        return line(grid, row, FeedWords.list(key));
    }

    private static int line(SheetBook.Grid grid, int row, List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            grid.cell(row, i, 1, 1, values.get(i));
        }
        return row + 1;
    }
}
