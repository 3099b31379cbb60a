package io.mingjian.web.admin;

import io.mingjian.store.LogEntry;
import io.mingjian.store.ReportId;
import io.mingjian.web.ListedReport;
import io.mingjian.web.ReportAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who changed what.
///
/// @param earlier where the lines before these are, or null; likewise `later`
public record LogView(
        List<LineView> lines,
        @Nullable String earlier,
        @Nullable String later) {
    public LogView {
        lines = List.copyOf(lines);
    }

    /// A change.
    ///
    /// @param href the report it is about, or null where it is about something else
    public record LineView(
            long sequence,
            String at,
            String author,
            @Nullable String reason,
            String action,
            String subject,
            @Nullable String href,
            @Nullable String unit) {
        static LineView of(LogEntry entry) {
            boolean report = ReportId.isValid(entry.subject());
            return new LineView(
                    entry.sequence(),
                    ListedReport.time(entry.at()),
                    entry.act().author(),
                    entry.act().reason(),
                    entry.action(),
                    entry.subject(),
                    report ? ReportAddress.of(new ReportId(entry.subject())) : null,
                    Objects.toString(entry.unit(), null));
        }
    }
}
