package io.mingjian.store.sql;

import io.mingjian.checks.Severity;

/// Counts what is wrong with a report as it stands: found in it, or beside the year before, and accepted by
/// nobody.
final class StandingFindings {
    private static final String WAIVED =
            "SELECT d.fingerprint FROM decision d WHERE d.report = r.id AND d.stands AND d.ruling = 'WAIVED'";

    private StandingFindings() {}

    /// Of the current version `v` of the report `r` and of its look-back `l`, which may be missing.
    static String of(Severity severity) {
        return """
                (v.%1$s + COALESCE(l.%1$s, 0) - (SELECT count(*) FROM report_finding f
                    WHERE f.report = r.id AND f.version = r.current_version AND f.severity = '%2$s'
                        AND f.fingerprint IN (%3$s)) - (SELECT count(*) FROM look_back_finding f
                    WHERE f.report = l.report AND f.severity = '%2$s' AND f.fingerprint IN (%3$s)))""".formatted(column(severity), severity.name(), WAIVED);
    }

    private static String column(Severity severity) {
        return switch (severity) {
            case ERROR -> "errors";
            case INCONSISTENCY -> "inconsistencies";
            case WARNING -> "warnings";
            case INFO -> "notes";
        };
    }
}
