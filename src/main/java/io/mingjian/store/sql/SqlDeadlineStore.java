package io.mingjian.store.sql;

import io.mingjian.store.Act;
import io.mingjian.store.supervision.Deadline;
import io.mingjian.store.supervision.DeadlineStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Deadlines in the database of the reports.
record SqlDeadlineStore(Database database) implements DeadlineStore {
    private static final String ALL = "SELECT d.*, c.happened_at, c.author, c.reason FROM deadline d"
            + " JOIN change_log c ON c.sequence = d.sequence ORDER BY d.report_year DESC";

    @Override
    public List<Deadline> list() {
        return database.read(SqlDeadlineStore::list);
    }

    private static List<Deadline> list(Connection connection) throws SQLException {
        return Sql.list(connection, ALL, SqlDeadlineStore::read);
    }

    private static Deadline read(ResultSet row) throws SQLException {
        return new Deadline(
                row.getInt("report_year"),
                Objects.requireNonNull(row.getObject("last_day", LocalDate.class)),
                Sql.instant(row, "happened_at"),
                new Act(row.getString("author"), row.getString("reason")));
    }

    @Override
    public boolean set(int year, @Nullable LocalDate day, Act act) {
        return database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            LocalDate before = list(connection).stream()
                    .filter(deadline -> deadline.year() == year)
                    .findFirst()
                    .map(Deadline::day)
                    .orElse(null);
            if (Objects.equals(before, day)) {
                return false;
            }
            String action = day == null ? "deadline.reset" : "deadline.set";
            long sequence = transaction
                    .log(act, action, String.valueOf(year), null, null)
                    .sequence();
            Sql.update(connection, "DELETE FROM deadline WHERE report_year = ?", year);
            if (day != null) {
                Sql.update(
                        connection,
                        "INSERT INTO deadline (report_year, last_day, sequence) VALUES (?, ?, ?)",
                        year,
                        day,
                        sequence);
            }
            return true;
        });
    }
}
