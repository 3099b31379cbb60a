package io.mingjian.web.admin;

import io.mingjian.store.supervision.Deadline;
import io.mingjian.web.ListedReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Until when the reports of each year are in time.
///
/// @param usual   the last day for years that have none of their own, as the reader's language writes it
/// @param lines   the latest year first
/// @param years   that a day can be set for
/// @param writing what the form holds
public record DeadlinesView(String usual, String zone, List<Line> lines, List<Integer> years, Writing writing) {
    public DeadlinesView {
        lines = List.copyOf(lines);
        years = List.copyOf(years);
    }

    /// A year on one line.
    ///
    /// @param day `yyyy-MM-dd`
    /// @param own who set it, when and why; null where it is the usual one
    public record Line(int year, String day, @Nullable Own own) {
        /// Where the form is that sets it.
        public String edit() {
            return DeadlinesPageController.PATH + "?year=" + year + "#deadline";
        }

        /// Where one sees who is late.
        public String ledger() {
            return "/supervise?year=" + year;
        }
    }

    /// Who set a day.
    public record Own(String at, String author, @Nullable String reason) {
        static Own of(Deadline deadline) {
            return new Own(
                    ListedReport.time(deadline.at()),
                    deadline.act().author(),
                    deadline.act().reason());
        }
    }

    /// What the form holds.
    ///
    /// @param said what is to be put right, or null
    public record Writing(
            int year, String day, String reason, @Nullable String said) {}
}
