package io.mingjian.service.supervision;

import io.mingjian.feed.FeedRows;
import io.mingjian.feed.sum.MetricSums;
import io.mingjian.feed.table.RowWriter;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.ChangeRow;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.SheetQuery;
import io.mingjian.store.supervision.SheetStore;
import io.mingjian.store.supervision.UnitKind;
import io.mingjian.store.supervision.UnitLevel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Cells, facts and findings as rows, by pages and whole, and what changed. Safe to share between threads.
///
/// Reports come in the order of their last changes: one that changes while somebody walks through the pages
/// comes once more at the end, and none is passed over.
public final class Feeds {
    /// Sheets that are unpacked at once.
    private static final int STEP = 200;

    private final SheetFollower sheets;
    private final Practice practice;

    public Feeds(SheetFollower sheets, Practice practice) {
        this.sheets = sheets;
        this.practice = practice;
    }

    /// Which rows.
    ///
    /// @param filters columns and what must stand in them
    public record Asked(
            SheetStore.Rows rows,
            @Nullable UnitId within,
            @Nullable Integer year,
            @Nullable UnitKind kind,
            @Nullable UnitLevel level,
            Map<String, String> filters) {
        public Asked {
            filters = Map.copyOf(filters);
        }
    }

    /// Where a page begins: behind a row of a report.
    ///
    /// @param sequence the change of its report
    /// @param row      how many of that report's rows came before
    public record Cursor(long sequence, int row) {
        public static final Cursor START = new Cursor(0, 0);

        /// Reads a cursor back; the start where there is none.
        ///
        /// @throws MingjianException `BAD_REQUEST` where it is none
        public static Cursor parse(@Nullable String text) {
            if (text == null) {
                return START;
            }
            String[] parts = text.split("-", -1);
            try {
                return new Cursor(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new MingjianException(ProblemCode.BAD_REQUEST, "no such cursor", e);
            }
        }

        @Override
        public String toString() {
            return sequence + "-" + row;
        }
    }

    /// Some rows.
    ///
    /// @param next null at the end
    public record Page(
            List<String> columns,
            List<List<@Nullable Object>> rows,
            @Nullable Cursor next) {}

    /// The rows behind a cursor.
    public Page page(Caller caller, Asked asked, Cursor from, int limit) {
        List<String> columns = FeedRows.columns(asked.rows());
        Filter filter = Filter.of(asked.filters(), columns);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        SheetStore store = sheets.current();
        long after = Math.max(0, from.sequence() - 1);
        while (true) {
            List<SheetStore.Page> pages = store.page(query(caller, asked), asked.rows(), after, STEP);
            for (SheetStore.Page page : pages) {
                List<List<@Nullable Object>> all = FeedRows.of(page, asked.rows());
                long sequence = page.head().sequence();
                for (int i = sequence == from.sequence() ? from.row() : 0; i < all.size(); i++) {
                    if (!filter.takes(all.get(i))) {
                        continue;
                    }
                    if (rows.size() == limit) {
                        return new Page(columns, rows, new Cursor(sequence, i));
                    }
                    rows.add(all.get(i));
                }
            }
            if (pages.size() < STEP) {
                return new Page(columns, rows, null);
            }
            after = pages.getLast().head().sequence();
        }
    }

    /// Writes all rows, in memory that does not grow with them.
    public void write(Caller caller, Asked asked, RowWriter to) throws IOException {
        List<String> columns = FeedRows.columns(asked.rows());
        Filter filter = Filter.of(asked.filters(), columns);
        to.head(columns);
        SheetStore store = sheets.current();
        long after = 0;
        List<SheetStore.Page> pages;
        do {
            pages = store.page(query(caller, asked), asked.rows(), after, STEP);
            for (SheetStore.Page page : pages) {
                for (List<@Nullable Object> row : FeedRows.of(page, asked.rows())) {
                    if (filter.takes(row)) {
                        to.row(row);
                    }
                }
                after = page.head().sequence();
            }
        } while (pages.size() == STEP);
    }

    /// What rows must say at some of their columns.
    private record Filter(List<Integer> places, List<String> values) {
        static Filter of(Map<String, String> filters, List<String> columns) {
            List<Integer> places = new ArrayList<>();
            List<String> values = new ArrayList<>();
            filters.forEach((column, value) -> {
                int place = columns.indexOf(column);
                if (place < 0) {
                    throw new MingjianException(ProblemCode.BAD_REQUEST, "no column \"" + column + "\"");
                }
                places.add(place);
                values.add(value);
            });
            return new Filter(places, values);
        }

        boolean takes(List<@Nullable Object> row) {
            for (int i = 0; i < places.size(); i++) {
                if (!values.get(i).equals(Objects.toString(row.get(places.get(i)), ""))) {
                    return false;
                }
            }
            return true;
        }
    }

    private SheetQuery query(Caller caller, Asked asked) {
        return new SheetQuery(caller.scope(), practice.deadlines())
                .within(asked.within())
                .of(asked.year())
                .like(asked.kind(), asked.level());
    }

    /// Sums of what the prose of those reports states that stand and are about their units' own figures.
    public List<MetricSums.MetricSum> metrics(Caller caller, Asked asked) {
        MetricSums sums = new MetricSums();
        SheetStore store = sheets.current();
        long after = 0;
        List<SheetStore.Page> pages;
        do {
            pages = store.page(query(caller, asked), SheetStore.Rows.FACTS, after, STEP);
            for (SheetStore.Page page : pages) {
                if (page.head().state().counts() && page.head().coverage() == Coverage.OWN) {
                    sums.add(page.head(), page.sheet());
                }
                after = page.head().sequence();
            }
        } while (pages.size() == STEP);
        return sums.sums();
    }

    /// What happened after a change.
    public List<ChangeRow> changes(Caller caller, long after, int limit) {
        return sheets.current().changes(after, limit, caller.scope(), practice.deadlines());
    }
}
