package io.mingjian.store.sql;

import io.mingjian.Cores;
import io.mingjian.model.Form;
import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import io.mingjian.store.Act;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.Sheet;
import io.mingjian.store.supervision.Sheet.CellState;
import io.mingjian.store.supervision.Sheet.SheetCell;
import io.mingjian.store.supervision.Sheet.SheetFact;
import io.mingjian.store.supervision.Sheet.SheetFinding;
import io.mingjian.store.supervision.Unit;
import io.mingjian.store.supervision.UnitKind;
import io.mingjian.store.supervision.UnitLevel;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// An invented province in a store: a tree of units, some renamed, some merged, and their reports of several
/// years. The rows are written as the store writes them, only many at a time: reading as many documents would
/// take hours.
public final class GeneratedProvince {
    public static final UnitId PROVINCE = new UnitId("410000");

    /// A unit that is new in the last year: it has no report that another could be held beside.
    public static final UnitId NEWCOMER = new UnitId("410000/410100/new");

    private static final int CITIES = 20;
    private static final int COUNTIES = 10;
    private static final int BATCH = 500;
    private static final int LAST_YEAR = 2023;
    private static final String ORIGINAL = "0".repeat(64);
    private static final Act ACT = new Act("生成", null);

    private final Random random;
    private final List<Sheet.CellName> keys = keys();
    private final String layout;
    private long sequence;

    private GeneratedProvince(long seed) {
        this.random = new Random(seed);
        this.layout =
                String.join("\n", keys.stream().map(Sheet.CellName::toString).toList());
    }

    /// A store with so many units and years, opened.
    public static SqlReportStore open(Path folder, DatabaseSettings settings, int units, int years) {
        Clock clock = Clock.systemUTC();
        List<Unit> tree;
        GeneratedProvince province = new GeneratedProvince(5);
        try (SqlReportStore store = SqlReportStore.open(folder, settings, clock)) {
            tree = province.tree(units);
            store.units().put(tree, ACT);
        }
        try (Database database = Database.open(settings, folder.resolve("database"), clock)) {
            database.load(connection -> {
                province.fill(connection, tree, years);
                return true;
            });
        }
        return SqlReportStore.open(folder, settings, clock);
    }

    private List<Unit> tree(int count) {
        List<Unit> tree = new ArrayList<>();
        tree.add(unit(PROVINCE, "某省人民政府", UnitKind.GOVERNMENT, UnitLevel.PROVINCE));
        List<UnitId> counties = new ArrayList<>();
        for (int city = 0; city < CITIES; city++) {
            UnitId cityId = new UnitId(PROVINCE + "/" + (410100 + city * 100));
            tree.add(unit(cityId, "第" + city + "市人民政府", UnitKind.GOVERNMENT, UnitLevel.CITY));
            for (int county = 1; county <= COUNTIES; county++) {
                UnitId countyId = new UnitId(cityId + "/" + (410100 + city * 100 + county));
                tree.add(unit(countyId, "第" + city + "市第" + county + "县人民政府", UnitKind.GOVERNMENT, UnitLevel.COUNTY));
                counties.add(countyId);
            }
        }
        for (int i = 0; tree.size() < count - 1; i++) {
            UnitId county = counties.get(i % counties.size());
            Unit unit = unit(new UnitId(county + "/u" + i), "第" + i + "局", UnitKind.DEPARTMENT, UnitLevel.COUNTY);
            tree.add(i % 50 == 7 ? changed(unit, i) : unit);
        }
        tree.add(new Unit(
                NEWCOMER,
                "新设局",
                UnitKind.DEPARTMENT,
                UnitLevel.CITY,
                Coverage.OWN,
                0,
                LocalDate.of(LAST_YEAR, 1, 1),
                null,
                null,
                List.of()));
        return tree;
    }

    /// Of fifty units one was renamed or has become part of another.
    private static Unit changed(Unit unit, int number) {
        return number % 100 == 7
                ? unit.named(unit.name(), List.of(new Unit.Alias("原" + unit.name(), null, LocalDate.of(2022, 6, 30))))
                : unit.ended(LocalDate.of(2022, 6, 30), unit.id().parent().orElseThrow());
    }

    private static Unit unit(UnitId id, String name, UnitKind kind, UnitLevel level) {
        Coverage coverage = kind == UnitKind.GOVERNMENT ? Coverage.AREA : Coverage.OWN;
        return new Unit(id, name, kind, level, coverage, 0, null, null, null, List.of());
    }

    private void fill(Connection connection, List<Unit> tree, int years) throws SQLException {
        sequence = Sql.number(connection, "SELECT sequence FROM store");
        Sql.update(connection, "INSERT INTO original (sha256, size) VALUES (?, 1)", ORIGINAL);
        String content = Contents.put(connection, "{}".getBytes(StandardCharsets.UTF_8));
        String id = PackedSheet.layoutId(layout);
        Sql.update(connection, "INSERT INTO sheet_layout (id, cell_keys) VALUES (?, ?)", id, layout);
        try (Statements statements = new Statements(connection, content)) {
            for (int year = LAST_YEAR - years + 1; year <= LAST_YEAR; year++) {
                for (Unit unit : tree) {
                    if (unit.owes(year) && random.nextInt(50) > 0) {
                        statements.add(unit, year, id);
                    }
                }
            }
        }
        Sql.update(connection, "UPDATE store SET sequence = ?", sequence);
        for (String derived : List.of("sheets", "look-backs")) {
            Derived.remember(connection, derived, sequence);
        }
    }

    private final class Statements implements AutoCloseable {
        private final PreparedStatement log;
        private final PreparedStatement report;
        private final PreparedStatement version;
        private final PreparedStatement sheet;
        private final PreparedStatement rows;
        private final String content;
        private int waiting;

        Statements(Connection connection, String content) throws SQLException {
            this.content = content;
            log = connection.prepareStatement(
                    "INSERT INTO change_log (sequence, happened_at, author, action, subject, unit, version)"
                            + " VALUES (?, ?, '生成', 'report.upload', ?, ?, 1)");
            report = connection.prepareStatement(
                    "INSERT INTO report (id, unit, report_year, current_version, arrived, changed, removed)"
                            + " VALUES (?, ?, ?, 1, ?, ?, FALSE)");
            version = connection.prepareStatement(
                    "INSERT INTO report_version (report, number, kind, sequence, original, extraction, document_text,"
                            + " engine, model_fingerprint, file_name, media_type, model, organization, stated_year,"
                            + " form, errors, inconsistencies, warnings, notes) VALUES (?, 1, 'UPLOAD', ?, ?, ?, ?,"
                            + " 'e1', 'm1', 'a.docx', 'text/plain', 'm', ?, ?, '2021', 1, 0, 0, 0)");
            sheet = connection.prepareStatement(
                    "INSERT INTO sheet (report, sequence, version, unit, report_year, submitted_at, submitted_by,"
                            + " organization, form, model_fingerprint, errors, inconsistencies, warnings, layout)"
                            + " VALUES (?, ?, 1, ?, ?, ?, '生成', ?, '2021', 'm1', 1, 0, 0, ?)");
            rows = connection.prepareStatement(
                    "INSERT INTO sheet_rows (report, kind, part, bytes) VALUES (?, ?, 0, ?)");
        }

        void add(Unit unit, int year, String layoutId) throws SQLException {
            long number = ++sequence;
            String id = String.format("%032x", number);
            // One in twenty is late.
            Instant at = Instant.parse((year + 1) + "-01-01T00:00:00Z").plusSeconds(86_400L * random.nextInt(32));
            String own = unit.id().value();
            Sql.batch(log, number, at, id, own);
            Sql.batch(report, id, own, year, number, number);
            Sql.batch(version, id, number, ORIGINAL, content, content, unit.name(), year);
            Sql.batch(sheet, id, number, own, year, at, unit.name(), layoutId);
            Sql.batch(rows, id, "CELLS", PackedSheet.cells(cells()));
            Sql.batch(rows, id, "FACTS", PackedSheet.facts(facts(year)));
            Sql.batch(rows, id, "FINDINGS", PackedSheet.findings(findings()));
            if (++waiting % BATCH == 0) {
                send();
            }
        }

        private void send() throws SQLException {
            for (PreparedStatement statement : List.of(log, report, version, sheet, rows)) {
                statement.executeBatch();
            }
        }

        @Override
        public void close() throws SQLException {
            send();
            for (PreparedStatement statement : List.of(log, report, version, sheet, rows)) {
                statement.close();
            }
        }
    }

    private static List<Sheet.CellName> keys() {
        List<Sheet.CellName> keys = new ArrayList<>();
        Form form = Cores.MODEL.forms().stream()
                .filter(one -> one.id().equals("2021"))
                .findFirst()
                .orElseThrow();
        for (TableKind table : form.tables()) {
            for (TableKind.Row row : table.rows()) {
                for (Label column : row.columns()) {
                    keys.add(new Sheet.CellName(table.id(), row.label().id(), column.id()));
                }
            }
        }
        return keys;
    }

    private List<SheetCell> cells() {
        List<SheetCell> cells = new ArrayList<>(keys.size());
        int at = 2000;
        for (Sheet.CellName key : keys) {
            at += 3;
            cells.add(
                    switch (random.nextInt(40)) {
                        case 0 -> new SheetCell(key, CellState.BLANK, null, new Span(at, at), 3);
                        case 1 ->
                            new SheetCell(key, CellState.STATED, new BigDecimal("12.50"), new Span(at, at + 5), 3);
                        default ->
                            new SheetCell(
                                    key,
                                    CellState.STATED,
                                    BigDecimal.valueOf(random.nextInt(100)),
                                    new Span(at, at + 2),
                                    3);
                    });
        }
        return cells;
    }

    private List<SheetFact> facts(int year) {
        List<SheetFact> facts = new ArrayList<>();
        List<String> channels = List.of("website", "wechat", "weibo", "app");
        for (int i = 0; i < 12; i++) {
            facts.add(new SheetFact(
                    i % 3 == 0 ? "applications_received" : "items_published",
                    BigDecimal.valueOf(random.nextInt(5000)),
                    "条",
                    null,
                    channels.get(i % channels.size()),
                    null,
                    null,
                    null,
                    "year",
                    year,
                    "通过政府网站主动公开政府信息 " + i + " 条",
                    new Span(100 * i, 100 * i + 20),
                    "overview",
                    0.97));
        }
        return facts;
    }

    private List<SheetFinding> findings() {
        List<SheetFinding> findings = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            findings.add(new SheetFinding(
                    "applications.balance",
                    "error",
                    "likely-misreported",
                    "表三“自然人”列",
                    "新收与上年结转之和应等于办理结果总计与结转下年度之和，请核对后更正。",
                    BigDecimal.valueOf(random.nextInt(100)),
                    BigDecimal.valueOf(random.nextInt(100)),
                    "f" + i,
                    List.of(new Span(2000, 2002), new Span(2400, 2402))));
        }
        return findings;
    }
}
