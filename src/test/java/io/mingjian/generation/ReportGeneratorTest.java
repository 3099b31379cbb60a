package io.mingjian.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Cores;
import io.mingjian.evaluation.Corpus;
import io.mingjian.evaluation.Figure;
import io.mingjian.evaluation.Score;
import io.mingjian.evaluation.ScoreSheet;
import io.mingjian.evaluation.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportGeneratorTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void whatIsGeneratedIsReadBackCellByCell() throws IOException {
        readBack(12);
    }

    @Tag("slow")
    @Test
    void muchThatIsGeneratedIsReadBackCellByCell() throws IOException {
        readBack(500);
    }

    @Test
    void theSameSeedWritesTheSameBytes() throws IOException {
        new ReportGenerator(Cores.MODEL, 11, 0.2).write(7, folder.resolve("a"));
        new ReportGenerator(Cores.MODEL, 11, 0.2).write(7, folder.resolve("b"));
        try (Stream<Path> files = Files.list(folder.resolve("a"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(14);
            for (Path file : all) {
                assertThat(folder.resolve("b").resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    private void readBack(int count) throws IOException {
        long seed = Long.getLong("test.seed", System.nanoTime());
        new ReportGenerator(Cores.MODEL, seed, 0.2).write(count, folder);
        ScoreSheet sheet = new Scorer(Cores.EXTRACTOR::extract).score(Corpus.read(List.of(folder)));
        Score total = sheet.total();
        String receipt = "-Dtest.seed=" + seed + "\n"
                + String.join(
                        "\n",
                        total.errors().stream()
                                .filter(error -> !error.contains(": missed ") && !error.contains(": false "))
                                .toList());
        assertThat(sheet.failures()).as(receipt).isEmpty();
        assertThat(total.count(Figure.CELLS_OK)).as(receipt).isEqualTo(total.count(Figure.CELLS));
        assertThat(total.count(Figure.SECTIONS_OK)).as(receipt).isEqualTo(total.count(Figure.SECTIONS));
        assertThat(total.count(Figure.IDENTITY_OK)).as(receipt).isEqualTo(total.count(Figure.IDENTITY));
        assertThat(total.count(Figure.CLEAN_OK)).as(receipt).isEqualTo(count);
    }
}
