package io.mingjian.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.extract.Engine;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Scope;
import io.mingjian.store.Summary;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A database that goes away and comes back, and a folder that another process uses.
@Tag("slow")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    private Path folder;

    @Test
    void goesOnByItselfWhenTheDatabaseComesBack() throws Exception {
        int port = freePort();
        EmbeddedPostgres postgres = postgres(port);
        DatabaseSettings settings =
                new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", 3, PATIENCE);
        try (ReportStore store = SqlReportStore.open(folder.resolve("data"), settings, Clock.systemUTC())) {
            ReportId before = put(store, "之前");
            postgres.close();
            Instant asked = Instant.now();
            assertThatThrownBy(() -> put(store, "其间"))
                    .isInstanceOfSatisfying(
                            MingjianException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.STORAGE_FAILED))
                    .hasMessageContaining("database");
            assertThat(Duration.between(asked, Instant.now())).isLessThan(PATIENCE.multipliedBy(5));
            postgres = postgres(port);
            ReportId after = put(store, "之后");
            assertThat(store.text(before, 1)).contains("之前");
            assertThat(store.text(after, 1)).contains("之后");
            assertThat(store.count(Scope.ALL)).isEqualTo(2);
            assertThat(store.verify().damaged()).isEmpty();
        } finally {
            postgres.close();
        }
    }

    @Test
    void saysWhichDatabaseCannotBeReachedAtTheStart() throws IOException {
        DatabaseSettings settings = new DatabaseSettings(
                "jdbc:postgresql://127.0.0.1:" + freePort() + "/none", "postgres", "secret", 3, PATIENCE);
        assertThatThrownBy(() -> SqlReportStore.open(folder.resolve("data"), settings, Clock.systemUTC()))
                .isInstanceOf(MingjianException.class)
                .hasMessageContaining("cannot open the database")
                .hasMessageNotContaining("secret");
        // The folder is free again.
        SqlReportStore.open(folder.resolve("data"), DatabaseSettings.embedded(), Clock.systemUTC())
                .close();
    }

    @Test
    void refusesAFolderThatAnotherProcessUsesUntilThatIsGone() throws Exception {
        Path data = folder.resolve("data");
        Process process = new ProcessBuilder(
                        JAVA.toString(),
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingProcess.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).startsWith("kept");
            assertThatThrownBy(() -> SqlReportStore.open(data, DatabaseSettings.embedded(), Clock.systemUTC()))
                    .isInstanceOf(MingjianException.class)
                    .hasMessageContaining("another process is using the data directory");
            assertThat(output.readLine()).startsWith("kept");
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (ReportStore store = SqlReportStore.open(data, DatabaseSettings.embedded(), Clock.systemUTC())) {
            assertThat(store.count(Scope.ALL)).isPositive();
        }
    }

    private EmbeddedPostgres postgres(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private ReportId put(ReportStore store, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("upload"), content);
        Summary summary = new Summary("a.txt", "text/plain", "m", null, null, null, null, null, null, Map.of());
        Reading reading = new Reading(content.getBytes(StandardCharsets.UTF_8), content, summary, new Engine("e", "m"));
        return store.put(new Upload("a.txt", null, file), Belonging.UNSTATED, reading, new Act("张三", null))
                .report()
                .id();
    }
}
