package io.mingjian.store.sql;

import io.mingjian.extract.Engine;
import io.mingjian.store.Act;
import io.mingjian.store.Job;
import io.mingjian.store.JobStore;
import io.mingjian.store.ReportId;
import io.mingjian.store.UnitId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Jobs in the database of the reports.
record SqlJobStore(Database database) implements JobStore {
    private static final String JOBS = """
            SELECT j.*, c.happened_at, c.author, c.reason,
                (SELECT count(*) FROM job_item i WHERE i.job = j.sequence) AS total,
                (SELECT count(*) FROM job_item i WHERE i.job = j.sequence AND i.outcome = 'SAME') AS same,
                (SELECT count(*) FROM job_item i WHERE i.job = j.sequence AND i.outcome = 'CHANGED') AS changed,
                (SELECT count(*) FROM job_item i WHERE i.job = j.sequence AND i.outcome = 'FAILED') AS failed,
                (SELECT count(*) FROM job_item i WHERE i.job = j.sequence AND i.outcome = 'GONE') AS gone
            FROM job j JOIN change_log c ON c.sequence = j.sequence
            WHERE\s""";

    @Override
    public Job begin(Job.Selection selection, Engine engine, Act act) {
        return database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            UnitId unit = selection.unit();
            long job = transaction
                    .log(act, "job.begin", "re-extraction", unit, null)
                    .sequence();
            Sql.update(
                    connection,
                    "INSERT INTO job (sequence, unit, report_year, engine, model_fingerprint) VALUES (?, ?, ?, ?, ?)",
                    job,
                    unit == null ? null : unit.value(),
                    selection.year(),
                    engine.program(),
                    engine.model());
            take(connection, job, selection, engine);
            return find(connection, job).orElseThrow();
        });
    }

    private static void take(Connection connection, long job, Job.Selection selection, Engine engine)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(job);
        StringBuilder sql = new StringBuilder("""
                INSERT INTO job_item (job, place, report, before_version)
                SELECT CAST(? AS BIGINT), row_number() OVER (ORDER BY r.arrived), r.id, r.current_version
                FROM report r
                JOIN report_version v ON v.report = r.id AND v.number = r.current_version
                WHERE NOT r.removed AND\s""");
        Condition within = Condition.within("r.unit", selection.scope());
        sql.append(within.sql());
        values.addAll(within.values());
        UnitId unit = selection.unit();
        if (unit != null) {
            Condition below = Condition.below("r.unit", unit);
            sql.append(" AND ").append(below.sql());
            values.addAll(below.values());
        }
        if (selection.year() != null) {
            sql.append(" AND r.report_year = ?");
            values.add(selection.year());
        }
        if (!selection.reports().isEmpty()) {
            sql.append(" AND r.id IN (")
                    .append(String.join(
                            ", ", Collections.nCopies(selection.reports().size(), "?")))
                    .append(')');
            selection.reports().forEach(report -> values.add(report.value()));
        }
        if (selection.outdated()) {
            sql.append("""
                     AND (v.engine <> ? OR v.model_fingerprint <> ?)
                    AND NOT EXISTS (SELECT 1 FROM confirmed_reading f WHERE f.report = r.id
                        AND f.version = r.current_version AND f.engine = ? AND f.model_fingerprint = ?)""");
            values.addAll(List.of(engine.program(), engine.model(), engine.program(), engine.model()));
        }
        Sql.update(connection, sql.toString(), values.toArray());
    }

    @Override
    public Optional<Job> find(long sequence) {
        return database.read(connection -> find(connection, sequence));
    }

    private static Optional<Job> find(Connection connection, long sequence) throws SQLException {
        return Sql.first(connection, JOBS + "j.sequence = ?", Rows::job, sequence);
    }

    @Override
    public List<Job> list(long before, int limit) {
        return database.read(connection -> Sql.list(
                connection, JOBS + "j.sequence < ? ORDER BY j.sequence DESC LIMIT ?", Rows::job, before, limit));
    }

    @Override
    public Optional<Job> unfinished() {
        return database.read(
                connection -> Sql.first(connection, JOBS + "j.ended IS NULL ORDER BY j.sequence LIMIT 1", Rows::job));
    }

    @Override
    public List<Job.Item> waiting(long job, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT * FROM job_item WHERE job = ? AND outcome IS NULL ORDER BY place LIMIT ?",
                SqlJobStore::item,
                job,
                limit));
    }

    @Override
    public List<Job.Item> items(long job, long after, int limit, Job.@Nullable Outcome outcome) {
        String such = outcome == null ? "" : " AND outcome = '" + outcome.name() + "'";
        return database.read(connection -> Sql.list(
                connection,
                "SELECT * FROM job_item WHERE job = ? AND place > ?" + such + " ORDER BY place LIMIT ?",
                SqlJobStore::item,
                job,
                after,
                limit));
    }

    private static Job.Item item(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Job.Item(
                row.getLong("place"),
                new ReportId(row.getString("report")),
                row.getInt("before_version"),
                Sql.integer(row, "after_version"),
                outcome == null ? null : Job.Outcome.valueOf(outcome),
                row.getString("detail"));
    }

    @Override
    public void note(long job, Job.Item item) {
        Job.Outcome outcome = item.outcome();
        database.note(connection -> Sql.update(
                connection,
                "UPDATE job_item SET after_version = ?, outcome = ?, detail = ? WHERE job = ? AND place = ?",
                item.after(),
                outcome == null ? null : outcome.name(),
                item.detail(),
                job,
                item.place()));
    }

    @Override
    public boolean end(long job, Job.End end, Act act) {
        return database.change(transaction -> {
            transaction.begin();
            boolean ended = Sql.update(
                            transaction.connection(),
                            "UPDATE job SET ended = ? WHERE sequence = ? AND ended IS NULL",
                            end.name(),
                            job)
                    > 0;
            if (ended) {
                String action = end == Job.End.DONE ? "job.finish" : "job.stop";
                transaction.log(act, action, String.valueOf(job), null, null);
            }
            return ended;
        });
    }
}
