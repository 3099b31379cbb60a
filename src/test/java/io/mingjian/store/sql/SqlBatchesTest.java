package io.mingjian.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.extract.Engine;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.LogEntry;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.store.Summary;
import io.mingjian.store.UnitId;
import io.mingjian.store.Version;
import io.mingjian.store.VersionKind;
import io.mingjian.store.supervision.Batch;
import io.mingjian.store.supervision.Batch.State;
import io.mingjian.store.supervision.BatchFile;
import io.mingjian.store.supervision.BatchFile.Choice;
import io.mingjian.store.supervision.BatchFile.Guess;
import io.mingjian.store.supervision.BatchFile.Seen;
import io.mingjian.store.supervision.BatchStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Files on their way to becoming reports, on every database that they can be kept in.
abstract class SqlBatchesTest {
    private static final Act ACT = new Act("张三", null);
    private static final Act CONFIRMING = new Act("李四", "核对无误");
    private static final UnitId WATER = new UnitId("320100/slj");
    private static final UnitId EDUCATION = new UnitId("320100/jyj");

    @TempDir
    private Path folder;

    private final DatabaseSettings settings;
    private SqlReportStore store;
    private BatchStore batches;

    @SuppressWarnings("NullAway.Init") // opened before each test
    SqlBatchesTest(DatabaseSettings settings) {
        this.settings = settings;
    }

    static class EmbeddedTest extends SqlBatchesTest {
        EmbeddedTest() {
            super(DatabaseSettings.embedded());
        }
    }

    @Tag("slow")
    @ExtendWith(Databases.class)
    static class PostgresTest extends SqlBatchesTest {
        PostgresTest(Databases.Server server) {
            super(server.fresh());
        }
    }

    @BeforeEach
    void open() {
        store = SqlReportStore.open(folder.resolve("store"), settings, Clock.systemUTC());
        batches = store.batches();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsTheFilesAndWhatIsKnownOfThemOverARestart() throws IOException {
        Scope own = new Scope.Units(Set.of(WATER));
        Batch begun = batches.begin("一批", own, List.of(upload("甲"), upload("乙")), ACT);
        assertThat(begun.counts()).containsEntry(State.WAITING, 2).containsEntry(State.READ, 0);
        assertThat(begun.underWay()).isEqualTo(2);
        batches.add(begun.sequence(), List.of(upload("丙")), ACT);
        List<BatchFile> files = batches.underWay(9);
        assertThat(files).extracting(BatchFile::place).containsExactly(1, 2, 3);
        batches.reading(files.get(0));
        read(files.get(1), WATER, 2023);
        batches.fail(files.get(2), State.FAILED, ProblemCode.BROKEN_DOCUMENT, "broken");

        close();
        open();
        Batch after = batches.find(begun.sequence()).orElseThrow();
        assertThat(after.scope()).isEqualTo(own);
        assertThat(after.counts())
                .containsEntry(State.READING, 1)
                .containsEntry(State.READ, 1)
                .containsEntry(State.FAILED, 1);
        // What a crash interrupted waits for us still.
        assertThat(batches.underWay(9)).extracting(BatchFile::state).containsExactly(State.READING);
        BatchFile second = batches.file(begun.sequence(), 2).orElseThrow();
        assertThat(second.seen()).isEqualTo(new Seen("标题", "水利局", 2023, "2021", 1, 2, 3));
        assertThat(second.belonging()).isEqualTo(new Choice(WATER, 2023, false));
        assertThat(second.guesses())
                .containsExactly(new Guess(WATER, "水利局", 0.9, true), new Guess(EDUCATION, "教育局", 0.4, false));
        assertThat(Files.readString(batches.source(second).file())).isEqualTo("乙");
        assertThat(batches.file(begun.sequence(), 3).orElseThrow().flaw())
                .isEqualTo(new BatchFile.Flaw(ProblemCode.BROKEN_DOCUMENT, "broken"));
        assertThat(store.verify().strays()).isZero();
    }

    @Test
    void countsTurnsSoThatAFollowerMissesNothing() throws IOException {
        Batch batch = batches.begin("一批", Scope.ALL, List.of(upload("甲"), upload("乙"), upload("丙")), ACT);
        List<BatchFile> files = batches.after(batch.sequence(), 0, 0, 2);
        assertThat(files).extracting(BatchFile::place).containsExactly(1, 2);
        long turn = files.getLast().turn();
        assertThat(batches.after(batch.sequence(), turn, 2, 9))
                .extracting(BatchFile::place)
                .containsExactly(3);
        read(files.getFirst(), WATER, 2023);
        assertThat(batches.after(batch.sequence(), turn, 3, 9))
                .extracting(BatchFile::place)
                .containsExactly(1);
        assertThat(batches.find(batch.sequence()).orElseThrow().turn()).isEqualTo(turn + 1);
    }

    @Test
    void keepsAConfirmedFileAndTheNoteOfItTogether() throws IOException {
        ReportId earlier = store.put(upload("旧"), new Belonging(EDUCATION, 2023), reading(), ACT)
                .report()
                .id();
        Batch batch = batches.begin("一批", Scope.ALL, List.of(upload("甲"), upload("乙"), upload("丙")), ACT);
        List<BatchFile> files = batches.underWay(9);
        read(files.get(0), WATER, 2023);
        read(files.get(1), EDUCATION, 2023);
        read(files.get(2), WATER, 2023);
        assertThat(batches.file(batch.sequence(), 2).orElseThrow().present()).isEqualTo(earlier);
        assertThat(batches.confirm(batch.sequence(), Set.of(1, 2), CONFIRMING)).isEqualTo(2);
        assertThat(batches.confirm(batch.sequence(), Set.of(1, 2), CONFIRMING)).isZero();

        for (BatchFile file : batches.underWay(9)) {
            assertThat(file.decided()).isEqualTo(CONFIRMING);
            batches.keep(file, reading());
        }
        BatchFile first = batches.file(batch.sequence(), 1).orElseThrow();
        BatchFile second = batches.file(batch.sequence(), 2).orElseThrow();
        assertThat(first.kept()).isEqualTo(new BatchFile.Made(kept(first), 1, null));
        assertThat(second.kept()).isEqualTo(new BatchFile.Made(earlier, 2, 1));
        assertThat(store.versions(earlier).getLast().act()).isEqualTo(CONFIRMING);
        assertThat(store.find(kept(first)).orElseThrow().unit()).isEqualTo(WATER);
        assertThat(batches.report(first.sha256(), Scope.ALL)).contains(kept(first));
        assertThat(batches.report(first.sha256(), new Scope.Units(Set.of(EDUCATION))))
                .isEmpty();
        assertThatThrownBy(() -> batches.discard(batch.sequence(), ACT)).isInstanceOf(MingjianException.class);

        // Sent by somebody else while it was being confirmed: it is a duplicate, and no second version.
        store.put(upload("丙"), new Belonging(WATER, 2023), reading(), ACT);
        batches.confirm(batch.sequence(), Set.of(3), CONFIRMING);
        batches.keep(batches.underWay(9).getFirst(), reading());
        assertThat(batches.file(batch.sequence(), 3).orElseThrow().state()).isEqualTo(State.DUPLICATE);
        assertThat(store.versions(kept(first))).hasSize(2);
    }

    @Test
    void takesABatchBackAndKeepsItsHistory() throws IOException {
        ReportId earlier = store.put(upload("旧"), new Belonging(EDUCATION, 2023), reading(), ACT)
                .report()
                .id();
        UnitId third = new UnitId("320100/wjw");
        Batch batch = batches.begin("一批", Scope.ALL, List.of(upload("甲"), upload("乙"), upload("丙")), ACT);
        List<BatchFile> files = batches.underWay(9);
        read(files.get(0), WATER, 2023);
        read(files.get(1), EDUCATION, 2023);
        read(files.get(2), third, 2023);
        batches.confirm(batch.sequence(), Set.of(1, 2, 3), CONFIRMING);
        batches.underWay(9).forEach(file -> batches.keep(file, reading()));
        ReportId fresh = kept(batches.file(batch.sequence(), 1).orElseThrow());
        ReportId changed = kept(batches.file(batch.sequence(), 3).orElseThrow());
        store.revise(changed, 1, VersionKind.CORRECTION, reading(), ACT);

        Act undoing = new Act("王五", "传错了");
        assertThat(batches.undo(batch.sequence(), Set.of(1, 2, 3), undoing)).isEqualTo(3);
        List<Boolean> done = new ArrayList<>();
        batches.underWay(9).forEach(file -> done.add(batches.revert(file).isPresent()));
        assertThat(done).containsExactly(true, true, false);
        assertThat(store.find(fresh)).isEmpty();
        assertThat(store.versions(earlier))
                .extracting(Version::kind)
                .containsExactly(VersionKind.UPLOAD, VersionKind.UPLOAD, VersionKind.RESTORATION);
        assertThat(store.versions(earlier).getLast().sha256())
                .isEqualTo(store.versions(earlier).getFirst().sha256());
        assertThat(store.versions(earlier).getLast().act()).isEqualTo(undoing);
        // Somebody corrected that one since: what they did is not undone.
        assertThat(store.find(changed).orElseThrow().version()).isEqualTo(2);
        BatchFile left = batches.file(batch.sequence(), 3).orElseThrow();
        assertThat(left.state()).isEqualTo(State.KEPT);
        assertThat(left.flaw()).isNotNull();
        assertThat(store.log(0, 100))
                .extracting(LogEntry::action)
                .contains("batch.begin", "batch.confirm", "batch.undo", "report.remove", "report.restore");
    }

    @Test
    void letsWhatAPersonSaidStand() throws IOException {
        Batch batch = batches.begin("一批", Scope.ALL, List.of(upload("甲")), ACT);
        BatchFile file = batches.underWay(1).getFirst();
        batches.edit(batch.sequence(), List.of(new BatchFile.Edit(1, EDUCATION, 2022, false)), ACT);
        read(file, WATER, 2023);
        assertThat(batches.file(batch.sequence(), 1).orElseThrow().belonging())
                .isEqualTo(new Choice(EDUCATION, 2022, true));
        batches.confirm(batch.sequence(), Set.of(1), ACT);
        assertThatThrownBy(
                        () -> batches.edit(batch.sequence(), List.of(new BatchFile.Edit(1, WATER, 2022, false)), ACT))
                .isInstanceOfSatisfying(
                        MingjianException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT));
    }

    @Test
    void findsTheSameBytesWithinABatchAndRetriesWhatFailed() throws IOException {
        Batch batch = batches.begin("一批", Scope.ALL, List.of(upload("甲"), upload("乙"), upload("甲")), ACT);
        List<BatchFile> files = batches.underWay(9);
        assertThat(batches.twin(files.get(0))).isEmpty();
        assertThat(batches.twin(files.get(2))).contains(1);
        batches.duplicate(files.get(2), null, 1);
        batches.fail(files.get(1), State.FAILED, ProblemCode.PARSER_FAILED, "died");
        assertThat(batches.retry(batch.sequence(), Set.of(1, 2, 3), ACT)).isEqualTo(1);
        assertThat(batches.file(batch.sequence(), 2).orElseThrow().flaw()).isNull();
        batches.discard(batch.sequence(), ACT);
        assertThat(batches.underWay(9)).isEmpty();
        assertThatThrownBy(() -> batches.add(batch.sequence(), List.of(upload("丁")), ACT))
                .isInstanceOf(MingjianException.class);
    }

    @Test
    void comesBackFromABackup() throws IOException {
        Batch batch = batches.begin("一批", new Scope.Units(Set.of(WATER)), List.of(upload("甲")), ACT);
        read(batches.underWay(1).getFirst(), WATER, 2023);
        ByteArrayOutputStream backup = new ByteArrayOutputStream();
        store.backup(backup);
        Path zip = Files.write(folder.resolve("backup.zip"), backup.toByteArray());
        try (SqlReportStore other =
                SqlReportStore.open(folder.resolve("other"), DatabaseSettings.embedded(), Clock.systemUTC())) {
            other.restore(zip);
            assertThat(other.batches().find(batch.sequence())).isEqualTo(batches.find(batch.sequence()));
            assertThat(other.batches().file(batch.sequence(), 1)).isEqualTo(batches.file(batch.sequence(), 1));
        }
    }

    private static ReportId kept(BatchFile file) {
        return Objects.requireNonNull(file.kept()).report();
    }

    private void read(BatchFile file, UnitId unit, int year) {
        batches.read(
                file,
                new Seen("标题", "水利局", year, "2021", 1, 2, 3),
                new Choice(unit, year, false),
                List.of(new Guess(WATER, "水利局", 0.9, true), new Guess(EDUCATION, "教育局", 0.4, false)));
    }

    private Upload upload(String content) throws IOException {
        Path file = store.newUpload();
        Files.writeString(file, content);
        return new Upload(content + ".txt", "text/plain", file);
    }

    private static Reading reading() {
        Summary summary = new Summary("a.txt", "text/plain", "m", null, "水利局", null, null, 2023, null, Map.of());
        return new Reading("{}".getBytes(StandardCharsets.UTF_8), "text", summary, new Engine("e", "m"));
    }
}
