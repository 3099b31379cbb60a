package io.mingjian.store.sql;

import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.StoredReport;
import io.mingjian.store.UnitId;
import io.mingjian.store.VersionKind;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file on its way into the store, and what it becomes there: nothing new, the next version of a report, or a
/// report. The transaction has begun: nobody else changes anything meanwhile.
record Arrival(Transaction transaction, String original, Belonging belonging) {
    /// What else is known of a file.
    record Sent(long size, @Nullable String declaredType) {}

    /// A report as far as a new version concerns it.
    private record Place(ReportId id, int current, boolean removed) {
        static Place read(ResultSet row) throws SQLException {
            return new Place(
                    new ReportId(row.getString("id")), row.getInt("current_version"), row.getBoolean("removed"));
        }
    }

    /// The report that has these bytes in one of its versions. That version need not be the current one, and is
    /// not made so: what was replaced comes back by a restoration only.
    Optional<StoredReport> duplicate() throws SQLException {
        return duplicate(transaction.connection(), original, belonging.unit());
    }

    static Optional<StoredReport> duplicate(Connection connection, String original, @Nullable UnitId unit)
            throws SQLException {
        String having = "NOT r.removed AND EXISTS (SELECT 1 FROM report_version e"
                + " WHERE e.report = r.id AND e.original = ?)";
        String newest = " ORDER BY r.arrived DESC LIMIT 1";
        return unit == null
                ? Sql.first(connection, Rows.REPORTS + having + newest, Rows::report, original)
                : Sql.first(
                        connection,
                        Rows.REPORTS + having + " AND r.unit = ?" + newest,
                        Rows::report,
                        original,
                        unit.value());
    }

    /// Keeps the file as a report, or as the next version of the report that it belongs to.
    ReportId keep(Sent sent, Reading reading, Act act) throws SQLException {
        Connection connection = transaction.connection();
        rememberOriginal(connection, original, sent.size());
        Optional<Place> place = place();
        ReportId id = place.isPresent() ? place.get().id() : newId();
        Integer parent = place.map(Place::current).orElse(null);
        int number = parent == null ? 1 : parent + 1;
        long sequence = transaction
                .log(act, "report.upload", id.value(), belonging.unit(), number)
                .sequence();
        if (place.isEmpty()) {
            insertReport(id, sequence);
        } else {
            // One that was removed comes as new, one that is there keeps its place in the list.
            Sql.update(
                    connection,
                    "UPDATE report SET current_version = ?, changed = ?, news = ?, removed = FALSE,"
                            + " arrived = CASE WHEN removed THEN ? ELSE arrived END WHERE id = ?",
                    number,
                    sequence,
                    sequence,
                    sequence,
                    id.value());
        }
        new NewVersion(id, number, parent, VersionKind.UPLOAD, sequence)
                .insert(connection, original, sent.declaredType(), reading);
        return id;
    }

    static void rememberOriginal(Connection connection, String original, long size) throws SQLException {
        if (Sql.number(connection, "SELECT count(*) FROM original WHERE sha256 = ?", original) == 0) {
            Sql.update(connection, "INSERT INTO original (sha256, size) VALUES (?, ?)", original, size);
        }
    }

    /// The report of this unit and year; for a file of no unit, the removed report of the same bytes.
    private Optional<Place> place() throws SQLException {
        Connection connection = transaction.connection();
        Optional<ReportId> id = belonging.unit() == null
                ? Sql.first(
                        connection,
                        "SELECT id FROM report WHERE id = ? AND removed AND unit IS NULL",
                        row -> new ReportId(row.getString(1)),
                        ReportId.ofContent(original).value())
                : reportOf(connection, belonging.unit(), belonging.year());
        return id.isEmpty()
                ? Optional.empty()
                : Sql.first(
                        connection,
                        "SELECT * FROM report WHERE id = ?",
                        Place::read,
                        id.get().value());
    }

    /// The report of a unit and a year, a removed one included.
    static Optional<ReportId> reportOf(Connection connection, @Nullable UnitId unit, @Nullable Integer year)
            throws SQLException {
        return unit == null || year == null
                ? Optional.empty()
                : Sql.first(
                        connection,
                        "SELECT id FROM report WHERE unit = ? AND report_year = ?",
                        row -> new ReportId(row.getString(1)),
                        unit.value(),
                        year);
    }

    /// The bytes name the report, unless another unit's report has that name already.
    private ReportId newId() throws SQLException {
        ReportId id = ReportId.ofContent(original);
        int attempt = 0;
        while (Sql.number(transaction.connection(), "SELECT count(*) FROM report WHERE id = ?", id.value()) > 0) {
            String name = original + "\n" + belonging.unit() + "\n" + attempt++;
            id = ReportId.ofContent(Sha256.of(name.getBytes(StandardCharsets.UTF_8)));
        }
        return id;
    }

    private void insertReport(ReportId id, long sequence) throws SQLException {
        UnitId unit = belonging.unit();
        Sql.update(
                transaction.connection(),
                """
                INSERT INTO report (id, unit, report_year, current_version, arrived, changed, news, removed)
                VALUES (?, ?, ?, 1, ?, ?, ?, FALSE)""",
                id.value(),
                unit == null ? null : unit.value(),
                belonging.year(),
                sequence,
                sequence,
                sequence);
    }
}
