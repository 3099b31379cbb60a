package io.mingjian.api;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.service.Reports;
import io.mingjian.store.Kept;
import io.mingjian.store.StoredReport;
import io.mingjian.store.Summary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A kept report as a list shows it.
///
/// @param unit     whose report it is, or null where nobody has said so
/// @param findings how many findings of each severity
@Serdeable
public record ReportJson(
        String id,
        @Nullable String unit,
        int version,
        String name,
        @Nullable String title,
        @Nullable String organization,
        @Nullable String level,
        @Nullable Integer year,
        @Nullable String form,
        String receivedAt,
        Map<String, Integer> findings) {

    static ReportJson of(StoredReport report) {
        Summary summary = report.summary();
        Map<String, Integer> findings = new LinkedHashMap<>();
        summary.findings()
                .forEach((severity, count) -> findings.put(severity.name().toLowerCase(Locale.ROOT), count));
        return new ReportJson(
                report.id().value(),
                Objects.toString(report.unit(), null),
                report.version(),
                summary.name(),
                summary.title(),
                summary.organization(),
                summary.level(),
                summary.year(),
                summary.form(),
                report.receivedAt().toString(),
                findings);
    }

    /// Some reports, the newest first.
    ///
    /// @param next the cursor that gives the following ones, or null at the end
    @Serdeable
    public record PageJson(List<ReportJson> items, @Nullable String next) {
        static PageJson of(Reports.Page page) {
            return new PageJson(
                    page.reports().stream().map(ReportJson::of).toList(),
                    page.next().map(String::valueOf).orElse(null));
        }
    }

    /// What became of an uploaded file.
    ///
    /// @param duplicate  whether the same bytes had been there before
    /// @param extraction where its extraction is
    @Serdeable
    public record ReceiptJson(String id, int version, boolean duplicate, String extraction) {
        static ReceiptJson of(Kept kept) {
            StoredReport report = kept.report();
            return new ReceiptJson(
                    report.id().value(),
                    report.version(),
                    kept.duplicate(),
                    ReportsController.PATH + "/" + report.id() + "/extraction");
        }
    }

    /// One of several uploaded files that was refused, beside those that were not.
    @Serdeable
    public record RefusalJson(String name, ProblemJson problem) {}
}
