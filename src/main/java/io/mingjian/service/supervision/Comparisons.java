package io.mingjian.service.supervision;

import io.mingjian.feed.SectionAlignment;
import io.mingjian.feed.SectionAlignment.Aligned;
import io.mingjian.feed.sum.Adder;
import io.mingjian.feed.sum.Peers;
import io.mingjian.feed.sum.Rate;
import io.mingjian.feed.sum.Totals;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.Reports;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.CellRow;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.LedgerEntry;
import io.mingjian.store.supervision.Sheet;
import io.mingjian.store.supervision.Sheet.CellName;
import io.mingjian.store.supervision.SheetQuery;
import io.mingjian.store.supervision.SheetStore;
import io.mingjian.store.supervision.Standing;
import io.mingjian.store.supervision.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Two years of a unit, and a unit among its like. Safe to share between threads.
public final class Comparisons {
    private static final int DIGITS = 4;

    private final Ledger ledger;
    private final Units units;
    private final SheetFollower sheets;
    private final Reports reports;
    private final ProseReader prose;
    private final Practice practice;

    public Comparisons(
            Ledger ledger, Units units, SheetFollower sheets, Reports reports, ProseReader prose, Practice practice) {
        this.ledger = ledger;
        this.units = units;
        this.sheets = sheets;
        this.reports = reports;
        this.prose = prose;
        this.practice = practice;
    }

    /// Reads the prose of a kept report by sections, tables left out.
    @FunctionalInterface
    public interface ProseReader {
        List<SectionAlignment.Part> read(byte[] extraction, String text);
    }

    /// A cell of two years.
    ///
    /// @param before null where the earlier report is there and has no such cell
    public record CellChange(CellName key, Sheet.@Nullable SheetCell before, Sheet.@Nullable SheetCell after) {
        /// What it grew by; null where one of them states no number.
        public @Nullable BigDecimal difference() {
            BigDecimal from = before == null ? null : before.value();
            BigDecimal to = after == null ? null : after.value();
            return from == null || to == null ? null : to.subtract(from);
        }

        /// The same as a fraction of the earlier value; null where that is 0.
        public @Nullable BigDecimal growth() {
            BigDecimal difference = difference();
            BigDecimal from = before == null ? null : before.value();
            return difference == null || from == null || from.signum() == 0
                    ? null
                    : difference.divide(from, DIGITS, RoundingMode.HALF_UP);
        }
    }

    /// A rate of two years; it changes by percentage points, that is by the difference of the two.
    public record RateChange(Rate rate, Totals.RateSum before, Totals.RateSum after) {
        public @Nullable BigDecimal points() {
            BigDecimal from = before.value();
            BigDecimal to = after.value();
            return from == null || to == null ? null : to.subtract(from);
        }
    }

    /// Two years of a unit. Whose figures both state is told, because those of a whole area and own ones do not
    /// compare.
    public record Years(
            LedgerEntry before,
            LedgerEntry after,
            boolean comparable,
            List<CellChange> cells,
            List<RateChange> rates,
            List<Aligned> sections) {
        public Years {
            cells = List.copyOf(cells);
            rates = List.copyOf(rates);
            sections = List.copyOf(sections);
        }
    }

    /// Two years of a unit beside each other.
    ///
    /// @throws MingjianException `NOT_FOUND` where the unit has no report of one of the years
    public Years years(Caller caller, UnitId unit, int before, int after) {
        units.get(caller, unit);
        LedgerEntry one = ledger.entry(caller, unit, before);
        LedgerEntry other = ledger.entry(caller, unit, after);
        LedgerEntry.Filing earlier = filing(one);
        LedgerEntry.Filing later = filing(other);
        SheetQuery query = new SheetQuery(caller.scope(), practice.deadlines()).only(unit);
        List<RateChange> rates = new ArrayList<>();
        List<Totals.RateSum> from = totals(query.of(before)).rates();
        List<Totals.RateSum> to = totals(query.of(after)).rates();
        for (int i = 0; i < from.size(); i++) {
            rates.add(new RateChange(from.get(i).rate(), from.get(i), to.get(i)));
        }
        return new Years(
                one,
                other,
                earlier.coverage() == later.coverage(),
                cells(cells(query.of(before)), cells(query.of(after))),
                rates,
                SectionAlignment.of(prose(caller, earlier.report()), prose(caller, later.report())));
    }

    private static LedgerEntry.Filing filing(LedgerEntry entry) {
        LedgerEntry.Filing filing = entry.filing();
        if (filing == null) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "that unit has no report of " + entry.year());
        }
        return filing;
    }

    private Totals totals(SheetQuery query) {
        Adder adder = new Adder(practice.rates());
        sheets.current().forEachCells(query, adder::add);
        return adder.totals();
    }

    private Map<CellName, Sheet.SheetCell> cells(SheetQuery query) {
        Map<CellName, Sheet.SheetCell> cells = new LinkedHashMap<>();
        for (SheetStore.Page page : sheets.current().page(query, SheetStore.Rows.CELLS, 0, 1)) {
            page.sheet().cells().forEach(cell -> cells.putIfAbsent(cell.key(), cell));
        }
        return cells;
    }

    private static List<CellChange> cells(Map<CellName, Sheet.SheetCell> before, Map<CellName, Sheet.SheetCell> after) {
        Set<CellName> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        return keys.stream()
                .map(key -> new CellChange(key, before.get(key), after.get(key)))
                .toList();
    }

    private List<SectionAlignment.Part> prose(Caller caller, ReportId report) {
        return prose.read(reports.extraction(caller, report, null, false), reports.text(caller, report, null));
    }

    /// A unit among those of its kind and level whose reports state the same sort of figures.
    ///
    /// @param measures cells of totals and rates, by `table/row/column` or the rate's id
    public record Among(Unit unit, int year, Coverage coverage, int peers, Map<String, Peers> measures) {}

    /// The unit among all of its kind and level below `within`. Peers beyond the caller's scope are counted, but
    /// only quantiles are told of them.
    ///
    /// @param within the unit at the top, or null for all
    /// @throws MingjianException `NOT_FOUND` where the unit has no report of that year
    public Among among(Caller caller, UnitId id, int year, @Nullable UnitId within) {
        Unit unit = units.get(caller, id);
        Coverage coverage = filing(ledger.entry(caller, id, year)).coverage();
        Caller office = new Caller(caller.name(), caller.role(), Scope.ALL);
        Set<UnitId> peers = new HashSet<>();
        for (Standing standing : ledger.standings(office, new Ledger.Asked(year, within))) {
            boolean like = standing.kind() == unit.kind() && standing.level() == unit.level();
            if (like && standing.coverage() == coverage && standing.state().counts()) {
                peers.add(standing.unit());
            }
        }
        Map<String, List<BigDecimal>> values = new LinkedHashMap<>();
        Map<String, BigDecimal> own = new HashMap<>();
        SheetQuery query = new SheetQuery(Scope.ALL, practice.deadlines())
                .of(year)
                .within(within)
                .like(unit.kind(), unit.level());
        sheets.current().forEachCells(query, row -> {
            boolean itself = id.equals(row.unit());
            if (itself || (row.unit() != null && peers.contains(row.unit()))) {
                measures(row).forEach((name, value) -> {
                    values.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
                    if (itself) {
                        own.put(name, value);
                    }
                });
            }
        });
        Map<String, Peers> measures = new LinkedHashMap<>();
        values.forEach((name, all) -> measures.put(name, Peers.of(own.get(name), all, practice.rankFrom())));
        return new Among(unit, year, coverage, peers.size(), measures);
    }

    /// The totals of a sheet's rows, and its rates.
    private Map<String, BigDecimal> measures(CellRow row) {
        Map<String, BigDecimal> measures = new LinkedHashMap<>();
        for (int i = 0; i < row.wholes().length; i++) {
            BigDecimal value = row.value(i);
            CellName key = row.layout().keys().get(i);
            if (value != null && isTotal(row, i)) {
                measures.putIfAbsent(key.toString(), value);
            }
        }
        Adder adder = new Adder(practice.rates());
        adder.add(row);
        for (Totals.RateSum rate : adder.totals().rates()) {
            BigDecimal value = rate.value();
            if (value != null) {
                measures.put(rate.rate().id(), value);
            }
        }
        return measures;
    }

    /// The last column of its row, which is the sum of the others where the form has one.
    private static boolean isTotal(CellRow row, int place) {
        List<CellName> keys = row.layout().keys();
        CellName key = keys.get(place);
        return place + 1 == keys.size()
                || !keys.get(place + 1).row().equals(key.row())
                || !keys.get(place + 1).table().equals(key.table());
    }
}
