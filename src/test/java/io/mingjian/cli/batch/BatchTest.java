package io.mingjian.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.Cores;
import io.mingjian.ingest.Fixtures;
import io.mingjian.ingest.Limits;
import io.mingjian.ingest.Upload;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final StringWriter said = new StringWriter();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path in;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path out;

    @BeforeEach
    void folders() throws IOException {
        in = Files.createDirectories(folder.resolve("in"));
        out = folder.resolve("out.ndjson");
    }

    private static byte[] extract(Upload upload) {
        return Cores.PARTS.writer().write(Cores.EXTRACTOR.extract(upload), false);
    }

    private void write(int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            Path part = Files.createDirectories(in.resolve("第" + i % 3 + "批"));
            Files.writeString(part.resolve("镇" + i + ".txt"), "云溪镇2023年政府信息公开工作年度报告\n一、总体情况\n公开信息" + i + "条。\n");
        }
    }

    private Batch.Plan plan(Path results, int workers) {
        return new Batch.Plan(
                in, results, folder.resolve(results.getFileName() + ".failed"), "打不开", workers, Limits.DEFAULTS);
    }

    private static String words(int count, int failed, int all, @Nullable Duration left) {
        return count + "/" + all + (failed == 0 ? "" : " !" + failed);
    }

    @Test
    void theTimeLeftIsToldFromThePaceOfTheLastSeconds() {
        Progress.Pace pace = new Progress.Pace();
        long second = Duration.ofSeconds(1).toNanos();
        assertThat(pace.left(0, 100, 1000)).isNull();
        assertThat(pace.left(second, 500, 1000)).isNull();
        for (int i = 2; i < 40; i++) {
            pace.left(i * second, 500 + 10 * i, 1000);
        }
        assertThat(pace.left(40 * second, 900, 1000)).isEqualTo(Duration.ofSeconds(10));
        assertThat(pace.left(41 * second, 1000, 1000)).isNull();
    }

    private Batch.Tally run(Path results, int workers) throws IOException {
        Progress lines = new Progress.Lines(new PrintWriter(said), 10, BatchTest::words);
        return new Batch(plan(results, workers), BatchTest::extract, lines).run();
    }

    @Test
    void writesTheSameBytesWithOneWorkerAsWithSeveral() throws IOException {
        write(0, 40);
        assertThat(run(out, 1)).isEqualTo(new Batch.Tally(40, 0, 0));
        Path other = folder.resolve("other.ndjson");
        assertThat(run(other, 4)).isEqualTo(new Batch.Tally(40, 0, 0));
        assertThat(Files.readString(other)).isEqualTo(Files.readString(out));
        assertThat(Files.readAllLines(out)).hasSize(40).isSorted();
        assertThat(said.toString().lines().limit(4)).containsExactly("10/40", "20/40", "30/40", "40/40");
    }

    @Test
    void goesOnWhereItStoppedAndMendsTheLineThatWasBeingWritten() throws IOException {
        write(0, 12);
        run(out, 2);
        byte[] whole = Files.readAllBytes(out);
        for (int cut : new int[] {0, 3, 200, whole.length / 2, whole.length - 1, whole.length}) {
            try (FileChannel file = FileChannel.open(out, StandardOpenOption.WRITE)) {
                file.truncate(cut);
            }
            Batch.Tally tally = run(out, 2);
            assertThat(tally.extracted() + tally.kept()).isEqualTo(12);
            assertThat(Files.readAllBytes(out)).as("cut at " + cut).isEqualTo(whole);
        }
    }

    @Test
    void readsAFileThatChangedAgain() throws IOException {
        write(0, 3);
        run(out, 2);
        Files.writeString(in.resolve("第1批/镇1.txt"), "云溪镇2023年政府信息公开工作年度报告\n一、总体情况\n公开信息99条。\n");
        assertThat(run(out, 2)).isEqualTo(new Batch.Tally(1, 2, 0));
        assertThat(Files.readAllLines(out)).hasSize(4);
    }

    @Test
    void aWorkerThatFailsByAMistakeOfOursKeepsNobodyBack() throws IOException {
        write(0, 5);
        Batch.FileExtraction broken = upload -> {
            if (upload.name().equals("镇3.txt")) {
                throw new IllegalStateException("a mistake");
            }
            return extract(upload);
        };
        Progress bar = new Progress.Bar(new PrintWriter(said), BatchTest::words);
        assertThat(new Batch(plan(out, 2), broken, bar).run()).isEqualTo(new Batch.Tally(4, 0, 1));
        assertThat(Files.readString(folder.resolve("out.ndjson.failed")))
                .contains("\"code\":\"internal-error\",\"title\":\"程序出现意外错误");
        assertThat(said.toString()).contains("\r[##############################] 5/5 !1\u001B[K\n");
    }

    @Test
    void whatIsNotOursOrInUseStaysAsItIs() throws IOException {
        write(0, 1);
        for (String content : List.of("{\"facts\":[]}\n", "年报", "{\"path\":\"a\"}\n", "\n")) {
            Files.writeString(out, content);
            assertThatThrownBy(() -> run(out, 1))
                    .isInstanceOfSatisfying(
                            ForeignFile.class, e -> assertThat(e.why()).isEqualTo(ForeignFile.Why.OTHER_CONTENT));
            assertThat(Files.readString(out)).isEqualTo(content);
        }
        Files.delete(out);
        try (ResultFile held = ResultFile.open(out)) {
            assertThat(held.isEmpty()).isTrue();
            assertThatThrownBy(() -> run(out, 1))
                    .isInstanceOfSatisfying(
                            ForeignFile.class, e -> assertThat(e.why()).isEqualTo(ForeignFile.Why.IN_USE));
        }
    }

    @Test
    void filesAndFoldersThatMayNotBeReadAreListed() throws IOException {
        write(0, 3);
        Files.setPosixFilePermissions(in.resolve("第0批"), PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(in.resolve("第1批/镇1.txt"), PosixFilePermissions.fromString("---------"));
        boolean allowed = Files.isReadable(in.resolve("第0批"));
        try {
            Assumptions.assumeFalse(allowed, "skipped: this user may read everything");
            assertThat(run(out, 1)).isEqualTo(new Batch.Tally(1, 0, 2));
        } finally {
            Files.setPosixFilePermissions(in.resolve("第0批"), PosixFilePermissions.fromString("rwxrwxrwx"));
        }
    }

    private Process start(Path results) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.mingjian.Mingjian",
                        "extract",
                        in.toString(),
                        "--out",
                        results.toString(),
                        "--jobs",
                        "2")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void await(String what, java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Tag("slow")
    void aBatchThatIsKilledGoesOnToTheSameBytesAndLeavesNoProcess() throws Exception {
        write(0, 300);
        for (int i = 0; i < 60; i++) {
            byte[] docx = Fixtures.docx(Fixtures.p("云溪镇2023年政府信息公开工作年度报告 " + i), Map.of());
            Files.write(in.resolve("第" + i % 3 + "批/镇" + i + "乙.docx"), docx);
        }
        Process killed = start(out);
        await("some files are done", () -> size(out) > 20_000);
        List<ProcessHandle> parsers = killed.descendants().toList();
        killed.destroyForcibly().waitFor();
        assertThat(parsers).isNotEmpty();
        await("the parsers end too", () -> parsers.stream().noneMatch(ProcessHandle::isAlive));
        int before = Files.readAllLines(out).size();
        assertThat(before).isBetween(1, 359);
        Process second = start(out);
        assertThat(second.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isZero();
        Path other = folder.resolve("other.ndjson");
        assertThat(start(other).waitFor()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(360).isEqualTo(Files.readAllLines(other));
    }
}
