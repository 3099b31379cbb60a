package io.mingjian.store.sql;

import io.mingjian.checks.Severity;
import io.mingjian.extract.Engine;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Change;
import io.mingjian.store.Decision;
import io.mingjian.store.Failure;
import io.mingjian.store.Job;
import io.mingjian.store.LogEntry;
import io.mingjian.store.ReportId;
import io.mingjian.store.Ruling;
import io.mingjian.store.StoredReport;
import io.mingjian.store.Summary;
import io.mingjian.store.UnitId;
import io.mingjian.store.Version;
import io.mingjian.store.VersionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the rows of the tables say.
final class Rows {
    /// The current versions of the reports, which a condition on `r` narrows.
    static final String REPORTS = """
            SELECT r.id, r.unit, r.arrived, v.*, o.size, c.happened_at AS received_at,
                %s AS standing_ERROR, %s AS standing_INCONSISTENCY, %s AS standing_WARNING, %s AS standing_INFO
            FROM report r
            JOIN report_version v ON v.report = r.id AND v.number = r.current_version
            LEFT JOIN look_back l ON l.report = r.id AND l.version = r.current_version
            JOIN original o ON o.sha256 = v.original
            JOIN change_log c ON c.sequence = r.arrived
            WHERE\s""".formatted(
                    StandingFindings.of(Severity.ERROR),
                    StandingFindings.of(Severity.INCONSISTENCY),
                    StandingFindings.of(Severity.WARNING),
                    StandingFindings.of(Severity.INFO));

    private Rows() {}

    static StoredReport report(ResultSet row) throws SQLException {
        return new StoredReport(
                new ReportId(row.getString("id")),
                unit(row),
                row.getInt("number"),
                row.getLong("arrived"),
                Sql.instant(row, "received_at"),
                row.getString("original"),
                row.getLong("size"),
                summary(row, standing(row)));
    }

    static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("number"),
                Sql.integer(row, "parent"),
                VersionKind.valueOf(row.getString("kind")),
                row.getLong("sequence"),
                Sql.instant(row, "happened_at"),
                act(row),
                row.getString("original"),
                new Engine(row.getString("engine"), row.getString("model_fingerprint")),
                row.getString("corrections") != null,
                summary(row, found(row)));
    }

    static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getLong("sequence"),
                Sql.instant(row, "happened_at"),
                act(row),
                row.getString("fingerprint"),
                Ruling.valueOf(row.getString("ruling")),
                row.getBoolean("stands"));
    }

    static Job job(ResultSet row) throws SQLException {
        String ended = row.getString("ended");
        return new Job(
                row.getLong("sequence"),
                Sql.instant(row, "happened_at"),
                act(row),
                unit(row),
                Sql.integer(row, "report_year"),
                new Engine(row.getString("engine"), row.getString("model_fingerprint")),
                new Job.Progress(
                        row.getInt("total"),
                        row.getInt("same"),
                        row.getInt("changed"),
                        row.getInt("failed"),
                        row.getInt("gone")),
                ended == null ? null : Job.End.valueOf(ended));
    }

    static Failure failure(ResultSet row) throws SQLException {
        return new Failure(
                row.getLong("sequence"),
                Sql.instant(row, "happened_at"),
                row.getString("author"),
                unit(row),
                row.getString("file_name"),
                row.getString("original"),
                row.getLong("size"),
                ProblemCode.valueOf(row.getString("code")),
                row.getString("detail"));
    }

    static LogEntry logEntry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("sequence"),
                Sql.instant(row, "happened_at"),
                act(row),
                row.getString("action"),
                row.getString("subject"),
                unit(row),
                Sql.integer(row, "version"));
    }

    static Change change(ResultSet row) throws SQLException {
        ReportId id = new ReportId(row.getString("id"));
        long sequence = row.getLong("changed");
        return row.getBoolean("removed")
                ? new Change.Removed(sequence, id)
                : new Change.Added(sequence, id, row.getLong("news"));
    }

    private static Act act(ResultSet row) throws SQLException {
        return new Act(row.getString("author"), row.getString("reason"));
    }

    private static @Nullable UnitId unit(ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        return unit == null ? null : new UnitId(unit);
    }

    private static Summary summary(ResultSet row, Map<Severity, Integer> findings) throws SQLException {
        return new Summary(
                row.getString("file_name"),
                row.getString("media_type"),
                row.getString("model"),
                row.getString("title"),
                row.getString("organization"),
                row.getString("unit_level"),
                row.getString("region"),
                Sql.integer(row, "stated_year"),
                row.getString("form"),
                findings);
    }

    private static Map<Severity, Integer> found(ResultSet row) throws SQLException {
        return Map.of(
                Severity.ERROR, row.getInt("errors"),
                Severity.INCONSISTENCY, row.getInt("inconsistencies"),
                Severity.WARNING, row.getInt("warnings"),
                Severity.INFO, row.getInt("notes"));
    }

    /// The findings that nobody accepted.
    private static Map<Severity, Integer> standing(ResultSet row) throws SQLException {
        Map<Severity, Integer> standing = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            standing.put(severity, row.getInt("standing_" + severity));
        }
        return standing;
    }
}
