package io.mingjian.store.sql;

import io.mingjian.store.ReportId;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.CellRow;
import io.mingjian.store.supervision.Layout;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The values of the last few years that were summed, packed, in memory: twenty thousand sheets are some ten megabytes,
/// and reading them from the database took most of a sum's time. What has changed since is read anew, sheet by sheet.
/// Safe to share between threads; a lock guards what is remembered.
final class YearCells {
    /// Sheets that are remembered together, of whichever years: some hundred megabytes.
    private static final int SHEETS = 120_000;

    /// Sheets that are asked for by their names; of more, the whole year is read.
    private static final int FEW = 500;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, Year> years = new LinkedHashMap<>(16, 0.75f, true);

    /// A year as it was after a change.
    private record Year(long sequence, Map<String, Values> sheets) {}

    /// A sheet's values.
    ///
    /// @param sequence the change that it was made after
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Values(ReportId report, long sequence, @Nullable UnitId unit, Layout layout, byte[] packed) {
        CellRow row() {
            return PackedSheet.row(report, unit, layout, packed);
        }
    }

    /// Reads what is not remembered.
    @FunctionalInterface
    interface Layouts {
        Layout get(Connection connection, String id);
    }

    /// A sheet without its values.
    private record Listed(
            String report, long sequence, @Nullable String unit, String layout) {
        static Listed read(ResultSet row) throws SQLException {
            return new Listed(row.getString(1), row.getLong(2), row.getString(3), row.getString(4));
        }
    }

    /// All sheets of a year as they are in the reading of this connection.
    Collection<Values> of(Connection connection, int year, long sequence, Layouts layouts) throws SQLException {
        lock.lock();
        try {
            Year known = years.get(year);
            if (known == null || known.sequence() != sequence) {
                Map<String, Values> before = known == null ? Map.of() : known.sheets();
                known = new Year(sequence, read(connection, year, before, layouts));
                years.put(year, known);
                forget();
            }
            return known.sheets().values();
        } finally {
            lock.unlock();
        }
    }

    /// Drops the years that were not asked for the longest; the one at hand stays.
    private void forget() {
        int sheets =
                years.values().stream().mapToInt(one -> one.sheets().size()).sum();
        while (sheets > SHEETS && years.size() > 1) {
            Integer oldest = years.keySet().iterator().next();
            sheets -= Objects.requireNonNull(years.remove(oldest)).sheets().size();
        }
    }

    void clear() {
        lock.lock();
        try {
            years.clear();
        } finally {
            lock.unlock();
        }
    }

    private static Map<String, Values> read(
            Connection connection, int year, Map<String, Values> before, Layouts layouts) throws SQLException {
        List<Listed> all = Sql.list(
                connection,
                "SELECT report, sequence, unit, layout FROM sheet WHERE report_year = ?",
                Listed::read,
                year);
        List<String> missing = all.stream()
                .filter(listed -> {
                    Values values = before.get(listed.report());
                    return values == null || values.sequence() != listed.sequence();
                })
                .map(Listed::report)
                .toList();
        Map<String, byte[]> packed = packed(connection, year, missing);
        Map<String, Values> now = HashMap.newHashMap(all.size());
        for (Listed listed : all) {
            byte[] bytes = packed.get(listed.report());
            Values same = before.get(listed.report());
            if (bytes != null) {
                now.put(listed.report(), values(connection, listed, bytes, layouts));
            } else if (same != null && same.sequence() == listed.sequence()) {
                now.put(listed.report(), same);
            }
        }
        return now;
    }

    private static Values values(Connection connection, Listed listed, byte[] bytes, Layouts layouts) {
        String unit = listed.unit();
        Layout layout = layouts.get(connection, listed.layout());
        return new Values(
                new ReportId(listed.report()),
                listed.sequence(),
                unit == null ? null : new UnitId(unit),
                layout,
                PackedSheet.valuesOnly(layout, bytes));
    }

    private static Map<String, byte[]> packed(Connection connection, int year, List<String> reports)
            throws SQLException {
        Map<String, byte[]> packed = HashMap.newHashMap(reports.size());
        Sql.Each each = row -> packed.put(row.getString(1), SqlSheetStore.whole(connection, row));
        if (reports.size() > FEW) {
            Sql.forEach(
                    connection,
                    "SELECT p.report, p.bytes FROM sheet s JOIN sheet_rows p ON p.report = s.report"
                            + " AND p.kind = 'CELLS' AND p.part = 0 WHERE s.report_year = ?",
                    each,
                    year);
        } else if (!reports.isEmpty()) {
            Sql.forEach(
                    connection,
                    "SELECT p.report, p.bytes FROM sheet_rows p WHERE p.kind = 'CELLS' AND p.part = 0"
                            + " AND p.report IN (" + String.join(", ", Collections.nCopies(reports.size(), "?")) + ")",
                    each,
                    reports.toArray());
        }
        return packed;
    }
}
