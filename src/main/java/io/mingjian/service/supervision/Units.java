package io.mingjian.service.supervision;

import io.mingjian.feed.table.CsvRows;
import io.mingjian.feed.table.RowWriter;
import io.mingjian.feed.table.SheetRows;
import io.mingjian.feed.table.TableReader;
import io.mingjian.feed.unit.StarterTree;
import io.mingjian.feed.unit.UnitMatcher;
import io.mingjian.feed.unit.UnitMatcher.Candidate;
import io.mingjian.feed.unit.UnitMatcher.Evidence;
import io.mingjian.feed.unit.UnitTable;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.Reports;
import io.mingjian.store.Belonging;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Role;
import io.mingjian.store.StoredReport;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Unit;
import io.mingjian.store.supervision.UnitStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The organization tree. Safe to share between threads.
public final class Units {
    private static final int STEP = 1000;
    private static final String SHEET = "units";

    /// Characters at the head and at the end of a text where names stand.
    private static final int EDGE = 600;

    private final UnitStore units;
    private final ReportStore store;
    private final Reports reports;
    private final Practice practice;
    private final TableReader tables;

    /// Of the last time that somebody asked.
    private volatile @Nullable Matching matching;

    public Units(UnitStore units, ReportStore store, Reports reports, Practice practice, TableReader tables) {
        this.units = units;
        this.store = store;
        this.reports = reports;
        this.practice = practice;
        this.tables = tables;
    }

    /// @param sequence the last change to the units before they were read
    private record Matching(long sequence, UnitMatcher matcher) {}

    /// A unit by its id.
    ///
    /// @throws MingjianException `NOT_FOUND` where there is none, or none that the caller may see
    public Unit get(Caller caller, UnitId id) {
        return units.find(id)
                .filter(unit -> caller.scope().covers(id))
                .orElseThrow(() -> new MingjianException(ProblemCode.NOT_FOUND, "no such unit"));
    }

    /// What a unit is called; its id, where it is none of the tree.
    public String name(UnitId id) {
        return units.find(id).map(Unit::name).orElse(id.value());
    }

    /// Units by their ids, which is what stands above before what stands below.
    public List<Unit> list(Caller caller, @Nullable UnitId within, @Nullable UnitId after, int limit) {
        return units.list(within, after, limit, caller.scope());
    }

    /// All units that the caller may see.
    public List<Unit> all(Caller caller) {
        List<Unit> all = new ArrayList<>();
        UnitId after = null;
        while (true) {
            List<Unit> page = units.list(null, after, STEP, caller.scope());
            all.addAll(page);
            if (page.size() < STEP) {
                return all;
            }
            after = page.getLast().id();
        }
    }

    /// Units whose name, or one they had, contains this; or whose id is this.
    ///
    /// @param within the unit at the top, or null for all
    /// @param limit  how many at most, in the order of the tree
    public List<Unit> search(Caller caller, @Nullable UnitId within, String part, int limit) {
        return all(caller).stream()
                .filter(unit -> within == null || within.covers(unit.id()))
                .filter(unit -> unit.name().contains(part)
                        || unit.id().value().equals(part)
                        || unit.aliases().stream()
                                .anyMatch(alias -> alias.name().contains(part)))
                .limit(limit)
                .toList();
    }

    /// Units that are or were called so.
    public List<Unit> named(Caller caller, String name) {
        return units.named(name, caller.scope());
    }

    /// Adds a unit or replaces it.
    public Unit put(Caller caller, Unit unit) {
        putAll(caller, List.of(unit));
        return unit;
    }

    /// Adds and replaces units, all of them or none.
    ///
    /// @return how many were not there before
    public int putAll(Caller caller, List<Unit> asked) {
        caller.require(Role.SUPERVISOR);
        asked.forEach(unit -> requireScope(caller, unit.id()));
        return units.put(asked, caller.act(null));
    }

    private static void requireScope(Caller caller, UnitId id) {
        if (!caller.scope().covers(id)) {
            throw new MingjianException(ProblemCode.FORBIDDEN, "that unit is not within your scope: " + id);
        }
    }

    /// From that day on a unit is called otherwise; what it was called stays among its names.
    public Unit rename(Caller caller, UnitId id, String name, LocalDate from) {
        Unit before = get(caller, id);
        List<Unit.Alias> names = new ArrayList<>(before.aliases());
        names.add(new Unit.Alias(before.name(), null, from.minusDays(1)));
        return put(caller, before.named(name, names));
    }

    /// From that day on a unit is part of another. Its reports stay its own.
    public Unit merge(Caller caller, UnitId id, UnitId into, LocalDate from) {
        get(caller, into);
        return put(caller, get(caller, id).ended(from.minusDays(1), into));
    }

    /// Takes a unit out that nothing hangs on.
    public void remove(Caller caller, UnitId id) {
        caller.require(Role.SUPERVISOR);
        get(caller, id);
        units.remove(id, caller.act(null));
    }

    /// The format of a table.
    public enum Format {
        CSV,
        XLSX
    }

    /// Writes the tree as a table.
    public void export(Caller caller, Format format, OutputStream to) throws IOException {
        write(all(caller), format, to);
    }

    /// Writes units as a table.
    public void write(List<Unit> tree, Format format, OutputStream to) throws IOException {
        try (RowWriter rows =
                switch (format) {
                    case CSV -> new CsvRows(to);
                    case XLSX -> new SheetRows(to, SHEET);
                }) {
            rows.head(UnitTable.head());
            for (Unit unit : tree) {
                UnitTable.write(unit, rows);
            }
        }
    }

    /// Takes a table in, all of it or nothing.
    ///
    /// @param dry only reads it and says what it would do
    public Imported importTable(Caller caller, Path table, boolean dry) {
        List<Unit> read = UnitTable.read(tables.read(table));
        if (!dry) {
            int added = putAll(caller, read);
            return new Imported(read.size(), added, false);
        }
        caller.require(Role.SUPERVISOR);
        int added = (int)
                read.stream().filter(unit -> units.find(unit.id()).isEmpty()).count();
        return new Imported(read.size(), added, true);
    }

    /// The units of a table, for whoever wants to see them before they are taken in.
    public List<Unit> read(Caller caller, Path table) {
        caller.require(Role.SUPERVISOR);
        return UnitTable.read(tables.read(table));
    }

    /// What an import did.
    public record Imported(int units, int added, boolean dry) {}

    /// A first tree out of the kept reports; units that are there stay as they are.
    ///
    /// @param apply whether the units are kept; else it is only shown
    /// @param assign whether reports that leave no doubt are given to their units, too
    public StarterTree.Draft draft(Caller caller, boolean apply, boolean assign) {
        caller.require(Role.SUPERVISOR);
        StarterTree.Draft draft =
                StarterTree.of(allReports(caller), practice.model().titles());
        if (apply) {
            List<Unit> missing = draft.units().stream()
                    .filter(unit -> units.find(unit.id()).isEmpty())
                    .filter(unit -> caller.scope().covers(unit.id()))
                    .toList();
            units.put(missing, caller.act(null));
        }
        if (apply && assign) {
            for (Map.Entry<ReportId, UnitId> one : draft.belongings().entrySet()) {
                assign(caller, one.getKey(), one.getValue());
            }
        }
        return draft;
    }

    private void assign(Caller caller, ReportId report, UnitId unit) {
        try {
            reports.assign(caller, report, new Belonging(unit, null));
        } catch (MingjianException e) {
            if (e.code() != ProblemCode.CONFLICT) {
                throw e; // that unit has another report of the year: a person has to look
            }
        }
    }

    private List<StoredReport> allReports(Caller caller) {
        List<StoredReport> all = new ArrayList<>();
        long before = Long.MAX_VALUE;
        while (true) {
            List<StoredReport> page = store.list(before, STEP, caller.scope());
            all.addAll(page);
            if (page.size() < STEP) {
                return all;
            }
            before = page.getLast().sequence();
        }
    }

    /// Which units a report may be of.
    public List<Candidate> candidates(Caller caller, ReportId id) {
        StoredReport report = reports.get(caller, id);
        String text = reports.text(caller, id, null);
        String region = Optional.ofNullable(report.summary().region()).orElse("");
        return candidates(
                caller,
                new Evidence(
                        report.summary().organization(),
                        report.summary().year(),
                        report.summary().name() + "\n" + report.summary().title() + "\n" + region + "\n"
                                + edges(text)));
    }

    /// Where a text names who wrote it.
    static String edges(String text) {
        return text.length() <= 2 * EDGE ? text : text.substring(0, EDGE) + "\n" + text.substring(text.length() - EDGE);
    }

    /// Matches against all units there are now.
    UnitMatcher matcher() {
        long sequence = units.sequence();
        Matching known = matching;
        if (known == null || known.sequence() != sequence) {
            List<String> regions = practice.model().titles().regions();
            known = new Matching(sequence, new UnitMatcher(all(Caller.LOCAL), regions));
            matching = known;
        }
        return known.matcher();
    }

    List<Candidate> candidates(Caller caller, Evidence evidence) {
        // Regions above the scope tell units apart, too; what is not covered is no candidate.
        return matcher().candidates(evidence).stream()
                .filter(candidate -> caller.scope().covers(candidate.unit()))
                .toList();
    }
}
