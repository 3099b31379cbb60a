package io.mingjian.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the list of reports shows.
///
/// @param kept how many reports there are at all
/// @param next where the list goes on, or null at its end
public record ReportsView(
        int kept,
        ReportFilter filter,
        List<ListedReport> rows,
        @Nullable String next) {
    public ReportsView {
        rows = List.copyOf(rows);
    }
}
