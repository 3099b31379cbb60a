package io.mingjian.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.SmallDisk;
import io.mingjian.extract.Engine;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full, and one that cannot be written to. The disk is a small one in memory, which takes the
/// rights to mount it; without them there is nothing to test here.
@Tag("slow")
@ExtendWith(Databases.class)
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FailingDiskTest {
    private static final Act ACT = new Act("张三", null);
    private static final Summary SUMMARY =
            new Summary("a.txt", "text/plain", "m", null, null, null, null, null, null, Map.of());
    private static final int BALLAST = 4 << 20;

    @TempDir
    private Path folder;

    private @Nullable SmallDisk mounted;
    private Path disk;
    private final Random random = new Random(11);
    private final Map<ReportId, String> acknowledged = new LinkedHashMap<>();

    @BeforeEach
    void mount() throws Exception {
        mounted = SmallDisk.mount(folder, 12);
        disk = mounted.path();
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted != null) {
            mounted.close();
        }
    }

    @Test
    void aFullDiskLosesNothingInTheEmbeddedDatabase() throws IOException {
        fillAndFree(DatabaseSettings.embedded());
    }

    @Test
    void aFullDiskLosesNothingBesideAPostgres(Databases.Server server) throws IOException {
        fillAndFree(server.fresh());
    }

    @Test
    void aDiskThatBecomesReadOnlyLosesNothingInTheEmbeddedDatabase() throws Exception {
        lockAndUnlock(DatabaseSettings.embedded());
    }

    @Test
    void aDiskThatBecomesReadOnlyLosesNothingBesideAPostgres(Databases.Server server) throws Exception {
        lockAndUnlock(server.fresh());
    }

    @Test
    void saysSoWhereTheFolderCannotBeWrittenToAtTheStart() throws Exception {
        assertThat(SmallDisk.run("mount", "-o", "remount,ro", disk.toString())).isTrue();
        assertThatThrownBy(() -> open(DatabaseSettings.embedded()))
                .isInstanceOf(MingjianException.class)
                .hasMessageContaining("cannot use the data directory");
    }

    private void fillAndFree(DatabaseSettings settings) throws IOException {
        Path ballast = Files.write(disk.resolve("ballast"), new byte[BALLAST]);
        try (ReportStore store = open(settings)) {
            int refused = 0;
            for (int i = 0; i < 2000 && refused < 3; i++) {
                refused += put(store) ? 0 : 1;
            }
            assertThat(refused).isEqualTo(3);
            assertThat(acknowledged).hasSizeGreaterThan(10);
            Files.delete(ballast);
            assertThat(put(store)).as("goes on by itself").isTrue();
            look(store);
        }
        try (ReportStore store = open(settings)) {
            look(store);
        }
    }

    private void lockAndUnlock(DatabaseSettings settings) throws Exception {
        try (ReportStore store = open(settings)) {
            assertThat(put(store)).isTrue();
            String data = disk.resolve("data").toString();
            assertThat(SmallDisk.run("mount", "--bind", data, data)).isTrue();
            assertThat(SmallDisk.run("mount", "-o", "remount,bind,ro", data)).isTrue();
            assertThat(put(store)).isFalse();
            look(store);
            assertThat(SmallDisk.run("umount", data)).isTrue();
            assertThat(put(store)).isTrue();
            look(store);
        }
        try (ReportStore store = open(settings)) {
            look(store);
        }
    }

    private ReportStore open(DatabaseSettings settings) {
        return SqlReportStore.open(disk.resolve("data"), settings, Clock.systemUTC());
    }

    /// @return whether it was acknowledged
    private boolean put(ReportStore store) throws IOException {
        byte[] noise = new byte[20_000];
        random.nextBytes(noise);
        String content = new String(noise, StandardCharsets.ISO_8859_1);
        Path file = Files.writeString(folder.resolve("upload"), content);
        Reading reading = new Reading(content.getBytes(StandardCharsets.UTF_8), content, SUMMARY, new Engine("e", "m"));
        try {
            ReportId id = store.put(new Upload("a.txt", null, file), Belonging.UNSTATED, reading, ACT)
                    .report()
                    .id();
            acknowledged.put(id, content);
            return true;
        } catch (MingjianException e) {
            assertThat(e.code()).isEqualTo(ProblemCode.STORAGE_FAILED);
            return false;
        }
    }

    private void look(ReportStore store) {
        acknowledged.forEach(
                (id, content) -> assertThat(store.text(id, 1)).as("%s", id).contains(content));
        assertThat(store.verify().damaged()).isEmpty();
        assertThat(store.changes(0, Integer.MAX_VALUE)).hasSizeGreaterThanOrEqualTo(acknowledged.size());
    }
}
