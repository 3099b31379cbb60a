package io.mingjian.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.extract.Engine;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.FailedFile;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Scope;
import io.mingjian.store.StoredReport;
import io.mingjian.store.Summary;
import io.mingjian.store.UnitId;
import io.mingjian.store.VersionKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A backup of one database restored into another.
class BackupTest {
    private static final Act ACT = new Act("张三", "制表\t换行\n反斜\\线 \\N");
    private static final Summary SUMMARY =
            new Summary("年报.txt", "text/plain", "m", "\\t", null, null, null, 2023, null, Map.of());

    @TempDir
    private Path folder;

    @Test
    void restoresAllOfAnEmbeddedStore() throws IOException {
        restoresAll(DatabaseSettings.embedded(), DatabaseSettings.embedded());
    }

    @Tag("slow")
    @ExtendWith(Databases.class)
    @Test
    void movesFromTheEmbeddedDatabaseToPostgresAndBack(Databases.Server server) throws IOException {
        restoresAll(DatabaseSettings.embedded(), server.fresh());
        restoresAll(server.fresh(), DatabaseSettings.embedded());
    }

    @Test
    void refusesToRestoreIntoAStoreThatIsNotEmpty() throws IOException {
        Path backup = folder.resolve("backup.zip");
        try (ReportStore store = open("filled", DatabaseSettings.embedded())) {
            fill(store);
            backUp(store, backup);
            assertThatThrownBy(() -> store.restore(backup)).hasMessageContaining("only an empty store");
        }
    }

    @Test
    void refusesWhatIsNoBackupAndChangesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no zip");
        try (ReportStore store = open("empty", DatabaseSettings.embedded())) {
            assertThatThrownBy(() -> store.restore(file))
                    .isInstanceOf(MingjianException.class)
                    .hasMessageContaining("not a backup");
            assertThat(store.sequence()).isZero();
        }
        open("empty", DatabaseSettings.embedded()).close();
    }

    @Test
    void leavesNoTableOut() {
        try (Database database =
                Database.open(DatabaseSettings.embedded(), folder.resolve("tables"), Clock.systemUTC())) {
            List<String> tables = database.read(connection -> Sql.list(
                    connection,
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'",
                    row -> row.getString(1)));
            assertThat(tables)
                    .filteredOn(table -> !table.startsWith("flyway") && !Backup.LEFT_OUT.contains(table))
                    .containsExactlyInAnyOrderElementsOf(Backup.TABLES);
        }
    }

    private void restoresAll(DatabaseSettings from, DatabaseSettings to) throws IOException {
        Path backup = folder.resolve("backup.zip");
        String name = from + " to " + to;
        ReportId id;
        List<?> before;
        try (ReportStore store = open("from " + name.hashCode(), from)) {
            id = fill(store);
            backUp(store, backup);
            before = all(store, id);
        }
        try (ReportStore store = open("to " + name.hashCode(), to)) {
            store.restore(backup);
            assertThat(store.verify().damaged()).isEmpty();
            assertThat(all(store, id)).isEqualTo(before);
        }
        try (ReportStore store = open("to " + name.hashCode(), to)) {
            assertThat(all(store, id)).isEqualTo(before);
            assertThat(store.find(id)).map(StoredReport::version).contains(2);
        }
    }

    private static List<?> all(ReportStore store, ReportId id) {
        return List.of(
                store.list(Long.MAX_VALUE, 10, Scope.ALL),
                store.versions(id),
                store.failures(Long.MAX_VALUE, 10, Scope.ALL),
                store.log(0, 10),
                store.changes(0, 10),
                store.text(id, 2).orElseThrow(),
                store.sequence());
    }

    private ReportId fill(ReportStore store) throws IOException {
        ReportId id = store.put(upload("甲"), new Belonging(new UnitId("410000/a"), null), reading("一"), ACT)
                .report()
                .id();
        store.revise(id, 1, VersionKind.CORRECTION, reading("二"), ACT);
        ReportId gone = store.put(upload("乙"), Belonging.UNSTATED, reading("三"), ACT)
                .report()
                .id();
        store.remove(gone, ACT);
        store.putFailure(upload("丙"), new FailedFile(Belonging.UNSTATED, ProblemCode.NO_TEXT_LAYER, "no text"), ACT);
        return id;
    }

    private static void backUp(ReportStore store, Path backup) throws IOException {
        try (OutputStream out = Files.newOutputStream(backup)) {
            store.backup(out);
        }
    }

    private ReportStore open(String name, DatabaseSettings settings) {
        return SqlReportStore.open(folder.resolve(name), settings, Clock.systemUTC());
    }

    private static Reading reading(String content) {
        return new Reading(content.getBytes(StandardCharsets.UTF_8), "文字 " + content, SUMMARY, new Engine("e", "m"));
    }

    private Upload upload(String content) throws IOException {
        return new Upload("年报.txt", null, Files.writeString(folder.resolve(content), content));
    }
}
