package io.mingjian.store.sql;

import io.mingjian.checks.Finding;
import io.mingjian.checks.Severity;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.Summary;
import io.mingjian.store.VersionKind;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version about to be added to a report.
///
/// @param parent   the version it was made from, or null for the first
/// @param sequence the change that brings it
record NewVersion(ReportId report, int number, @Nullable Integer parent, VersionKind kind, long sequence) {
    private static final int NAME = 1000;
    private static final int LABEL = 200;
    private static final int WORDING = 2000;

    /// Writes it with what was read in an original.
    void insert(Connection connection, String original, @Nullable String declaredType, Reading reading)
            throws SQLException {
        Reading.Correction correction = reading.correction();
        Summary summary = reading.summary();
        Sql.update(
                connection,
                """
                INSERT INTO report_version (report, number, parent, kind, sequence, original, extraction, machine,
                    corrections, document_text, engine, model_fingerprint, file_name, declared_type, media_type, model, title,
                    organization, unit_level, region, stated_year, form, errors, inconsistencies, warnings, notes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                report.value(),
                number,
                parent,
                kind.name(),
                sequence,
                original,
                Contents.put(connection, reading.extraction()),
                correction == null ? null : Contents.put(connection, correction.machine()),
                correction == null ? null : Contents.put(connection, correction.corrections()),
                Contents.put(connection, reading.text().getBytes(StandardCharsets.UTF_8)),
                reading.engine().program(),
                reading.engine().model(),
                Sql.fit(summary.name(), NAME),
                fit(declaredType, LABEL),
                Sql.fit(summary.mediaType(), LABEL),
                Sql.fit(summary.model(), LABEL),
                fit(summary.title(), WORDING),
                fit(summary.organization(), WORDING),
                fit(summary.level(), LABEL),
                fit(summary.region(), WORDING),
                summary.year(),
                fit(summary.form(), LABEL),
                summary.findings().get(Severity.ERROR),
                summary.findings().get(Severity.INCONSISTENCY),
                summary.findings().get(Severity.WARNING),
                summary.findings().get(Severity.INFO));
        insertFindings(connection, reading.findings());
    }

    private void insertFindings(Connection connection, List<Finding> findings) throws SQLException {
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            Sql.update(
                    connection,
                    """
                    INSERT INTO report_finding (report, version, number, fingerprint, rule, severity)
                    VALUES (?, ?, ?, ?, ?, ?)""",
                    report.value(),
                    number,
                    i + 1,
                    finding.fingerprint(),
                    Sql.fit(finding.rule(), LABEL),
                    finding.severity().name());
        }
    }

    /// Writes it with what an earlier version of the report says.
    ///
    /// @return whether there is such a version
    boolean insertCopy(Connection connection, int of) throws SQLException {
        boolean copied = Sql.update(connection, """
                        INSERT INTO report_version (report, number, parent, kind, sequence, original, extraction,
                            machine, corrections, document_text, engine, model_fingerprint, file_name, declared_type, media_type,
                            model, title, organization, unit_level, region, stated_year, form, errors,
                            inconsistencies, warnings, notes)
                        SELECT report, CAST(? AS INTEGER), CAST(? AS INTEGER), CAST(? AS VARCHAR(20)),
                            CAST(? AS BIGINT), original, extraction, machine, corrections, document_text, engine,
                            model_fingerprint, file_name, declared_type, media_type, model, title, organization, unit_level, region,
                            stated_year, form, errors, inconsistencies, warnings, notes
                        FROM report_version WHERE report = ? AND number = ?""", number, of, kind.name(), sequence, report.value(), of) == 1;
        Sql.update(connection, """
                INSERT INTO report_finding (report, version, number, fingerprint, rule, severity)
                SELECT report, CAST(? AS INTEGER), number, fingerprint, rule, severity
                FROM report_finding WHERE report = ? AND version = ?""", number, report.value(), of);
        return copied;
    }

    private static @Nullable String fit(@Nullable String text, int length) {
        return text == null ? null : Sql.fit(text, length);
    }
}
