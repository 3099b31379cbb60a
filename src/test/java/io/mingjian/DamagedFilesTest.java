package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.extract.Extraction;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However a file of any format is damaged, it is read or refused with a code that says what is wrong with it,
/// soon. A failure tells the seed; `-Dtest.seed=…` repeats it and tries others.
class DamagedFilesTest {
    private static final long SEED = Long.getLong("test.seed", 20_261_128L);
    private static final Duration SOON = Duration.ofSeconds(30);

    /// What a file may be told of itself. Everything else would be our mistake.
    private static final Set<ProblemCode> REFUSALS = EnumSet.of(
            ProblemCode.EMPTY_DOCUMENT,
            ProblemCode.TOO_LARGE,
            ProblemCode.TEXT_TOO_LONG,
            ProblemCode.UNSUPPORTED_FORMAT,
            ProblemCode.SEVERAL_DOCUMENTS,
            ProblemCode.BROKEN_DOCUMENT,
            ProblemCode.ENCRYPTED_DOCUMENT,
            ProblemCode.NO_TEXT_LAYER);

    @TempDir
    private Path folder;

    private int read;
    private int refused;

    @Test
    void aFewDamagedFilesOfEachFormatAreReadOrRefused() throws Exception {
        damage(originals("src/test/resources/golden/blocks", "format_"), 6);
    }

    @Test
    @Tag("slow")
    void manyDamagedFilesAreReadOrRefused() throws Exception {
        damage(originals("src/test/resources/golden/blocks", "format_"), 60);
        damage(originals("corpus/documents", "t"), 20);
    }

    private static List<Path> originals(String folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .filter(file -> !file.toString().endsWith(".view"))
                    .filter(file -> !file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private void damage(List<Path> originals, int times) throws Exception {
        List<String> mistakes = new ArrayList<>();
        try (ExecutorService one =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory())) {
            for (Path original : originals) {
                String name = original.getFileName().toString();
                byte[] whole = Files.readAllBytes(original);
                for (int i = 0; i < times; i++) {
                    SplittableRandom random = new SplittableRandom(SEED + 1_000_003L * i + name.hashCode());
                    Path file = Files.write(folder.resolve(i + name), DamagedFiles.damaged(whole, random));
                    String mistake = mistake(one.submit(() -> Cores.EXTRACTOR.extract(new Upload(name, null, file))));
                    if (!mistake.isEmpty()) {
                        mistakes.add(name + ", damage " + i + ", -Dtest.seed=" + SEED + ": " + mistake);
                    }
                    Files.delete(file);
                }
            }
        }
        assertThat(mistakes).isEmpty();
        // A test of files that nobody can read, or that nothing is wrong with, would show nothing.
        assertThat(read).isGreaterThan(originals.size() * times / 10);
        assertThat(refused).isGreaterThan(originals.size() * times / 10);
    }

    /// What went wrong; empty where nothing did.
    private String mistake(Future<Extraction> reading) throws InterruptedException {
        try {
            Extraction extraction = reading.get(SOON.toSeconds(), TimeUnit.SECONDS);
            assertThat(Cores.PARTS.writer().write(extraction, true)).isNotEmpty();
            read++;
            return "";
        } catch (TimeoutException e) {
            reading.cancel(true);
            throw new AssertionError("a file that never ends, -Dtest.seed=" + SEED, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MingjianException problem && REFUSALS.contains(problem.code())) {
                refused++;
                return "";
            }
            return String.valueOf(e.getCause());
        }
    }
}
