package io.mingjian.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjian.checks.Severity;
import io.mingjian.extract.Engine;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.FailedFile;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.store.Summary;
import io.mingjian.store.UnitId;
import io.mingjian.store.VersionKind;
import io.mingjian.store.supervision.ChangeRow;
import io.mingjian.store.supervision.Conclusion;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.Deadline;
import io.mingjian.store.supervision.DeadlineStore;
import io.mingjian.store.supervision.Deadlines;
import io.mingjian.store.supervision.LedgerEntry;
import io.mingjian.store.supervision.LedgerQuery;
import io.mingjian.store.supervision.LedgerStore;
import io.mingjian.store.supervision.Review;
import io.mingjian.store.supervision.Sheet;
import io.mingjian.store.supervision.Sheet.CellState;
import io.mingjian.store.supervision.Sheet.SheetCell;
import io.mingjian.store.supervision.SheetHead;
import io.mingjian.store.supervision.SheetQuery;
import io.mingjian.store.supervision.SheetStore;
import io.mingjian.store.supervision.Standing;
import io.mingjian.store.supervision.State;
import io.mingjian.store.supervision.Unit;
import io.mingjian.store.supervision.UnitKind;
import io.mingjian.store.supervision.UnitLevel;
import io.mingjian.text.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What the office keeps beside the reports, on every database that it can be kept in.
abstract class SqlSupervisionTest {
    private static final Act ACT = new Act("张三", null);
    private static final Deadlines DEADLINES = new Deadlines(MonthDay.of(1, 31), ZoneId.of("Asia/Shanghai"), Map.of());
    private static final UnitId CITY = new UnitId("320100");
    private static final UnitId GULOU = new UnitId("320100/320106");
    private static final UnitId WATER = new UnitId("320100/320106/slj");
    private static final UnitId EDUCATION = new UnitId("320100/320106/jyj");
    private static final UnitId OTHER = new UnitId("350100/350102");

    @TempDir
    private Path folder;

    private final DatabaseSettings settings;
    private final SettableClock clock = new SettableClock();
    private SqlReportStore store;

    @SuppressWarnings("NullAway.Init") // opened before each test
    SqlSupervisionTest(DatabaseSettings settings) {
        this.settings = settings;
    }

    static class EmbeddedTest extends SqlSupervisionTest {
        EmbeddedTest() {
            super(DatabaseSettings.embedded());
        }
    }

    @Tag("slow")
    @ExtendWith(Databases.class)
    static class PostgresTest extends SqlSupervisionTest {
        PostgresTest(Databases.Server server) {
            super(server.fresh());
        }
    }

    /// A clock that tests move.
    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2024-01-20T02:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void open() {
        store = SqlReportStore.open(folder.resolve("store"), settings, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsUnitsWithAllTheirNames() {
        Unit water = new Unit(
                WATER,
                "鼓楼区水务局",
                UnitKind.DEPARTMENT,
                UnitLevel.COUNTY,
                Coverage.OWN,
                3,
                LocalDate.of(2000, 1, 1),
                LocalDate.of(2023, 6, 30),
                EDUCATION,
                List.of(new Unit.Alias("鼓楼区水利局", null, LocalDate.of(2019, 2, 28)), new Unit.Alias("水务局", null, null)));
        assertThat(store.units().put(List.of(unit(GULOU, "鼓楼区人民政府"), water), ACT))
                .isEqualTo(2);
        assertThat(store.units().find(WATER)).contains(water);
        assertThat(store.units().named("鼓楼区 水利局", Scope.ALL)).containsExactly(water);
        assertThat(store.units().put(List.of(unit(WATER, "鼓楼区水务局")), ACT)).isZero();
        assertThat(store.units().named("鼓楼区水利局", Scope.ALL)).isEmpty();
        assertThat(store.units().count(Scope.ALL)).isEqualTo(2);
    }

    @Test
    void givesUnitsInPagesAndOnlyThoseOfTheScope() {
        store.units().put(List.of(unit(CITY, "市"), unit(GULOU, "鼓楼区"), unit(WATER, "水务局"), unit(OTHER, "鼓楼区")), ACT);
        assertThat(store.units().list(null, null, 2, Scope.ALL))
                .extracting(Unit::id)
                .containsExactly(CITY, GULOU);
        assertThat(store.units().list(null, GULOU, 2, Scope.ALL))
                .extracting(Unit::id)
                .containsExactly(WATER, OTHER);
        assertThat(store.units().list(GULOU, null, 9, Scope.ALL))
                .extracting(Unit::id)
                .containsExactly(GULOU, WATER);
        Scope own = new Scope.Units(Set.of(OTHER));
        assertThat(store.units().list(null, null, 9, own)).extracting(Unit::id).containsExactly(OTHER);
        assertThat(store.units().list(GULOU, null, 9, own)).isEmpty();
        assertThat(store.units().list(null, null, 9, new Scope.Units(Set.of()))).isEmpty();
        assertThat(store.units().named("鼓楼区", Scope.ALL)).extracting(Unit::id).containsExactly(GULOU, OTHER);
        assertThat(store.units().named("鼓楼区", own)).extracting(Unit::id).containsExactly(OTHER);
    }

    @Test
    void removesAUnitOnlyWhereNothingHangsOnIt() throws IOException {
        store.units().put(List.of(unit(GULOU, "鼓楼区"), unit(WATER, "水务局"), unit(EDUCATION, "教育局")), ACT);
        put("一", WATER, 2023);
        for (UnitId held : List.of(GULOU, WATER)) {
            assertThatThrownBy(() -> store.units().remove(held, ACT))
                    .isInstanceOfSatisfying(
                            MingjianException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT));
        }
        assertThat(store.units().remove(EDUCATION, ACT)).isTrue();
        assertThat(store.units().remove(EDUCATION, ACT)).isFalse();
    }

    @Test
    void knowsWhereEachUnitsReportStands() throws IOException {
        store.units().put(List.of(unit(GULOU, "鼓楼区"), unit(WATER, "水务局"), unit(EDUCATION, "教育局")), ACT);
        store.putFailure(
                upload("坏"),
                new FailedFile(new Belonging(EDUCATION, 2023), ProblemCode.BROKEN_DOCUMENT, "broken"),
                ACT);
        ReportId report = put("一", WATER, 2023);
        assertThat(states()).containsExactly(State.MISSING, State.FAILED, State.SUBMITTED);

        clock.now = Instant.parse("2024-01-31T15:59:59Z"); // in China the last second of the day
        put("二", GULOU, 2023);
        assertThat(states()).containsExactly(State.SUBMITTED, State.FAILED, State.SUBMITTED);
        clock.now = Instant.parse("2024-01-31T16:00:00Z");
        put("三", EDUCATION, 2023);
        assertThat(states()).containsExactly(State.SUBMITTED, State.LATE, State.SUBMITTED);

        decide(report, 1, Conclusion.RETURNED);
        assertThat(states()).containsExactly(State.SUBMITTED, State.LATE, State.RETURNED);
        put("四", WATER, 2023); // its third version
        assertThat(states()).containsExactly(State.SUBMITTED, State.LATE, State.LATE);
        decide(report, 3, Conclusion.ACCEPTED);
        decide(report, 3, Conclusion.PUBLISHED);
        store.revise(report, 3, VersionKind.CORRECTION, reading(), ACT); // takes nothing back
        assertThat(states()).containsExactly(State.SUBMITTED, State.LATE, State.PUBLISHED);
        decide(report, 4, Conclusion.RETURNED);
        assertThat(states()).containsExactly(State.SUBMITTED, State.LATE, State.RETURNED);
        decide(report, 5, Conclusion.PUBLISHED);
        LedgerEntry entry = ledger(null).getLast();
        assertThat(entry.state()).isEqualTo(State.PUBLISHED);
        assertThat(entry.late()).isTrue();
        assertThat(entry.by()).isEqualTo("张三");
        assertThat(entry.filing())
                .isNotNull()
                .satisfies(filing -> assertThat(filing.version()).isEqualTo(5));
        for (State state : State.values()) {
            assertThat(ledger(state)).allMatch(found -> found.state() == state);
        }
        assertThat(ledger(State.LATE)).hasSize(1);
        assertThat(store.ledger().standings(query(null)))
                .extracting(Standing::state)
                .containsExactlyElementsOf(states());
    }

    @Test
    void keepsTheDeadlinesThatAreSetAndGoesByThem() throws IOException {
        store.units().put(List.of(unit(WATER, "水务局")), ACT);
        ReportId report = put("一", WATER, 2023); // on 20 January
        DeadlineStore deadlines = store.deadlines();
        assertThat(deadlines.set(2022, LocalDate.of(2023, 3, 1), ACT)).isTrue();
        assertThat(deadlines.set(2023, LocalDate.of(2024, 1, 31), ACT)).isTrue();
        assertThat(deadlines.set(2023, LocalDate.of(2024, 1, 19), new Act("李四", "通知")))
                .isTrue();
        assertThat(deadlines.set(2023, LocalDate.of(2024, 1, 19), ACT)).isFalse();
        assertThat(deadlines.list())
                .extracting(
                        Deadline::year,
                        Deadline::day,
                        deadline -> deadline.act().author())
                .containsExactly(
                        tuple(2023, LocalDate.of(2024, 1, 19), "李四"), tuple(2022, LocalDate.of(2023, 3, 1), "张三"));
        Deadlines set = new Deadlines(
                DEADLINES.usual(), DEADLINES.zone(), Map.of(2023, LocalDate.of(2024, 1, 19), 2022, LocalDate.EPOCH));
        assertThat(states()).containsExactly(State.SUBMITTED);
        LedgerQuery query = new LedgerQuery(2023, WATER, Scope.ALL, set, null);
        assertThat(store.ledger().page(query, null, 9)).singleElement().matches(LedgerEntry::late);
        assertThat(store.ledger().standings(query)).extracting(Standing::state).containsExactly(State.LATE);
        apply(Map.of(report, sheet(7)));
        assertThat(store.sheets().head(report, set)).map(SheetHead::state).contains(State.LATE);
        // Who follows one unit is told of deadlines, too: they are of no unit.
        assertThat(store.sheets().changes(0, 9, new Scope.Units(Set.of(OTHER)), set))
                .extracting(ChangeRow::action, ChangeRow::subject)
                .containsExactly(
                        tuple("deadline.set", "2022"), tuple("deadline.set", "2023"), tuple("deadline.set", "2023"));

        assertThat(deadlines.set(2023, null, ACT)).isTrue();
        assertThat(deadlines.set(2023, null, ACT)).isFalse();
        assertThat(deadlines.list()).extracting(Deadline::year).containsExactly(2022);
    }

    @Test
    void expectsReportsOfThoseOnlyThatExistWhenTheYearEnds() {
        Unit ended = unit(WATER, "水务局").ended(LocalDate.of(2023, 12, 30), EDUCATION);
        Unit begun = new Unit(
                EDUCATION,
                "教育和水务局",
                UnitKind.DEPARTMENT,
                UnitLevel.COUNTY,
                Coverage.OWN,
                0,
                LocalDate.of(2023, 12, 31),
                null,
                null,
                List.of());
        store.units().put(List.of(ended, begun), ACT);
        for (Unit unit : List.of(ended, begun)) {
            for (int year = 2021; year < 2025; year++) {
                LedgerQuery query = new LedgerQuery(year, unit.id(), Scope.ALL, DEADLINES, null);
                assertThat(store.ledger().page(query, null, 10).isEmpty()).isNotEqualTo(unit.owes(year));
            }
        }
        assertThat(ended.owes(2022)).isTrue();
        assertThat(ended.owes(2023)).isFalse();
        assertThat(begun.owes(2023)).isTrue();
    }

    @Test
    void remembersWhatTheOfficeDecidedAndWhy() throws IOException {
        ReportId report = put("一", WATER, 2023);
        List<Review.Note> notes = List.of(
                new Review.Note(Review.Target.CELL, "applications/total/total", "应为 12"),
                new Review.Note(Review.Target.RULE, "applications.balance", "不平衡"));
        Review review = store.ledger().decide(report, 1, Conclusion.RETURNED, notes, new Act("李四", "请核实"));
        assertThat(store.ledger().reviews(report)).containsExactly(review);
        assertThat(review.notes()).isEqualTo(notes);
        assertThatThrownBy(() -> decide(report, 3, Conclusion.ACCEPTED))
                .isInstanceOfSatisfying(
                        MingjianException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT));
        assertThat(store.changes(0, 9)).hasSize(1).allMatch(change -> change.sequence() == review.sequence());
        // The history names it, and whoever decides again has to have seen it.
        assertThat(store.versions(report)).last().satisfies(version -> {
            assertThat(version.number()).isEqualTo(2);
            assertThat(version.kind()).isEqualTo(VersionKind.RETURN);
            assertThat(version.act()).isEqualTo(new Act("李四", "请核实"));
        });
        assertThatThrownBy(() -> decide(report, 1, Conclusion.ACCEPTED))
                .isInstanceOfSatisfying(
                        MingjianException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT));
    }

    @Test
    void givesBackSheetsAsTheyWere() throws IOException {
        store.units().put(List.of(unit(WATER, "水务局")), ACT);
        ReportId report = put("一", WATER, 2023);
        Sheet sheet = sheet(7);
        apply(Map.of(report, sheet));
        SheetStore sheets = store.sheets();
        SheetQuery all = new SheetQuery(Scope.ALL, DEADLINES);
        assertThat(sheets.page(all, SheetStore.Rows.CELLS, 0, 9)
                        .getFirst()
                        .sheet()
                        .cells())
                .isEqualTo(sheet.cells());
        assertThat(sheets.page(all, SheetStore.Rows.FACTS, 0, 9)
                        .getFirst()
                        .sheet()
                        .facts())
                .isEqualTo(sheet.facts());
        assertThat(sheets.page(all, SheetStore.Rows.FINDINGS, 0, 9)
                        .getFirst()
                        .sheet()
                        .findings())
                .isEqualTo(sheet.findings());
        List<@Nullable BigDecimal> values = new ArrayList<>();
        sheets.forEachCells(all.of(2023), row -> {
            for (int i = 0; i < row.wholes().length; i++) {
                assertThat(row.layout().keys().get(i))
                        .isEqualTo(sheet.cells().get(i).key());
                values.add(row.value(i));
            }
        });
        assertThat(values)
                .containsExactlyElementsOf(
                        sheet.cells().stream().map(SheetCell::value).toList());
        assertThat(sheets.head(report, DEADLINES))
                .contains(new SheetHead(
                        report,
                        2,
                        1,
                        WATER,
                        "水务局",
                        UnitKind.DEPARTMENT,
                        UnitLevel.COUNTY,
                        2023,
                        Coverage.OWN,
                        State.SUBMITTED,
                        "2021",
                        "m1"));
    }

    @Test
    void narrowsSheetsAndFollowsWhatChanges() throws IOException {
        store.units().put(List.of(unit(GULOU, "鼓楼区"), unit(WATER, "水务局")), ACT);
        ReportId first = put("一", GULOU, 2023);
        ReportId second = put("二", WATER, 2023);
        ReportId third = put("三", WATER, 2022);
        ReportId loose = put("四", null, 2023);
        Map<ReportId, Sheet> sheets = new HashMap<>();
        for (ReportId id : List.of(first, second, third, loose)) {
            sheets.put(id, sheet(1));
        }
        apply(sheets);
        SheetQuery all = new SheetQuery(Scope.ALL, DEADLINES);
        assertThat(ids(all)).containsExactly(first, second, third, loose);
        assertThat(ids(all.of(2023))).containsExactly(first, second, loose);
        assertThat(ids(all.of(2023).within(GULOU))).containsExactly(first, second);
        assertThat(ids(all.only(GULOU))).containsExactly(first);
        assertThat(ids(all.like(UnitKind.DEPARTMENT, UnitLevel.COUNTY))).containsExactly(first, second, third);
        assertThat(ids(new SheetQuery(new Scope.Units(Set.of(WATER)), DEADLINES)))
                .containsExactly(second, third);

        store.ledger().cover(first, Coverage.AREA, ACT);
        store.assign(loose, new Belonging(EDUCATION, 2023), ACT);
        store.remove(second, ACT);
        apply(Map.of(first, sheet(1), loose, sheet(2)));
        assertThat(ids(all)).containsExactly(third, first, loose);
        assertThat(store.sheets().head(first, DEADLINES))
                .map(SheetHead::coverage)
                .contains(Coverage.AREA);
        assertThat(store.sheets().head(loose, DEADLINES)).map(SheetHead::unit).contains(EDUCATION);
        assertThat(store.sheets().sequence()).isEqualTo(store.sequence());
        store.sheets().clear();
        assertThat(store.sheets().sequence()).isZero();
        assertThat(ids(all)).isEmpty();
    }

    /// What is remembered of earlier askings is what a first asking would find, whatever happened in between.
    @Test
    void tellsWhateverItWasAskedBeforeWhatTheDatabaseSays() throws IOException {
        Random random = new Random(4);
        List<UnitId> units = List.of(GULOU, WATER, EDUCATION, OTHER);
        List<ReportId> reports = new ArrayList<>();
        store.units().put(units.stream().map(id -> unit(id, "单位")).toList(), ACT);
        reports.add(put("第一份", GULOU, 2022));
        int most = 0;
        for (int step = 0; step < 60; step++) {
            UnitId unit = units.get(random.nextInt(units.size()));
            change(random, unit, reports, step);
            // Some changes are taken in one by one, some together, and some later.
            int taken = random.nextInt(3);
            Map<ReportId, Sheet> sheets = new HashMap<>();
            reports.forEach(report -> sheets.put(report, sheet(random.nextInt(9))));
            if (step == 30) {
                store.sheets().clear();
            } else if (taken > 0) {
                store.sheets().apply(store.changes(store.sheets().sequence(), taken), sheets);
            }
            for (int year = 2022; year <= 2023; year++) {
                List<String> told = told(store.ledger(), store.sheets(), year);
                most = Math.max(most, told.size());
                assertThat(told)
                        .as("step %d", step)
                        .isEqualTo(
                                told(new SqlLedgerStore(store.database()), new SqlSheetStore(store.database()), year));
            }
        }
        assertThat(most).isGreaterThan(units.size());
    }

    private void change(Random random, UnitId unit, List<ReportId> reports, int step) throws IOException {
        int year = 2022 + random.nextInt(2);
        ReportId report = reports.get(random.nextInt(reports.size()));
        try {
            switch (random.nextInt(7)) {
                case 0 -> reports.add(put("内容" + step, unit, year));
                case 1 -> store.assign(report, new Belonging(unit, year), ACT);
                case 2 -> store.remove(report, ACT);
                case 3 -> store.ledger().cover(report, random.nextBoolean() ? Coverage.AREA : null, ACT);
                case 4 -> decide(report, 1, Conclusion.ACCEPTED);
                case 5 -> store.units().put(List.of(unit(unit, "改名" + step)), ACT);
                default -> store.units().put(List.of(unit(unit, "并入").ended(LocalDate.of(2022, 6, 30), null)), ACT);
            }
        } catch (MingjianException e) {
            // It has gone, has a newer version, or the unit has another report: nothing changed.
            assertThat(e.code()).isIn(ProblemCode.NOT_FOUND, ProblemCode.CONFLICT);
        }
    }

    private static List<String> told(LedgerStore ledger, SheetStore sheets, int year) {
        List<String> told = new ArrayList<>();
        ledger.standings(new LedgerQuery(year, null, Scope.ALL, DEADLINES, null))
                .forEach(standing -> told.add(standing.toString()));
        sheets.forEachCells(
                new SheetQuery(Scope.ALL, DEADLINES).of(year),
                row -> told.add(row.report() + " " + row.unit() + " " + Arrays.toString(row.wholes())));
        return told;
    }

    @Test
    void keepsSheetsOfAnySize() throws IOException {
        ReportId report = put("一", WATER, 2023);
        List<SheetCell> cells = new ArrayList<>();
        List<Sheet.SheetFinding> findings = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            cells.add(new SheetCell(
                    new Sheet.CellName("t", "r" + i, "c"),
                    CellState.STATED,
                    BigDecimal.valueOf(i),
                    new Span(i, i + 1),
                    0));
            findings.add(new Sheet.SheetFinding(
                    "r", "error", "undecided", "", "很长的说明".repeat(20), null, null, "f" + i, List.of()));
        }
        apply(Map.of(report, new Sheet(cells, List.of(), findings)));
        SheetQuery all = new SheetQuery(Scope.ALL, DEADLINES);
        assertThat(store.sheets()
                        .page(all, SheetStore.Rows.CELLS, 0, 9)
                        .getFirst()
                        .sheet()
                        .cells())
                .isEqualTo(cells);
        assertThat(store.sheets()
                        .page(all, SheetStore.Rows.FINDINGS, 0, 9)
                        .getFirst()
                        .sheet()
                        .findings())
                .isEqualTo(findings);
    }

    @Test
    void unitsAndDecisionsAreInABackup() throws IOException {
        Unit water = unit(WATER, "水务局").ended(LocalDate.of(2030, 1, 1), null);
        store.units().put(List.of(water), ACT);
        ReportId report = put("一", WATER, 2023);
        decide(report, 1, Conclusion.RETURNED);
        Path backup = folder.resolve("backup.zip");
        try (var out = Files.newOutputStream(backup)) {
            store.backup(out);
        }
        try (SqlReportStore other = SqlReportStore.open(folder.resolve("other"), DatabaseSettings.embedded(), clock)) {
            other.restore(backup);
            assertThat(other.units().find(WATER)).contains(water);
            assertThat(other.ledger().reviews(report)).isEqualTo(store.ledger().reviews(report));
            assertThat(other.sheets().sequence()).isZero();
        }
    }

    private List<ReportId> ids(SheetQuery query) {
        List<ReportId> ids = new ArrayList<>();
        for (long after = 0; ; ) {
            List<SheetStore.Page> page = store.sheets().page(query, SheetStore.Rows.FACTS, after, 2);
            page.forEach(found -> ids.add(found.head().report()));
            if (page.size() < 2) {
                return ids;
            }
            after = page.getLast().head().sequence();
        }
    }

    /// Takes in all that happened, with these figures.
    private void apply(Map<ReportId, Sheet> sheets) {
        store.sheets().apply(store.changes(store.sheets().sequence(), 100), sheets);
    }

    private List<State> states() {
        return ledger(null).stream().map(LedgerEntry::state).toList();
    }

    private List<LedgerEntry> ledger(@Nullable State state) {
        Map<ReportId, Sheet> sheets = new HashMap<>();
        store.list(Long.MAX_VALUE, 100, Scope.ALL).forEach(report -> sheets.put(report.id(), sheet(1)));
        apply(sheets);
        return store.ledger().page(query(state), null, 10);
    }

    private static LedgerQuery query(@Nullable State state) {
        return new LedgerQuery(2023, GULOU, Scope.ALL, DEADLINES, state);
    }

    private void decide(ReportId report, int version, Conclusion decision) {
        store.ledger().decide(report, version, decision, List.of(new Review.Note(Review.Target.REPORT, "", "如题")), ACT);
    }

    private static Sheet sheet(int value) {
        return new Sheet(
                List.of(
                        cell("total", CellState.STATED, BigDecimal.valueOf(value), new Span(40, 41), 2),
                        cell("fees", CellState.STATED, new BigDecimal("-12.50"), new Span(10, 16), 1),
                        cell("blank", CellState.BLANK, null, new Span(90, 90), 0),
                        cell("none", CellState.NOT_APPLICABLE, null, new Span(95, 96), 0),
                        cell("absent", CellState.ABSENT, null, null, 0),
                        cell("unreadable", CellState.ILLEGIBLE, null, new Span(300, 304), 130)),
                List.of(new Sheet.SheetFact(
                        "items_published",
                        new BigDecimal("1200000000000000000000"),
                        "条",
                        null,
                        "wechat",
                        "大美梨林",
                        null,
                        "own",
                        "year",
                        2023,
                        "微信平台发布信息 510 条",
                        new Span(5, 19),
                        "overview",
                        0.98)),
                List.of(new Sheet.SheetFinding(
                        "applications.balance",
                        "error",
                        "likely-misreported",
                        "表三",
                        "不平衡",
                        BigDecimal.TEN,
                        null,
                        "abc",
                        List.of(new Span(1, 2), new Span(7, 9)))));
    }

    private static SheetCell cell(
            String row, CellState state, @Nullable BigDecimal value, @Nullable Span span, int page) {
        return new SheetCell(new Sheet.CellName("applications", row, "total"), state, value, span, page);
    }

    private static Unit unit(UnitId id, String name) {
        return new Unit(id, name, UnitKind.DEPARTMENT, UnitLevel.COUNTY, Coverage.OWN, 0, null, null, null, List.of());
    }

    private ReportId put(String content, @Nullable UnitId unit, int year) throws IOException {
        return store.put(upload(content), new Belonging(unit, year), reading(), ACT)
                .report()
                .id();
    }

    private static Reading reading() {
        Summary summary = new Summary(
                "a.txt", "text/plain", "m", "标题", null, "department", null, 2023, "2021", Map.of(Severity.ERROR, 2));
        return new Reading("{}".getBytes(StandardCharsets.UTF_8), "文字", summary, new Engine("e1", "m1"));
    }

    private Upload upload(String content) throws IOException {
        Path file = store.newUpload();
        Files.writeString(file, content);
        return new Upload("a.txt", null, file);
    }
}
