package io.mingjian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.checks.Severity;
import io.mingjian.problem.MingjianException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReportStoreTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
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
            assertThat(store.extraction(id).orElseThrow()).isEqualTo(bytes("{\"原文\"}"));
            assertThat(store.text(id)).contains("文字 原文");
            assertThat(store.source(id).orElseThrow()).hasBinaryContent(bytes("原文"));
            assertThat(store.list(Long.MAX_VALUE, 10)).containsExactly(kept.report());
        }
    }

    @Test
    void knowsTheSameBytesAgain() throws IOException {
        try (ReportStore store = open()) {
            Kept first = put(store, "原文");
            assertThat(store.findContent(upload("原文"))).contains(first.report());
            assertThat(put(store, "原文")).isEqualTo(new Kept(first.report(), true));
            assertThat(store.count()).isEqualTo(1);
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
            assertThat(store.changes(0, 10)).hasSize(1);
        }
    }

    @Test
    void numbersChangesOnceForAll() throws IOException {
        ReportId first;
        ReportId second;
        try (ReportStore store = open()) {
            first = put(store, "一").report().id();
            second = put(store, "二").report().id();
            assertThat(store.remove(second)).isPresent();
            assertThat(store.remove(second)).isEmpty();
            assertThat(store.changes(0, 10)).containsExactly(new Change.Added(1, first), new Change.Removed(3, second));
        }
        try (ReportStore store = open()) {
            assertThat(store.sequence()).isEqualTo(3);
            assertThat(store.changes(1, 10)).containsExactly(new Change.Removed(3, second));
            assertThat(put(store, "二").report().sequence()).isEqualTo(4);
            assertThat(store.changes(3, 10)).containsExactly(new Change.Added(4, second));
        }
        try (ReportStore store = open()) {
            assertThat(store.find(second)).isPresent();
            assertThat(store.list(4, 10)).extracting(StoredReport::id).containsExactly(first);
        }
    }

    @Test
    void sweepsAwayWhatWasNeverFinished() throws IOException {
        try (ReportStore store = open()) {
            put(store, "一");
        }
        Path unfinished = Files.createDirectories(folder.resolve("incoming/report7/deep"));
        Files.writeString(unfinished.resolve("source"), "half");
        try (ReportStore store = open()) {
            assertThat(store.count()).isEqualTo(1);
            assertThat(folder.resolve("incoming")).isEmptyDirectory();
        }
    }

    @Test
    void finishesARemovalThatWasCutShort() throws IOException {
        ReportId id;
        try (ReportStore store = open()) {
            id = put(store, "一").report().id();
        }
        Files.writeString(Files.createDirectories(folder.resolve("removed")).resolve("2"), id.value());
        try (ReportStore store = open()) {
            assertThat(store.find(id)).isEmpty();
            assertThat(store.changes(0, 10)).containsExactly(new Change.Removed(2, id));
        }
    }

    @Test
    void leavesOutADamagedReportAndTakesItAnew() throws IOException {
        Path damaged;
        try (ReportStore store = open()) {
            damaged = store.source(put(store, "坏").report().id()).orElseThrow();
            put(store, "好");
        }
        Files.delete(damaged);
        try (ReportStore store = open()) {
            assertThat(store.count()).isEqualTo(1);
            assertThat(put(store, "坏").duplicate()).isFalse();
            assertThat(store.count()).isEqualTo(2);
        }
    }

    @Test
    void refusesAFolderThatIsInUse() {
        try (ReportStore store = open()) {
            assertThat(store.count()).isZero();
            assertThatThrownBy(this::open)
                    .isInstanceOf(MingjianException.class)
                    .hasMessageContaining("another process is using");
        }
        open().close();
    }

    private FileReportStore open() {
        return FileReportStore.open(folder, CLOCK);
    }

    private Kept put(ReportStore store, String content) throws IOException {
        return store.put(upload(content), bytes("{\"" + content + "\"}"), "文字 " + content, SUMMARY);
    }

    private static Path upload(String content) throws IOException {
        Path file = Files.createTempFile("upload", "");
        file.toFile().deleteOnExit();
        return Files.writeString(file, content);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
