package io.mingjian.store.sql;

import io.mingjian.checks.Finding;
import io.mingjian.checks.Severity;
import io.mingjian.store.Act;
import io.mingjian.store.LookBack;
import io.mingjian.store.LookBack.Pair;
import io.mingjian.store.LookBackStore;
import io.mingjian.store.ReportId;
import io.mingjian.store.StoredReport;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Look-backs in the database of the reports. Safe to share between threads.
record SqlLookBackStore(Database database) implements LookBackStore {
    private static final String NAME = "look-backs";

    /// Who changes a report by having found something new of it beside another: nobody but the program.
    private static final Act ACT = new Act("mingjian", null);

    /// Bytes of one row; the embedded database takes a million at most.
    private static final int PART = 1 << 19;

    private static final int RULE = 200;

    @Override
    public long sequence() {
        return database.read(connection -> Derived.sequence(connection, NAME));
    }

    @Override
    public void reach(long sequence) {
        database.note(connection -> {
            Derived.remember(connection, NAME, sequence);
            return true;
        });
    }

    @Override
    public List<ReportId> concerned(ReportId changed) {
        return database.read(connection -> Sql.list(
                connection,
                """
                SELECT id FROM report WHERE id = ?
                UNION
                SELECT n.id FROM report r JOIN report n ON n.unit = r.unit AND n.report_year = r.report_year + 1
                WHERE r.id = ?
                UNION
                SELECT report FROM look_back WHERE previous = ?
                ORDER BY 1""",
                row -> new ReportId(row.getString(1)),
                changed.value(),
                changed.value(),
                changed.value()));
    }

    @Override
    public Optional<Pair> due(ReportId report) {
        return database.read(connection -> Sql.first(connection, """
                SELECT r.id AS report, r.current_version AS version, p.id AS previous,
                    p.current_version AS previous_version
                FROM report r JOIN report p ON p.unit = r.unit AND p.report_year = r.report_year - 1
                WHERE r.id = ? AND NOT r.removed AND NOT p.removed""", SqlLookBackStore::pair, report.value()));
    }

    @Override
    public Optional<Pair> made(ReportId report) {
        return database.read(connection -> Sql.first(
                connection, "SELECT * FROM look_back WHERE report = ?", SqlLookBackStore::pair, report.value()));
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(
                new ReportId(row.getString("report")),
                row.getInt("version"),
                new ReportId(row.getString("previous")),
                row.getInt("previous_version"));
    }

    @Override
    public Optional<byte[]> outcomes(ReportId report, int version) {
        return database.read(connection -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Sql.forEach(
                    connection,
                    "SELECT p.bytes FROM look_back l JOIN look_back_part p ON p.report = l.report"
                            + " WHERE l.report = ? AND l.version = ? ORDER BY p.part",
                    row -> bytes.writeBytes(row.getBytes(1)),
                    report.value(),
                    version);
            return bytes.size() == 0 ? Optional.empty() : Optional.of(bytes.toByteArray());
        });
    }

    @Override
    public void put(LookBack lookBack) {
        ReportId report = lookBack.pair().report();
        List<String> now =
                lookBack.findings().stream().map(Finding::fingerprint).toList();
        replace(report, now, connection -> insert(connection, lookBack));
    }

    @Override
    public void remove(ReportId report) {
        replace(report, List.of(), connection -> {});
    }

    /// Writes rows.
    @FunctionalInterface
    private interface Writing {
        void to(Connection connection) throws SQLException;
    }

    private void replace(ReportId report, List<String> now, Writing writing) {
        boolean silent =
                database.read(connection -> fingerprints(connection, report).equals(now) || isGone(connection, report));
        if (silent) {
            database.note(connection -> {
                delete(connection, report);
                writing.to(connection);
                return true;
            });
        } else {
            database.change(transaction -> {
                transaction.begin();
                Connection connection = transaction.connection();
                delete(connection, report);
                writing.to(connection);
                tell(transaction, report);
                return true;
            });
        }
    }

    /// A report that is gone has told so itself.
    private static boolean isGone(Connection connection, ReportId report) throws SQLException {
        return ReportReader.current(connection, report).isEmpty();
    }

    /// What is derived from the report counts its findings.
    private static void tell(Transaction transaction, ReportId report) throws SQLException {
        Optional<StoredReport> current = ReportReader.current(transaction.connection(), report);
        Transaction.Stamp stamp = transaction.log(
                ACT,
                "report.look-back",
                report.value(),
                current.map(StoredReport::unit).orElse(null),
                current.map(StoredReport::version).orElse(null));
        Sql.update(
                transaction.connection(),
                "UPDATE report SET changed = ? WHERE id = ?",
                stamp.sequence(),
                report.value());
    }

    private static List<String> fingerprints(Connection connection, ReportId report) throws SQLException {
        return Sql.list(
                connection,
                "SELECT fingerprint FROM look_back_finding WHERE report = ? ORDER BY number",
                row -> row.getString(1),
                report.value());
    }

    private static void delete(Connection connection, ReportId report) throws SQLException {
        for (String table : List.of("look_back_finding", "look_back_part", "look_back")) {
            Sql.update(connection, "DELETE FROM " + table + " WHERE report = ?", report.value());
        }
    }

    private static void insert(Connection connection, LookBack lookBack) throws SQLException {
        Pair pair = lookBack.pair();
        Sql.update(
                connection,
                "INSERT INTO look_back (report, version, previous, previous_version, errors, inconsistencies, warnings,"
                        + " notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                pair.report().value(),
                pair.version(),
                pair.previous().value(),
                pair.previousVersion(),
                count(lookBack, Severity.ERROR),
                count(lookBack, Severity.INCONSISTENCY),
                count(lookBack, Severity.WARNING),
                count(lookBack, Severity.INFO));
        byte[] bytes = lookBack.outcomes();
        int part = 0;
        for (int from = 0; from < bytes.length; from += PART) {
            Sql.update(
                    connection,
                    "INSERT INTO look_back_part (report, part, bytes) VALUES (?, ?, ?)",
                    pair.report().value(),
                    part++,
                    Arrays.copyOfRange(bytes, from, Math.min(from + PART, bytes.length)));
        }
        for (int i = 0; i < lookBack.findings().size(); i++) {
            Finding finding = lookBack.findings().get(i);
            Sql.update(
                    connection,
                    "INSERT INTO look_back_finding (report, number, fingerprint, rule, severity) VALUES (?, ?, ?, ?, ?)",
                    pair.report().value(),
                    i + 1,
                    finding.fingerprint(),
                    Sql.fit(finding.rule(), RULE),
                    finding.severity().name());
        }
    }

    private static int count(LookBack lookBack, Severity severity) {
        return (int) lookBack.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    @Override
    public void clear() {
        database.note(connection -> {
            for (String table : List.of("look_back_finding", "look_back_part", "look_back")) {
                Sql.update(connection, "DELETE FROM " + table);
            }
            Derived.remember(connection, NAME, 0);
            return true;
        });
    }
}
