package io.mingjian.web.supervise;

import io.mingjian.service.supervision.Ledger;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.LedgerEntry;
import io.mingjian.store.supervision.LedgerEntry.Filing;
import io.mingjian.store.supervision.State;
import io.mingjian.web.ListedReport;
import io.mingjian.web.ReportAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The ledger of a year.
///
/// @param deadline   last day on which a report is in time
/// @param way        from the top of the tree to the unit that is shown
/// @param all        the counts of the whole subtree
/// @param below      the counts of the units directly below
/// @param next       where further units are, or null
/// @param supervises whether the reader may decide
public record LedgerView(
        LedgerAddress address,
        List<Integer> years,
        String deadline,
        List<Crumb> way,
        CountView all,
        List<CountView> below,
        List<RowView> rows,
        @Nullable String next,
        boolean supervises) {
    public LedgerView {
        years = List.copyOf(years);
        way = List.copyOf(way);
        below = List.copyOf(below);
        rows = List.copyOf(rows);
    }

    private static final int DEEPEST = 5;

    /// The best first, as bars are read.
    private static final List<State> ORDER = List.of(
            State.PUBLISHED, State.ACCEPTED, State.SUBMITTED, State.LATE, State.RETURNED, State.FAILED, State.MISSING);

    /// How many units of a subtree are in each state.
    ///
    /// @param here  how many have a report that they stand by
    /// @param parts those states that somebody is in, the best first
    public record CountView(@Nullable UnitId unit, String name, int units, int here, List<Part> parts) {
        public CountView {
            parts = List.copyOf(parts);
        }

        static CountView of(Ledger.Count count) {
            return of(count.unit(), count.name(), count.counts());
        }

        public static CountView of(@Nullable UnitId unit, String name, Map<State, Integer> counts) {
            int all = counts.values().stream().mapToInt(Integer::intValue).sum();
            List<Part> parts = new ArrayList<>();
            int here = 0;
            int before = 0;
            for (State state : ORDER) {
                int count = counts.getOrDefault(state, 0);
                if (count > 0) {
                    parts.add(new Part(state, count, share(before, all), share(before + count, all)));
                }
                here += state.counts() ? count : 0;
                before += count;
            }
            return new CountView(unit, name, all, here, parts);
        }

        private static int share(int count, int all) {
            return Math.round(BAR * (float) count / all);
        }
    }

    /// Units of the drawing that a bar is long.
    public static final int BAR = 1000;

    /// The units in one state.
    ///
    /// @param from where its piece of the bar begins; `to` where it ends
    public record Part(State state, int count, int from, int to) {}

    /// A unit and what became of its report.
    ///
    /// @param depth  how far below the first unit that is shown, for its indent; 0 where not all are shown
    /// @param report where the report is, or null where there is none
    /// @param since  day and time of the state, or null
    public record RowView(
            UnitId unit,
            String name,
            int depth,
            State state,
            boolean late,
            @Nullable String since,
            @Nullable String by,
            @Nullable String report,
            @Nullable Integer version,
            int errors,
            int inconsistencies,
            int warnings) {
        static RowView of(LedgerEntry entry, LedgerAddress address) {
            Filing filing = entry.filing();
            return new RowView(
                    entry.unit().id(),
                    entry.unit().name(),
                    address.state() == null ? depth(entry.unit().id(), address.within()) : 0,
                    entry.state(),
                    entry.late() && entry.state() != State.LATE,
                    entry.since() == null ? null : ListedReport.time(entry.since()),
                    entry.by(),
                    filing == null ? null : ReportAddress.of(filing.report()),
                    filing == null ? null : filing.version(),
                    filing == null ? 0 : filing.errors(),
                    filing == null ? 0 : filing.inconsistencies(),
                    filing == null ? 0 : filing.warnings());
        }

        private static int depth(UnitId unit, @Nullable UnitId top) {
            return Math.min(DEEPEST, levels(unit) - (top == null ? 0 : levels(top)));
        }

        private static int levels(UnitId unit) {
            return (int) unit.value().chars().filter(c -> c == '/').count();
        }

        /// Whether it is for the office to say something.
        public boolean open() {
            return state == State.SUBMITTED || state == State.LATE;
        }
    }
}
