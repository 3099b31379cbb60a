package io.mingjian.web;

import io.mingjian.checks.Severity;
import io.mingjian.store.StoredReport;
import io.mingjian.store.Summary;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A kept report on one line.
///
/// @param title    the report's, or the file's name where it has none
/// @param received day and time in the zone of this machine
/// @param errors   how many findings are errors; likewise the others
public record ListedReport(
        String id,
        String title,
        @Nullable String organization,
        @Nullable Integer year,
        @Nullable String form,
        String file,
        String received,
        int errors,
        int inconsistencies,
        int warnings) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    public static ListedReport of(StoredReport report) {
        Summary summary = report.summary();
        String title = summary.title();
        Map<Severity, Integer> findings = summary.findings();
        return new ListedReport(
                report.id().value(),
                title == null ? summary.name() : title,
                summary.organization(),
                summary.year(),
                summary.form(),
                summary.name(),
                time(report.receivedAt()),
                findings.getOrDefault(Severity.ERROR, 0),
                findings.getOrDefault(Severity.INCONSISTENCY, 0),
                findings.getOrDefault(Severity.WARNING, 0));
    }

    public static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    /// Whose it is, where the title does not say so already.
    public String beyondTitle() {
        return organization == null || title.contains(organization) ? "" : organization + " · ";
    }

    /// Where its page is.
    public String path() {
        return Page.Room.REPORTS.path() + "/" + id;
    }

    /// Whether nothing was found that should be mended.
    public boolean sound() {
        return errors + inconsistencies + warnings == 0;
    }
}
