package io.mingjian.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.checks.Severity;
import io.mingjian.extract.Engine;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.Change;
import io.mingjian.store.FailedFile;
import io.mingjian.store.Failure;
import io.mingjian.store.Kept;
import io.mingjian.store.LogEntry;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Scope;
import io.mingjian.store.StoredReport;
import io.mingjian.store.Summary;
import io.mingjian.store.UnitId;
import io.mingjian.store.Verification;
import io.mingjian.store.Version;
import io.mingjian.store.VersionKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a store promises, on every database that it can be kept in.
abstract class SqlReportStoreTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
    private static final Act ACT = new Act("张三", null);
    private static final Engine ENGINE = new Engine("e1", "m1");
    private static final UnitId LILING = new UnitId("410000/410881/liling");
    private static final UnitId DISTRICT = new UnitId("410000/410881");
    private static final Summary SUMMARY = new Summary(
            "年报 2023.txt",
            "text/plain",
            "m",
            "标题 = # :\\ 第一行\n第二行",
            null,
            "township",
            "河南省",
            2023,
            "2021",
            Map.of(Severity.ERROR, 2));

    @TempDir
    private Path folder;

    private final DatabaseSettings settings;

    SqlReportStoreTest(DatabaseSettings settings) {
        this.settings = settings;
    }

    static class EmbeddedTest extends SqlReportStoreTest {
        EmbeddedTest() {
            super(DatabaseSettings.embedded());
        }
    }

    @Tag("slow")
    @ExtendWith(Databases.class)
    static class PostgresTest extends SqlReportStoreTest {
        PostgresTest(Databases.Server server) {
            super(server.fresh());
        }
    }

    @Test
    void givesBackWhatItKeepsAfterARestart() throws IOException {
        Kept kept;
        try (ReportStore store = open()) {
            kept = put(store, "原文");
            assertThat(kept.duplicate()).isFalse();
        }
        try (ReportStore store = open()) {
            ReportId id = kept.report().id();
            assertThat(store.find(id)).contains(kept.report());
            assertThat(kept.report().summary()).isEqualTo(SUMMARY);
            assertThat(kept.report().receivedAt()).isEqualTo(CLOCK.instant());
            assertThat(store.extraction(id, 1).orElseThrow()).isEqualTo(bytes("{\"原文\"}"));
            assertThat(store.text(id, 1)).contains("文字 原文");
            assertThat(store.source(id, 1).orElseThrow().file()).hasBinaryContent(bytes("原文"));
            assertThat(store.source(id, 1)).map(Upload::declaredType).contains("text/plain;charset=UTF-8");
            assertThat(store.correction(id, 1)).isEmpty();
            assertThat(store.extraction(id, 2)).isEmpty();
            assertThat(store.list(Long.MAX_VALUE, 10, Scope.ALL)).containsExactly(kept.report());
        }
    }

    @Test
    void keepsContentOfAnySize() throws IOException {
        byte[] large = new byte[3 << 20];
        new Random(7).nextBytes(large);
        try (ReportStore store = open()) {
            Reading reading = new Reading(large, "", SUMMARY, ENGINE);
            ReportId id = store.put(upload("大"), Belonging.UNSTATED, reading, ACT)
                    .report()
                    .id();
            assertThat(store.extraction(id, 1).orElseThrow()).isEqualTo(large);
            assertThat(store.text(id, 1)).contains("");
        }
    }

    @Test
    void knowsTheSameBytesAgain() throws IOException {
        try (ReportStore store = open()) {
            Kept first = put(store, "原文");
            assertThat(store.findContent(upload("原文").file(), Belonging.UNSTATED))
                    .contains(first.report());
            assertThat(put(store, "原文")).isEqualTo(new Kept(first.report(), true));
            assertThat(store.count(Scope.ALL)).isEqualTo(1);
            assertThat(store.sequence()).isEqualTo(1);
        }
    }

    @Test
    void keepsOneOfTheSameBytesSentAtTheSameTime() throws Exception {
        try (ReportStore store = open();
                ExecutorService senders = Executors.newFixedThreadPool(8)) {
            Callable<Kept> sending = () -> put(store, "同时");
            List<Future<Kept>> sent = senders.invokeAll(Collections.nCopies(16, sending));
            int fresh = 0;
            for (Future<Kept> kept : sent) {
                fresh += kept.get().duplicate() ? 0 : 1;
            }
            assertThat(fresh).isEqualTo(1);
            assertThat(store.changes(0, 20)).hasSize(1);
        }
    }

    @Test
    void numbersWhatIsSentAtTheSameTimeWithoutAGap() throws Exception {
        try (ReportStore store = open();
                ExecutorService senders = Executors.newFixedThreadPool(8)) {
            List<Callable<Kept>> sending = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String content = "第" + i;
                sending.add(() -> put(store, content));
            }
            senders.invokeAll(sending);
            assertThat(store.changes(0, 100))
                    .extracting(Change::sequence)
                    .hasSize(24)
                    .isSorted();
            assertThat(store.sequence()).isEqualTo(24);
        }
    }

    @Test
    void removesWithoutLosingAnything() throws IOException {
        ReportId first;
        ReportId second;
        try (ReportStore store = open()) {
            first = put(store, "一").report().id();
            second = put(store, "二").report().id();
            assertThat(store.remove(second, ACT)).isPresent();
            assertThat(store.remove(second, ACT)).isEmpty();
            assertThat(store.find(second)).isEmpty();
            assertThat(store.versions(second)).isEmpty();
            assertThat(store.extraction(second, 1)).isEmpty();
            assertThat(store.changes(0, 10))
                    .containsExactly(new Change.Added(1, first, 1), new Change.Removed(3, second));
        }
        try (ReportStore store = open()) {
            Kept again = put(store, "二");
            assertThat(again.duplicate()).isFalse();
            assertThat(again.report().sequence()).isGreaterThan(3);
            assertThat(store.versions(second)).extracting(Version::number).containsExactly(1, 2);
            assertThat(store.list(again.report().sequence(), 10, Scope.ALL))
                    .extracting(StoredReport::id)
                    .containsExactly(first);
        }
    }

    @Test
    void makesTheSecondFileOfAUnitAndYearItsNextVersion() throws IOException {
        try (ReportStore store = open()) {
            ReportId id = put(store, "初稿", LILING).report().id();
            ReportId other = put(store, "别的").report().id();
            Kept next = put(store, "定稿", LILING);
            assertThat(next.report().id()).isEqualTo(id);
            assertThat(next.report().version()).isEqualTo(2);
            assertThat(store.text(id, 1)).contains("文字 初稿");
            assertThat(store.text(id, 2)).contains("文字 定稿");
            assertThat(store.source(id, 1).orElseThrow().file()).hasContent("初稿");
            // It keeps its place in the list, and is taken in anew by what is derived from the store.
            assertThat(store.list(Long.MAX_VALUE, 10, Scope.ALL))
                    .extracting(StoredReport::id)
                    .containsExactly(other, id);
            assertThat(store.changes(2, 10)).containsExactly(new Change.Added(3, id, 3));
        }
    }

    @Test
    void neverMakesAnOlderUploadCurrentBecauseItIsSentAgain() throws IOException {
        try (ReportStore store = open()) {
            put(store, "初稿", LILING);
            Kept current = put(store, "定稿", LILING);
            assertThat(put(store, "初稿", LILING)).isEqualTo(new Kept(current.report(), true));
        }
    }

    @Test
    void keepsTheSameBytesOfTwoUnitsApart() throws IOException {
        UnitId other = new UnitId("420000/gulou");
        try (ReportStore store = open()) {
            Kept one = put(store, "同文", LILING);
            Kept two = put(store, "同文", other);
            assertThat(two.duplicate()).isFalse();
            assertThat(two.report().id()).isNotEqualTo(one.report().id());
            assertThat(store.find(two.report().id())).map(StoredReport::unit).contains(other);
        }
    }

    @Test
    void showsAScopeNothingElse() throws IOException {
        try (ReportStore store = open()) {
            ReportId own = put(store, "甲", LILING).report().id();
            put(store, "乙", new UnitId("410000/4108810"));
            put(store, "丙");
            assertThat(store.list(Long.MAX_VALUE, 10, new Scope.Units(Set.of(DISTRICT))))
                    .extracting(StoredReport::id)
                    .containsExactly(own);
            assertThat(store.count(new Scope.Units(Set.of(DISTRICT)))).isEqualTo(1);
            assertThat(store.count(new Scope.Units(Set.of()))).isZero();
            assertThat(store.count(Scope.ALL)).isEqualTo(3);
        }
    }

    @Test
    void addsVersionsAndRestoresThem() throws IOException {
        try (ReportStore store = open()) {
            ReportId id = put(store, "原文").report().id();
            Reading corrected = new Reading(
                    bytes("{2}"),
                    "文字 原文",
                    SUMMARY,
                    new Engine("e2", "m1"),
                    new Reading.Correction(bytes("{1}"), bytes("[]")),
                    List.of());
            Act why = new Act("李四", "合计有误");
            assertThat(store.revise(id, 1, VersionKind.CORRECTION, corrected, why)
                            .version())
                    .isEqualTo(2);
            assertThat(store.repeat(id, 1, VersionKind.RESTORATION, ACT).version())
                    .isEqualTo(3);
            assertThat(store.extraction(id, 3).orElseThrow()).isEqualTo(bytes("{\"原文\"}"));
            assertThat(store.correction(id, 2).orElseThrow().machine()).isEqualTo(bytes("{1}"));
            assertThat(store.correction(id, 3)).isEmpty();
            List<Version> versions = store.versions(id);
            assertThat(versions)
                    .extracting(Version::kind)
                    .containsExactly(VersionKind.UPLOAD, VersionKind.CORRECTION, VersionKind.RESTORATION);
            assertThat(versions).extracting(Version::parent).containsExactly(null, 1, 1);
            assertThat(versions.get(1).act()).isEqualTo(why);
            assertThat(versions.get(1).corrected()).isTrue();
            assertThat(versions.get(1).engine()).isEqualTo(new Engine("e2", "m1"));
        }
    }

    @Test
    void refusesAVersionOfWhatIsNoLongerCurrent() throws IOException {
        try (ReportStore store = open()) {
            ReportId id = put(store, "原文").report().id();
            Reading reading = new Reading(bytes("{}"), "", SUMMARY, ENGINE);
            store.revise(id, 1, VersionKind.RE_EXTRACTION, reading, ACT);
            assertThatThrownBy(() -> store.revise(id, 1, VersionKind.CORRECTION, reading, ACT))
                    .isInstanceOf(MingjianException.class)
                    .extracting(e -> ((MingjianException) e).code())
                    .isEqualTo(ProblemCode.CONFLICT);
            assertThatThrownBy(() -> store.repeat(id, 9, VersionKind.RESTORATION, ACT))
                    .isInstanceOf(MingjianException.class)
                    .extracting(e -> ((MingjianException) e).code())
                    .isEqualTo(ProblemCode.NOT_FOUND);
            assertThat(store.versions(id)).hasSize(2);
            assertThat(store.sequence()).isEqualTo(2);
        }
    }

    @Test
    void givesAReportToAUnitThatHasNoneOfThatYear() throws IOException {
        try (ReportStore store = open()) {
            ReportId one = put(store, "甲").report().id();
            ReportId two = put(store, "乙").report().id();
            assertThat(store.assign(one, new Belonging(LILING, null), ACT).unit())
                    .isEqualTo(LILING);
            assertThatThrownBy(() -> store.assign(two, new Belonging(LILING, 2023), ACT))
                    .hasMessageContaining("has a report of that year");
            assertThat(store.assign(two, new Belonging(LILING, 2022), ACT).unit())
                    .isEqualTo(LILING);
        }
    }

    @Test
    void keepsFilesThatCouldNotBeReadApart() throws IOException {
        try (ReportStore store = open()) {
            FailedFile file = new FailedFile(new Belonging(LILING, null), ProblemCode.NO_TEXT_LAYER, "x".repeat(3000));
            Failure kept = store.putFailure(upload("图"), file, ACT);
            assertThat(store.failures(Long.MAX_VALUE, 10, Scope.ALL)).containsExactly(kept);
            assertThat(store.failures(Long.MAX_VALUE, 10, new Scope.Units(Set.of())))
                    .isEmpty();
            assertThat(store.count(Scope.ALL)).isZero();
            assertThat(store.changes(0, 10)).isEmpty();
            assertThat(store.changesAfter(0)).isZero();
        }
    }

    @Test
    void writesDownWhoDidWhatAndWhy() throws IOException {
        try (ReportStore store = open()) {
            ReportId id = put(store, "原文", LILING).report().id();
            store.remove(id, new Act("李四", "重复"));
            assertThat(store.log(0, 10))
                    .containsExactly(
                            new LogEntry(1, CLOCK.instant(), ACT, "report.upload", id.value(), LILING, 1),
                            new LogEntry(
                                    2,
                                    CLOCK.instant(),
                                    new Act("李四", "重复"),
                                    "report.remove",
                                    id.value(),
                                    LILING,
                                    null));
        }
    }

    @Test
    void noticesDamageAndMendsItWhenTheBytesComeAgain() throws IOException {
        try (ReportStore store = open()) {
            ReportId id = put(store, "原文").report().id();
            put(store, "好");
            assertThat(store.verify()).isEqualTo(new Verification(2, 4, List.of(), 0));
            Path original = store.source(id, 1).orElseThrow().file();
            Files.writeString(original, "坏");
            Files.writeString(folder.resolve("originals/stray"), "");
            Verification found = store.verify();
            assertThat(found.damaged()).containsExactly(String.valueOf(original.getFileName()));
            assertThat(found.strays()).isEqualTo(1);
            put(store, "原文");
            assertThat(store.verify().damaged()).isEmpty();
        }
    }

    @Test
    void sweepsAwayWhatWasNeverFinished() throws IOException {
        try (ReportStore store = open()) {
            put(store, "一");
        }
        Files.writeString(folder.resolve("incoming/upload7"), "half");
        try (ReportStore store = open()) {
            assertThat(store.count(Scope.ALL)).isEqualTo(1);
            assertThat(folder.resolve("incoming")).isEmptyDirectory();
        }
    }

    @Test
    void refusesAFolderThatIsInUse() {
        try (ReportStore store = open()) {
            assertThat(store.count(Scope.ALL)).isZero();
            assertThatThrownBy(this::open)
                    .isInstanceOf(MingjianException.class)
                    .hasMessageContaining("another process is using");
        }
        open().close();
    }

    @Test
    void refusesTheFolderOfAnEarlierProgramAndSaysWhatToDo() throws IOException {
        Files.createDirectories(folder.resolve("reports/4f"));
        assertThatThrownBy(this::open)
                .isInstanceOf(MingjianException.class)
                .hasMessageContaining("mingjian import --from=");
    }

    @Test
    void refusesAFolderThatBelongsToAnotherDatabase() throws IOException {
        open().close();
        Files.writeString(folder.resolve("store"), "another");
        assertThatThrownBy(this::open)
                .isInstanceOf(MingjianException.class)
                .hasMessageContaining("belongs to another database");
    }

    private SqlReportStore open() {
        return SqlReportStore.open(folder, settings, CLOCK);
    }

    private Kept put(ReportStore store, String content) throws IOException {
        return store.put(upload(content), Belonging.UNSTATED, reading(content), ACT);
    }

    private Kept put(ReportStore store, String content, UnitId unit) throws IOException {
        return store.put(upload(content), new Belonging(unit, null), reading(content), ACT);
    }

    private static Reading reading(String content) {
        return new Reading(bytes("{\"" + content + "\"}"), "文字 " + content, SUMMARY, ENGINE);
    }

    private static Upload upload(String content) throws IOException {
        Path file = Files.createTempFile("upload", "");
        file.toFile().deleteOnExit();
        return new Upload(SUMMARY.name(), "text/plain;charset=UTF-8", Files.writeString(file, content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
