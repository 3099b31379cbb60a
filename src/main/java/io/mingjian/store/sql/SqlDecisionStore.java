package io.mingjian.store.sql;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Decision;
import io.mingjian.store.DecisionStore;
import io.mingjian.store.ReportId;
import io.mingjian.store.Ruling;
import io.mingjian.store.StoredReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Decisions about findings in the database of the reports.
record SqlDecisionStore(Database database) implements DecisionStore {
    @Override
    public Decision decide(ReportId id, String fingerprint, Ruling ruling, Act act) {
        return database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            StoredReport report = ReportReader.current(connection, id)
                    .orElseThrow(() -> new MingjianException(ProblemCode.NOT_FOUND, "no such report"));
            if (!isKnown(connection, report, fingerprint)) {
                throw new MingjianException(ProblemCode.NOT_FOUND, "the report has no such finding");
            }
            Transaction.Stamp stamp = transaction.log(act, action(ruling), id.value(), report.unit(), null);
            Sql.update(
                    connection,
                    "UPDATE decision SET stands = FALSE WHERE report = ? AND fingerprint = ? AND stands",
                    id.value(),
                    fingerprint);
            Sql.update(
                    connection,
                    "INSERT INTO decision (sequence, report, fingerprint, ruling, stands) VALUES (?, ?, ?, ?, TRUE)",
                    stamp.sequence(),
                    id.value(),
                    fingerprint,
                    ruling.name());
            // What is derived from the report counts its findings.
            Sql.update(connection, "UPDATE report SET changed = ? WHERE id = ?", stamp.sequence(), id.value());
            return new Decision(stamp.sequence(), stamp.at(), act, fingerprint, ruling, true);
        });
    }

    private static boolean isKnown(Connection connection, StoredReport report, String fingerprint) throws SQLException {
        return Sql.number(
                                connection,
                                "SELECT count(*) FROM report_finding WHERE report = ? AND version = ? AND fingerprint = ?",
                                report.id().value(),
                                report.version(),
                                fingerprint)
                        > 0
                || Sql.number(
                                connection,
                                "SELECT count(*) FROM look_back l JOIN look_back_finding f ON f.report = l.report"
                                        + " WHERE l.report = ? AND l.version = ? AND f.fingerprint = ?",
                                report.id().value(),
                                report.version(),
                                fingerprint)
                        > 0
                || Sql.number(
                                connection,
                                "SELECT count(*) FROM decision WHERE report = ? AND fingerprint = ?",
                                report.id().value(),
                                fingerprint)
                        > 0;
    }

    private static String action(Ruling ruling) {
        return switch (ruling) {
            case WAIVED -> "finding.waive";
            case CONFIRMED -> "finding.confirm";
            case REOPENED -> "finding.reopen";
        };
    }

    @Override
    public List<Decision> list(ReportId id) {
        return database.read(connection -> Sql.list(connection, """
                SELECT d.*, c.happened_at, c.author, c.reason
                FROM decision d JOIN change_log c ON c.sequence = d.sequence
                WHERE d.report = ?
                ORDER BY d.sequence""", Rows::decision, id.value()));
    }
}
