package io.mingjian.service;

import io.mingjian.checks.Checker;
import io.mingjian.checks.Comparison;
import io.mingjian.checks.Finding;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Report;
import io.mingjian.checks.Severity;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Scope;
import io.mingjian.store.StoredReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Holds everything that is kept against the rules of today, without reading any original anew: each report
/// beside its unit's report of the year before, where that is kept too.
public final class Rechecking {
    private static final int PAGE = 500;

    private final ReportStore store;
    private final ReportReader reader;
    private final Checker checker;

    public Rechecking(ReportStore store, ReportReader reader, Checker checker) {
        this.store = store;
        this.reader = reader;
        this.checker = checker;
    }

    /// What the rules say of all reports together.
    ///
    /// @param compared  reports that had one of the year before beside them
    /// @param outcomes  how many times a rule was held against a report at some place
    /// @param breakers  by rule, how many reports break it, hints left out
    public record Result(int reports, int compared, long outcomes, Map<String, Integer> breakers) {
        public Result {
            breakers = new TreeMap<>(breakers);
        }
    }

    /// Goes through the units year by year, so that last year's report is at hand.
    public Result run() {
        List<StoredReport> reports = reports();
        Map<String, Integer> breakers = new TreeMap<>();
        int compared = 0;
        long outcomes = 0;
        StoredReport before = null;
        Report last = null;
        for (StoredReport stored : reports) {
            Report report = read(stored);
            boolean follows = before != null && follows(before, stored);
            List<Outcome> found =
                    checker.check(report, follows && last != null ? Comparison.with(last) : Comparison.NONE);
            Outcome.findings(found).stream()
                    .filter(finding -> finding.severity() != Severity.INFO)
                    .map(Finding::rule)
                    .distinct()
                    .forEach(rule -> breakers.merge(rule, 1, Integer::sum));
            compared += follows ? 1 : 0;
            outcomes += found.size();
            before = stored;
            last = report;
        }
        return new Result(reports.size(), compared, outcomes, breakers);
    }

    private List<StoredReport> reports() {
        List<StoredReport> all = new ArrayList<>();
        long before = Long.MAX_VALUE;
        List<StoredReport> page = store.list(before, PAGE, Scope.ALL);
        while (!page.isEmpty()) {
            all.addAll(page);
            before = page.getLast().sequence();
            page = store.list(before, PAGE, Scope.ALL);
        }
        all.sort(Comparator.comparing(Rechecking::unit).thenComparingInt(Rechecking::year));
        return all;
    }

    private Report read(StoredReport stored) {
        byte[] extraction = store.extraction(stored.id(), stored.version()).orElseThrow();
        return reader.read(extraction, store.text(stored.id(), stored.version()).orElseThrow())
                .report();
    }

    private static boolean follows(StoredReport before, StoredReport report) {
        return !unit(report).isEmpty()
                && unit(before).equals(unit(report))
                && year(before) > 0
                && year(before) + 1 == year(report);
    }

    /// The unit that it was sent for; what it calls itself may be the name of another one, too.
    private static String unit(StoredReport report) {
        return Objects.toString(report.unit(), "");
    }

    private static int year(StoredReport report) {
        @Nullable Integer year = report.summary().year();
        return year == null ? 0 : year;
    }
}
