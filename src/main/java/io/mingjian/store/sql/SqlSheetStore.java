package io.mingjian.store.sql;

import io.mingjian.checks.Severity;
import io.mingjian.store.Change;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.CellRow;
import io.mingjian.store.supervision.ChangeRow;
import io.mingjian.store.supervision.Conclusion;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.Deadlines;
import io.mingjian.store.supervision.Layout;
import io.mingjian.store.supervision.Sheet;
import io.mingjian.store.supervision.SheetHead;
import io.mingjian.store.supervision.SheetQuery;
import io.mingjian.store.supervision.SheetStore;
import io.mingjian.store.supervision.State;
import io.mingjian.store.supervision.UnitKind;
import io.mingjian.store.supervision.UnitLevel;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sheets in the database of the reports. Safe to share between threads; layouts that were read are remembered.
final class SqlSheetStore implements SheetStore {
    static final String NAME = "sheets";

    /// Bytes of one row; the embedded database takes a million at most.
    private static final int PART = 1 << 19;

    private static final String HEADS = "SELECT s.*, u.name AS unit_name, u.kind AS unit_kind, u.unit_level,"
            + " u.coverage AS unit_coverage FROM sheet s LEFT JOIN unit u ON u.id = s.unit";

    /// What the tables of reports and decisions say of a report, as its sheet repeats it.
    private static final String STANDING = """
            INSERT INTO sheet (report, sequence, version, unit, report_year, submitted_at, submitted_by, decision,
                decided_at, decided_by, coverage, organization, form, model_fingerprint, errors, inconsistencies,
                warnings, layout)
            SELECT r.id, r.changed, r.current_version, r.unit, COALESCE(r.report_year, v.stated_year),
                uc.happened_at, uc.author, CASE WHEN b.sequence IS NULL THEN d.decision ELSE 'RETURNED' END,
                dc.happened_at, dc.author, k.coverage, v.organization, v.form, v.model_fingerprint, %s,
                %s, %s, CAST(? AS VARCHAR(64))
            FROM report r
            JOIN report_version v ON v.report = r.id AND v.number = r.current_version
            LEFT JOIN look_back l ON l.report = r.id AND l.version = r.current_version
            JOIN change_log uc ON uc.sequence = (SELECT max(f.sequence) FROM report_version f
                WHERE f.report = r.id AND f.kind = 'UPLOAD')
            LEFT JOIN review d ON d.sequence = (SELECT max(e.sequence) FROM review e
                WHERE e.report = r.id AND e.sequence > uc.sequence)
            LEFT JOIN report_version b ON b.report = r.id AND b.sequence = (SELECT max(g.sequence)
                FROM report_version g WHERE g.report = r.id AND g.kind = 'RETURN' AND g.sequence > uc.sequence
                AND g.sequence > COALESCE(d.sequence, 0))
            LEFT JOIN change_log dc ON dc.sequence = COALESCE(b.sequence, d.sequence)
            LEFT JOIN report_coverage k ON k.report = r.id
            WHERE r.id = ? AND NOT r.removed AND r.changed = ?""".formatted(
                    StandingFindings.of(Severity.ERROR),
                    StandingFindings.of(Severity.INCONSISTENCY),
                    StandingFindings.of(Severity.WARNING));

    private final Database database;
    private final Map<String, Layout> layouts = new ConcurrentHashMap<>();
    private final YearMemory<PackedValues> values = new YearMemory<>(
            "SELECT s.report, s.unit, s.layout, p.bytes FROM sheet s"
                    + " JOIN sheet_rows p ON p.report = s.report AND p.kind = 'CELLS' AND p.part = 0",
            this::values);

    SqlSheetStore(Database database) {
        this.database = database;
    }

    @Override
    public long sequence() {
        return database.read(connection -> Derived.sequence(connection, NAME));
    }

    @Override
    public void apply(List<Change> changes, Map<ReportId, Sheet> sheets) {
        database.load(connection -> {
            for (Change change : changes) {
                ReportId id = change.id();
                delete(connection, id);
                Sheet sheet = sheets.get(id);
                if (sheet != null) {
                    insert(connection, change, sheet);
                }
                Derived.remember(connection, NAME, change.sequence());
            }
            return changes;
        });
    }

    private static void delete(Connection connection, ReportId id) throws SQLException {
        Sql.update(connection, "DELETE FROM sheet_rows WHERE report = ?", id.value());
        Sql.update(connection, "DELETE FROM sheet WHERE report = ?", id.value());
    }

    /// Nothing where the report has changed again: a later change brings it.
    private static void insert(Connection connection, Change change, Sheet sheet) throws SQLException {
        String keys = PackedSheet.keys(sheet.cells());
        String layout = PackedSheet.layoutId(keys);
        if (Sql.update(connection, STANDING, layout, change.id().value(), change.sequence()) == 0) {
            return;
        }
        if (Sql.number(connection, "SELECT count(*) FROM sheet_layout WHERE id = ?", layout) == 0) {
            Sql.update(connection, "INSERT INTO sheet_layout (id, cell_keys) VALUES (?, ?)", layout, keys);
        }
        insertRows(connection, change.id(), Rows.CELLS, PackedSheet.cells(sheet.cells()));
        insertRows(connection, change.id(), Rows.FACTS, PackedSheet.facts(sheet.facts()));
        insertRows(connection, change.id(), Rows.FINDINGS, PackedSheet.findings(sheet.findings()));
    }

    static void insertRows(Connection connection, ReportId id, Rows kind, byte[] bytes) throws SQLException {
        int part = 0;
        for (int from = 0; from < bytes.length; from += PART) {
            Sql.update(
                    connection,
                    "INSERT INTO sheet_rows (report, kind, part, bytes) VALUES (?, ?, ?, ?)",
                    id.value(),
                    kind.name(),
                    part++,
                    Arrays.copyOfRange(bytes, from, Math.min(from + PART, bytes.length)));
        }
    }

    @Override
    public void clear() {
        database.load(connection -> {
            for (String table : List.of("sheet_rows", "sheet", "sheet_layout")) {
                Sql.update(connection, "DELETE FROM " + table);
            }
            Derived.remember(connection, NAME, 0);
            return true;
        });
        layouts.clear();
        values.clear();
    }

    @Override
    public List<Page> page(SheetQuery query, Rows with, long after, int limit) {
        Condition where = where(query).and("s.sequence > ?", after);
        List<Object> values = new ArrayList<>(where.values());
        values.add(limit);
        // The year is the same in all rows; named first, it lets an index of both give them in order.
        String order = query.year() == null ? "s.sequence" : "s.report_year, s.sequence";
        return database.read(connection -> {
            Map<String, Head> heads = new LinkedHashMap<>();
            Sql.list(
                            connection,
                            HEADS + " WHERE " + where.sql() + " ORDER BY " + order + " LIMIT ?",
                            row -> head(row, query.deadlines()),
                            values.toArray())
                    .forEach(head -> heads.put(head.head().report().value(), head));
            Map<String, byte[]> rows = rows(connection, heads, with);
            List<Page> pages = new ArrayList<>();
            for (Head head : heads.values()) {
                byte[] packed = rows.getOrDefault(head.head().report().value(), new byte[0]);
                pages.add(new Page(head.head(), sheet(connection, head, with, packed)));
            }
            return pages;
        });
    }

    /// A head, and how its cells are laid out.
    private record Head(SheetHead head, String layout) {}

    private static Map<String, byte[]> rows(Connection connection, Map<String, Head> heads, Rows with)
            throws SQLException {
        Map<String, byte[]> rows = new LinkedHashMap<>();
        if (!heads.isEmpty()) {
            Condition such =
                    new Condition("kind = ?", List.of(with.name())).and(Condition.among("report", heads.keySet()));
            Sql.forEach(
                    connection,
                    "SELECT report, bytes FROM sheet_rows WHERE " + such.sql() + " ORDER BY report, part",
                    row -> rows.merge(row.getString(1), row.getBytes(2), SqlSheetStore::joined),
                    such.all());
        }
        return rows;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(one.length + other.length);
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    private Sheet sheet(Connection connection, Head head, Rows with, byte[] packed) throws SQLException {
        return switch (with) {
            case CELLS -> new Sheet(PackedSheet.cells(layout(connection, head.layout()), packed), List.of(), List.of());
            case FACTS -> new Sheet(List.of(), PackedSheet.facts(packed), List.of());
            case FINDINGS -> new Sheet(List.of(), List.of(), PackedSheet.findings(packed));
        };
    }

    @Override
    public void forEachCells(SheetQuery query, Consumer<CellRow> each) {
        Integer year = query.year();
        if (year == null) {
            throw new IllegalArgumentException("sums are of a year");
        }
        Set<UnitId> like = new HashSet<>();
        boolean anyUnit = query.kind() == null && query.level() == null;
        List<PackedValues> all = database.readSnapshot(connection -> {
            if (!anyUnit) {
                like.addAll(like(connection, query));
            }
            return values.of(connection, year).inOrder();
        });
        for (PackedValues packed : all) {
            UnitId unit = packed.unit();
            if (isMeant(query, unit) && (anyUnit || (unit != null && like.contains(unit)))) {
                each.accept(packed.row());
            }
        }
    }

    /// The values of a sheet's cells.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record PackedValues(String report, @Nullable UnitId unit, Layout layout, byte[] packed)
            implements YearMemory.OfSheet {
        CellRow row() {
            return PackedSheet.row(new ReportId(report), unit, layout, packed);
        }
    }

    private PackedValues values(Connection connection, ResultSet row) throws SQLException {
        Layout layout = layout(connection, row.getString("layout"));
        String unit = row.getString("unit");
        byte[] values = PackedSheet.valuesOnly(layout, whole(connection, row));
        return new PackedValues(row.getString("report"), unit == null ? null : new UnitId(unit), layout, values);
    }

    /// The cells of a row of a report and its first part; the rare sheet has more of them than one row holds.
    private static byte[] whole(Connection connection, ResultSet row) throws SQLException {
        byte[] first = row.getBytes("bytes");
        if (first.length < PART) {
            return first;
        }
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        Sql.forEach(
                connection,
                "SELECT bytes FROM sheet_rows WHERE report = ? AND kind = 'CELLS' ORDER BY part",
                part -> parts.writeBytes(part.getBytes(1)),
                row.getString("report"));
        return parts.toByteArray();
    }

    private static boolean isMeant(SheetQuery query, @Nullable UnitId unit) {
        UnitId within = query.within();
        boolean inside = within == null || (unit != null && (query.own() ? unit.equals(within) : within.covers(unit)));
        return inside && query.scope().covers(unit);
    }

    /// The units of a kind and level.
    private static List<UnitId> like(Connection connection, SheetQuery query) throws SQLException {
        UnitKind kind = query.kind();
        UnitLevel level = query.level();
        Condition where = Condition.ALWAYS
                .and("u.kind = ?", kind == null ? null : kind.name())
                .and("u.unit_level = ?", level == null ? null : level.name());
        return Sql.list(
                connection,
                "SELECT u.id FROM unit u WHERE " + where.sql(),
                row -> new UnitId(row.getString(1)),
                where.all());
    }

    @Override
    public List<ChangeRow> changes(long after, int limit, Scope scope, Deadlines deadlines) {
        // A deadline is of no unit and concerns them all.
        Condition mine = Condition.within("c.unit", scope);
        Condition where = new Condition("c.sequence > ?", List.of(after))
                .and(new Condition(
                        "(c.action LIKE 'deadline.%' OR ((c.action LIKE 'report.%' OR c.action LIKE 'review.%'"
                                + " OR c.action LIKE 'unit.%') AND " + mine.sql() + "))",
                        mine.values()));
        List<Object> values = new ArrayList<>(where.values());
        values.add(limit);
        String sql = "SELECT c.sequence, c.happened_at, c.action, c.subject, c.unit, c.version, v.stated_year,"
                + " v.model_fingerprint, s.report_year, s.submitted_at, s.decision FROM change_log c"
                + " LEFT JOIN report_version v ON v.report = c.subject AND v.number = c.version"
                + " LEFT JOIN sheet s ON s.report = c.subject WHERE " + where.sql() + " ORDER BY c.sequence LIMIT ?";
        return database.read(connection -> Sql.list(connection, sql, row -> change(row, deadlines), values.toArray()));
    }

    private static ChangeRow change(ResultSet row, Deadlines deadlines) throws SQLException {
        String unit = row.getString("unit");
        String decision = row.getString("decision");
        Instant submitted = Sql.optionalInstant(row, "submitted_at");
        State state = submitted == null
                ? null
                : deadlines.state(
                        Sql.integer(row, "report_year"),
                        submitted,
                        decision == null ? null : Conclusion.valueOf(decision));
        return new ChangeRow(
                row.getLong("sequence"),
                Sql.instant(row, "happened_at"),
                row.getString("action"),
                row.getString("subject"),
                unit == null ? null : new UnitId(unit),
                Sql.integer(row, "version"),
                Sql.integer(row, "stated_year"),
                row.getString("model_fingerprint"),
                state);
    }

    @Override
    public Optional<SheetHead> head(ReportId report, Deadlines deadlines) {
        return database.read(connection -> Sql.first(
                connection,
                HEADS + " WHERE s.report = ?",
                row -> head(row, deadlines).head(),
                report.value()));
    }

    private Layout layout(Connection connection, String id) {
        return layouts.computeIfAbsent(id, missing -> read(connection, missing));
    }

    private static Layout read(Connection connection, String id) {
        try {
            String keys = Sql.first(
                            connection, "SELECT cell_keys FROM sheet_layout WHERE id = ?", row -> row.getString(1), id)
                    .orElseThrow();
            return PackedSheet.layout(id, keys);
        } catch (SQLException e) {
            throw new IllegalStateException("a layout cannot be read", e);
        }
    }

    private static Condition where(SheetQuery query) {
        UnitId within = query.within();
        Condition units = within == null
                ? Condition.ALWAYS
                : query.own()
                        ? new Condition("s.unit = ?", List.of(within.value()))
                        : Condition.within("s.unit", new Scope.Units(Set.of(within)));
        UnitKind kind = query.kind();
        UnitLevel level = query.level();
        return Condition.within("s.unit", query.scope())
                .and(units)
                .and("s.report_year = ?", query.year())
                .and("u.kind = ?", kind == null ? null : kind.name())
                .and("u.unit_level = ?", level == null ? null : level.name());
    }

    private static Head head(ResultSet row, Deadlines deadlines) throws SQLException {
        Integer year = Sql.integer(row, "report_year");
        String unit = row.getString("unit");
        String name = row.getString("unit_name");
        String kind = row.getString("unit_kind");
        String level = row.getString("unit_level");
        String decision = row.getString("decision");
        SheetHead head = new SheetHead(
                new ReportId(row.getString("report")),
                row.getLong("sequence"),
                row.getInt("version"),
                unit == null ? null : new UnitId(unit),
                name == null ? row.getString("organization") : name,
                kind == null ? null : UnitKind.valueOf(kind),
                level == null ? null : UnitLevel.valueOf(level),
                year,
                coverage(row.getString("coverage"), row.getString("unit_coverage")),
                deadlines.state(
                        year, Sql.instant(row, "submitted_at"), decision == null ? null : Conclusion.valueOf(decision)),
                row.getString("form"),
                row.getString("model_fingerprint"));
        return new Head(head, row.getString("layout"));
    }

    /// What the report says, else what its unit's reports say, else the unit's own figures.
    static Coverage coverage(@Nullable String report, @Nullable String unit) {
        if (report != null) {
            return Coverage.valueOf(report);
        }
        return unit == null ? Coverage.OWN : Coverage.valueOf(unit);
    }
}
