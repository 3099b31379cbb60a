package io.mingjian.store.sql;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.store.StoredReport;
import io.mingjian.store.UnitId;
import io.mingjian.store.VersionKind;
import io.mingjian.store.supervision.Conclusion;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.LedgerEntry;
import io.mingjian.store.supervision.LedgerQuery;
import io.mingjian.store.supervision.LedgerStore;
import io.mingjian.store.supervision.Review;
import io.mingjian.store.supervision.Standing;
import io.mingjian.store.supervision.State;
import io.mingjian.store.supervision.Unit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The ledger, worked out from units, reports, failures and decisions. It reads the sheets, which whoever asks has
/// brought up to date. Safe to share between threads.
final class SqlLedgerStore implements LedgerStore {
    /// Units with the sheet of a year and the last file of that year that could not be read. Its first two
    /// parameters are the year.
    private static final String FROM = """
             FROM unit u
            LEFT JOIN sheet s ON s.unit = u.id AND s.report_year = ?
            LEFT JOIN (SELECT unit AS failed_unit, max(sequence) AS failed_sequence FROM failure
                WHERE report_year = ? GROUP BY unit) f ON f.failed_unit = u.id
            LEFT JOIN change_log fc ON fc.sequence = f.failed_sequence
            WHERE\s""";

    private static final String SHEET = ", s.report, s.version, s.submitted_at, s.submitted_by, s.decision,"
            + " s.decided_at, s.decided_by, s.coverage, s.model_fingerprint, s.errors, s.inconsistencies, s.warnings,"
            + " fc.happened_at AS failed_at, fc.author AS failed_by";

    private final Database database;
    private final UnitMemory units = new UnitMemory();
    private final YearMemory<Filed> filings = new YearMemory<>(
            "SELECT s.report, s.unit, s.submitted_at, s.decision, s.coverage FROM sheet s", Filed::read);

    SqlLedgerStore(Database database) {
        this.database = database;
    }

    @Override
    public List<LedgerEntry> page(LedgerQuery query, @Nullable UnitId after, int limit) {
        return database.readSnapshot(connection -> {
            List<String> ids = new ArrayList<>();
            each(connection, query, standing -> {
                String id = standing.unit().value();
                if (after == null || id.compareTo(after.value()) > 0) {
                    ids.add(id);
                }
                return ids.size() < limit;
            });
            return ids.isEmpty() ? List.of() : entries(connection, query, ids);
        });
    }

    private static List<LedgerEntry> entries(Connection connection, LedgerQuery query, List<String> ids)
            throws SQLException {
        Condition where = new Condition("1 = 1", List.of(query.year(), query.year())).and(Condition.among("u.id", ids));
        String sql = "SELECT " + SqlUnitStore.COLUMNS + SHEET + FROM + where.sql();
        List<LedgerEntry> entries = Sql.list(connection, sql, row -> entry(row, query), where.all());
        entries.sort(Comparator.comparing(entry -> entry.unit().id().value()));
        List<Unit> units = SqlUnitStore.withAliases(
                connection, entries.stream().map(LedgerEntry::unit).toList());
        List<LedgerEntry> whole = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            whole.add(entries.get(i).of(units.get(i)));
        }
        return whole;
    }

    @Override
    public List<Standing> standings(LedgerQuery query) {
        return database.readSnapshot(connection -> {
            List<Standing> standings = new ArrayList<>();
            each(connection, query, standings::add);
            return standings;
        });
    }

    /// Goes through the units that owe a report, by their ids, until the answer is that it is enough.
    private void each(Connection connection, LedgerQuery query, Predicate<Standing> goesOn) throws SQLException {
        Map<UnitId, Filed> filed = filings.of(connection, query.year()).byUnit();
        Set<UnitId> failed = new HashSet<>(Sql.list(
                connection,
                "SELECT DISTINCT unit FROM failure WHERE report_year = ? AND unit IS NOT NULL",
                row -> new UnitId(row.getString(1)),
                query.year()));
        for (Unit unit : units.of(connection)) {
            if (isMeant(query, unit)) {
                Standing standing = standing(unit, filed.get(unit.id()), failed, query);
                boolean wanted = query.state() == null || query.state() == standing.state();
                if (wanted && !goesOn.test(standing)) {
                    return;
                }
            }
        }
    }

    private static boolean isMeant(LedgerQuery query, Unit unit) {
        return unit.owes(query.year())
                && (query.within() == null || query.within().covers(unit.id()))
                && query.scope().covers(unit.id());
    }

    private static Standing standing(Unit unit, @Nullable Filed filed, Set<UnitId> failed, LedgerQuery query) {
        State state = filed != null
                ? query.deadlines().state(query.year(), filed.submittedAt(), filed.decision())
                : failed.contains(unit.id()) ? State.FAILED : State.MISSING;
        Coverage coverage = filed == null || filed.coverage() == null ? unit.coverage() : filed.coverage();
        return new Standing(unit.id(), unit.name(), unit.kind(), unit.level(), coverage, state);
    }

    /// What a unit has sent.
    ///
    /// @param coverage null for what the unit's reports usually state
    private record Filed(
            String report,
            @Nullable UnitId unit,
            Instant submittedAt,
            @Nullable Conclusion decision,
            @Nullable Coverage coverage)
            implements YearMemory.OfSheet {
        static Filed read(Connection connection, ResultSet row) throws SQLException {
            String unit = row.getString("unit");
            String decision = row.getString("decision");
            String coverage = row.getString("coverage");
            return new Filed(
                    row.getString("report"),
                    unit == null ? null : new UnitId(unit),
                    Sql.instant(row, "submitted_at"),
                    decision == null ? null : Conclusion.valueOf(decision),
                    coverage == null ? null : Coverage.valueOf(coverage));
        }
    }

    private static State state(ResultSet row, LedgerQuery query, boolean failed) throws SQLException {
        Instant submitted = Sql.optionalInstant(row, "submitted_at");
        if (submitted == null) {
            return failed ? State.FAILED : State.MISSING;
        }
        String decision = row.getString("decision");
        return query.deadlines().state(query.year(), submitted, decision == null ? null : Conclusion.valueOf(decision));
    }

    private static LedgerEntry entry(ResultSet row, LedgerQuery query) throws SQLException {
        Unit unit = SqlUnitStore.unit(row);
        Instant submitted = Sql.optionalInstant(row, "submitted_at");
        Instant failed = Sql.optionalInstant(row, "failed_at");
        State state = state(row, query, failed != null);
        if (submitted == null) {
            return new LedgerEntry(
                    unit, query.year(), state, false, null, failed, failed == null ? null : row.getString("failed_by"));
        }
        LedgerEntry.Filing filing = new LedgerEntry.Filing(
                new ReportId(row.getString("report")),
                row.getInt("version"),
                submitted,
                row.getString("submitted_by"),
                SqlSheetStore.coverage(row.getString("coverage"), row.getString("unit_coverage")),
                row.getString("model_fingerprint"),
                row.getInt("errors"),
                row.getInt("inconsistencies"),
                row.getInt("warnings"));
        Instant decided = Sql.optionalInstant(row, "decided_at");
        boolean late = query.deadlines().isLate(query.year(), submitted);
        return new LedgerEntry(
                unit,
                query.year(),
                state,
                late,
                filing,
                decided == null ? submitted : decided,
                row.getString(decided == null ? "submitted_by" : "decided_by"));
    }

    @Override
    public OptionalInt newest(int until, Scope scope) {
        Condition where = new Condition("s.report_year <= ?", List.of(until)).and(Condition.within("s.unit", scope));
        String sql = "SELECT COALESCE(max(s.report_year), 0) FROM sheet s WHERE " + where.sql();
        int newest = (int) (long) database.read(connection -> Sql.number(connection, sql, where.all()));
        return newest == 0 ? OptionalInt.empty() : OptionalInt.of(newest);
    }

    @Override
    public Review decide(ReportId report, int from, Conclusion decision, List<Review.Note> notes, Act act) {
        return database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            StoredReport before = ReportReader.current(connection, report)
                    .orElseThrow(() -> new MingjianException(ProblemCode.NOT_FOUND, "no such report"));
            if (before.version() != from) {
                throw new MingjianException(
                        ProblemCode.CONFLICT, "version " + before.version() + " is newer than " + from);
            }
            String action = "review." + decision.name().toLowerCase(Locale.ROOT);
            Transaction.Stamp stamp = transaction.log(act, action, report.value(), before.unit(), from);
            Review review = new Review(stamp.sequence(), stamp.at(), act, from, decision, notes);
            Sql.update(
                    connection,
                    "INSERT INTO review (sequence, report, version, decision) VALUES (?, ?, ?, ?)",
                    review.sequence(),
                    report.value(),
                    from,
                    decision.name());
            for (int i = 0; i < notes.size(); i++) {
                Review.Note note = notes.get(i);
                Sql.update(
                        connection,
                        "INSERT INTO review_note (sequence, number, target, place, wording) VALUES (?, ?, ?, ?, ?)",
                        review.sequence(),
                        i,
                        note.target().name(),
                        note.place(),
                        note.wording());
            }
            if (decision == Conclusion.RETURNED) {
                // What was given back is a version of its own: the history says so, and nobody decides about it twice.
                ReportWriter.repeat(transaction, before, from, VersionKind.RETURN, review.sequence());
            } else {
                changed(connection, report, review.sequence());
            }
            return review;
        });
    }

    /// What is derived from the report has to be made anew.
    private static void changed(Connection connection, ReportId report, long sequence) throws SQLException {
        Sql.update(connection, "UPDATE report SET changed = ? WHERE id = ?", sequence, report.value());
    }

    @Override
    public List<Review> reviews(ReportId report) {
        return database.read(connection -> {
            Map<Long, List<Review.Note>> notes = new LinkedHashMap<>();
            Sql.forEach(
                    connection,
                    "SELECT n.* FROM review_note n JOIN review r ON r.sequence = n.sequence WHERE r.report = ?"
                            + " ORDER BY n.sequence, n.number",
                    row -> notes.computeIfAbsent(row.getLong("sequence"), none -> new ArrayList<>())
                            .add(new Review.Note(
                                    Review.Target.valueOf(row.getString("target")),
                                    row.getString("place"),
                                    row.getString("wording"))),
                    report.value());
            return Sql.list(
                    connection,
                    "SELECT r.*, c.happened_at, c.author, c.reason FROM review r"
                            + " JOIN change_log c ON c.sequence = r.sequence WHERE r.report = ? ORDER BY r.sequence",
                    row -> new Review(
                            row.getLong("sequence"),
                            Sql.instant(row, "happened_at"),
                            new Act(row.getString("author"), row.getString("reason")),
                            row.getInt("version"),
                            Conclusion.valueOf(row.getString("decision")),
                            notes.getOrDefault(row.getLong("sequence"), List.of())),
                    report.value());
        });
    }

    @Override
    public void cover(ReportId report, @Nullable Coverage coverage, Act act) {
        database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            StoredReport before = ReportReader.current(connection, report)
                    .orElseThrow(() -> new MingjianException(ProblemCode.NOT_FOUND, "no such report"));
            long sequence = transaction
                    .log(act, "report.cover", report.value(), before.unit(), null)
                    .sequence();
            Sql.update(connection, "DELETE FROM report_coverage WHERE report = ?", report.value());
            if (coverage != null) {
                Sql.update(
                        connection,
                        "INSERT INTO report_coverage (report, coverage) VALUES (?, ?)",
                        report.value(),
                        coverage.name());
            }
            changed(connection, report, sequence);
            return report;
        });
    }
}
