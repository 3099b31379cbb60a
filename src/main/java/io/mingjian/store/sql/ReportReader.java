package io.mingjian.store.sql;

import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Belonging;
import io.mingjian.store.Change;
import io.mingjian.store.Failure;
import io.mingjian.store.LogEntry;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.store.StoredReport;
import io.mingjian.store.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// All that is asked of the kept reports.
record ReportReader(Database database, Originals originals) {
    static Optional<StoredReport> current(Connection connection, ReportId id) throws SQLException {
        return Sql.first(connection, Rows.REPORTS + "r.id = ? AND NOT r.removed", Rows::report, id.value());
    }

    Optional<StoredReport> find(ReportId id) {
        return database.read(connection -> current(connection, id));
    }

    Optional<StoredReport> findContent(Path source, Belonging belonging) {
        try {
            String original = Sha256.of(source);
            return database.read(connection -> Arrival.duplicate(connection, original, belonging.unit()));
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot read an upload", e);
        }
    }

    List<StoredReport> list(long before, int limit, Scope scope) {
        return list(before, limit, scope, "NOT r.removed");
    }

    List<StoredReport> corrected(long before, int limit, Scope scope) {
        return list(before, limit, scope, "NOT r.removed AND v.corrections IS NOT NULL");
    }

    private List<StoredReport> list(long before, int limit, Scope scope, String such) {
        Condition within = Condition.within("r.unit", scope);
        return database.read(connection -> Sql.list(
                connection,
                Rows.REPORTS + such + " AND r.arrived < ? AND " + within.sql() + " ORDER BY r.arrived DESC LIMIT ?",
                Rows::report,
                within.between(before, limit)));
    }

    List<Version> versions(ReportId id) {
        return database.read(connection -> Sql.list(connection, """
                SELECT v.*, c.happened_at, c.author, c.reason
                FROM report r
                JOIN report_version v ON v.report = r.id
                JOIN change_log c ON c.sequence = v.sequence
                WHERE r.id = ? AND NOT r.removed
                ORDER BY v.number""", Rows::version, id.value()));
    }

    int count(Scope scope) {
        Condition within = Condition.within("unit", scope);
        return (int) (long) database.read(connection -> Sql.number(
                connection, "SELECT count(*) FROM report WHERE NOT removed AND " + within.sql(), within.all()));
    }

    Optional<byte[]> extraction(ReportId id, int version) {
        return content(id, version, "extraction");
    }

    Optional<Reading.Correction> correction(ReportId id, int version) {
        Optional<byte[]> machine = content(id, version, "machine");
        Optional<byte[]> corrections = content(id, version, "corrections");
        return machine.flatMap(bytes -> corrections.map(made -> new Reading.Correction(bytes, made)));
    }

    Optional<String> text(ReportId id, int version) {
        return content(id, version, "document_text").map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> content(ReportId id, int version, String column) {
        return database.read(connection -> {
            Optional<String> sha256 = ofVersion(connection, id, version, column);
            return sha256.isEmpty() ? Optional.empty() : Optional.of(Contents.get(connection, sha256.get()));
        });
    }

    static Optional<String> ofVersion(Connection connection, ReportId id, int version, String column)
            throws SQLException {
        return Sql.first(
                connection,
                "SELECT v." + column + " FROM report r JOIN report_version v ON v.report = r.id"
                        + " WHERE r.id = ? AND v.number = ? AND NOT r.removed AND v." + column + " IS NOT NULL",
                row -> row.getString(1),
                id.value(),
                version);
    }

    Optional<Upload> source(ReportId id, int version) {
        return database.read(connection -> Sql.first(
                connection,
                """
                SELECT v.original, v.file_name, v.declared_type
                FROM report r JOIN report_version v ON v.report = r.id
                WHERE r.id = ? AND v.number = ? AND NOT r.removed""",
                row -> new Upload(row.getString(2), row.getString(3), originals.file(row.getString(1))),
                id.value(),
                version));
    }

    List<Failure> failures(long before, int limit, Scope scope) {
        Condition within = Condition.within("f.unit", scope);
        return database.read(connection -> Sql.list(
                connection,
                """
                SELECT f.*, o.size, c.happened_at, c.author
                FROM failure f
                JOIN original o ON o.sha256 = f.original
                JOIN change_log c ON c.sequence = f.sequence
                WHERE f.sequence < ? AND\s""" + within.sql() + " ORDER BY f.sequence DESC LIMIT ?",
                Rows::failure,
                within.between(before, limit)));
    }

    List<Change> changes(long after, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT id, changed, news, removed FROM report WHERE changed > ? ORDER BY changed LIMIT ?",
                Rows::change,
                after,
                limit));
    }

    int changesAfter(long after) {
        return (int) (long) database.read(
                connection -> Sql.number(connection, "SELECT count(*) FROM report WHERE changed > ?", after));
    }

    long sequence() {
        return database.read(connection -> Sql.number(connection, "SELECT sequence FROM store"));
    }

    List<LogEntry> log(long after, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT * FROM change_log WHERE sequence > ? ORDER BY sequence LIMIT ?",
                Rows::logEntry,
                after,
                limit));
    }
}
