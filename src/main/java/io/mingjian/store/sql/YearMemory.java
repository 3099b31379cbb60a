package io.mingjian.store.sql;

import io.mingjian.store.UnitId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Something of every sheet of the years that were asked for last, in memory: a database takes its time over
/// twenty thousand rows. Whoever asks gets what the database says within his reading of it; only what has
/// changed since is read anew, sheet by sheet. Safe to share between threads; a lock guards what is remembered.
///
/// A sheet changes only together with the number of its report's last change, which never falls: the reports
/// with a higher one than at the last reading are those of which something may be different.
final class YearMemory<T extends YearMemory.OfSheet> {
    /// Sheets that are remembered together, of whichever years.
    private static final int SHEETS = 120_000;

    /// Reports that are asked for by their names; of more, the whole year is read.
    private static final int FEW = 500;

    private static final Comparator<OfSheet> BY_UNIT = Comparator.comparing(
                    (OfSheet one) -> one.unit() == null ? null : one.unit().value(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(OfSheet::report);

    private final String select;
    private final Reader<T> reader;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, Year<T>> years = new LinkedHashMap<>(16, 0.75f, true);

    /// @param select the statement up to its conditions, the sheets being `s`
    YearMemory(String select, Reader<T> reader) {
        this.select = select;
        this.reader = reader;
    }

    /// What is remembered of a sheet.
    interface OfSheet {
        String report();

        @Nullable
        UnitId unit();
    }

    /// Reads what is to be remembered.
    @FunctionalInterface
    interface Reader<T> {
        T read(Connection connection, ResultSet row) throws SQLException;
    }

    /// A year as it was after a change.
    ///
    /// @param byReport in no order
    /// @param byUnit   the same, but for those of no unit
    /// @param inOrder  by their units, those of none last
    record Year<T extends OfSheet>(long sequence, Map<String, T> byReport, Map<UnitId, T> byUnit, List<T> inOrder) {
        static <T extends OfSheet> Year<T> of(long sequence, Map<String, T> byReport) {
            List<T> inOrder = new ArrayList<>(byReport.values());
            inOrder.sort(BY_UNIT);
            Map<UnitId, T> byUnit = HashMap.newHashMap(inOrder.size());
            for (T one : inOrder) {
                if (one.unit() != null) {
                    byUnit.put(one.unit(), one);
                }
            }
            return new Year<>(
                    sequence,
                    Collections.unmodifiableMap(byReport),
                    Collections.unmodifiableMap(byUnit),
                    Collections.unmodifiableList(inOrder));
        }
    }

    /// All sheets of a year as they are in the reading of this connection.
    Year<T> of(Connection connection, int year) throws SQLException {
        long sequence = Derived.sequence(connection, SqlSheetStore.NAME);
        lock.lock();
        try {
            Year<T> known = years.get(year);
            if (known == null || known.sequence() != sequence) {
                known = Year.of(
                        sequence,
                        known == null || known.sequence() > sequence
                                ? read(connection, year)
                                : follow(connection, year, known));
                years.put(year, known);
                forget();
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /// Drops the years that were not asked for the longest; the one at hand stays.
    private void forget() {
        int sheets =
                years.values().stream().mapToInt(one -> one.inOrder().size()).sum();
        while (sheets > SHEETS && years.size() > 1) {
            Integer oldest = years.keySet().iterator().next();
            sheets -= Objects.requireNonNull(years.remove(oldest)).inOrder().size();
        }
    }

    private Map<String, T> read(Connection connection, int year) throws SQLException {
        Map<String, T> all = new HashMap<>();
        read(connection, new Condition("s.report_year = ?", List.of(year)), all);
        return all;
    }

    private Map<String, T> follow(Connection connection, int year, Year<T> known) throws SQLException {
        List<String> changed = Sql.list(
                connection, "SELECT id FROM report WHERE changed > ?", row -> row.getString(1), known.sequence());
        if (changed.size() > FEW) {
            return read(connection, year);
        }
        Map<String, T> now = new HashMap<>(known.byReport());
        changed.forEach(now::remove);
        if (!changed.isEmpty()) {
            Condition such = new Condition("s.report_year = ?", List.of(year));
            read(connection, such.and(Condition.among("s.report", changed)), now);
        }
        return now;
    }

    private void read(Connection connection, Condition such, Map<String, T> to) throws SQLException {
        Sql.forEach(
                connection,
                select + " WHERE " + such.sql(),
                row -> {
                    T read = reader.read(connection, row);
                    to.put(read.report(), read);
                },
                such.all());
    }

    /// Forgets everything.
    void clear() {
        lock.lock();
        try {
            years.clear();
        } finally {
            lock.unlock();
        }
    }
}
