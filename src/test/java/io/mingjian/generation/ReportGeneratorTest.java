package io.mingjian.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.Cores;
import io.mingjian.evaluation.Corpus;
import io.mingjian.evaluation.Figure;
import io.mingjian.evaluation.GoldReport.GoldCell;
import io.mingjian.evaluation.Score;
import io.mingjian.evaluation.ScoreSheet;
import io.mingjian.evaluation.Scorer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportGeneratorTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    /// The forms in which each cell leaves a trace.
    private static final List<PaperWriter> WITH_CELLS =
            Stream.of(PaperWriter.values()).filter(PaperWriter::keepsCells).toList();

    @Test
    void whatIsGeneratedIsReadBackCellByCell() throws IOException {
        readBack(Long.getLong("test.seed", 17), 18);
    }

    @Tag("slow")
    @Test
    void muchThatIsGeneratedIsReadBackCellByCell() throws IOException {
        readBack(Long.getLong("test.seed", 20_260_101), 500);
    }

    @Test
    void whereCellsLeaveNoTraceNothingIsReadWrong() throws IOException {
        List<PaperWriter> others = Stream.of(PaperWriter.values())
                .filter(writer -> !writer.keepsCells())
                .toList();
        Score total = score(17, 12, others).total();
        assertThat(total.errors()).noneMatch(error -> error.matches(".* want .* got -?[0-9.]+"));
        assertThat(total.count(Figure.CLEAN_OK)).isEqualTo(total.count(Figure.CLEAN));
    }

    @Test
    void whatWasListedBeforeThereWereStatutoryTablesIsReadBackFigureByFigure() throws IOException {
        earlier(Long.getLong("test.seed", 5), 34);
    }

    @Tag("slow")
    @Test
    void muchThatWasListedBeforeThereWereStatutoryTablesIsReadBackFigureByFigure() throws IOException {
        earlier(Long.getLong("test.seed", 20_080_501), 510);
    }

    /// Where cells leave a trace, each figure is a fact; nowhere is one that was not printed.
    private void earlier(long seed, int count) throws IOException {
        new ReportGenerator(Cores.MODEL, seed, 0, List.of(PaperWriter.values()))
                .write(count, ReportGenerator.MOST_YEARS, folder);
        List<Corpus.Case> listed = Corpus.read(List.of(folder)).cases().stream()
                .filter(each -> "pre2019".equals(each.gold().form()))
                .toList();
        List<String> wrong = new Scorer(Cores.EXTRACTOR::extract)
                .score(new Corpus(listed)).total().errors().stream()
                        .filter(error -> error.contains(": false ")
                                || (error.contains(": missed ")
                                        && WITH_CELLS.stream()
                                                .anyMatch(writer -> error.contains("." + writer.extension() + ": "))))
                        .toList();
        assertThat(listed).hasSizeGreaterThan(count / 2);
        assertThat(wrong).as("-Dtest.seed=" + seed).isEmpty();
    }

    @Test
    void aUnitCarriesOverWhatItCarriedForward() throws IOException {
        new ReportGenerator(Cores.MODEL, 3, 0, List.of(PaperWriter.TSV)).write(2, folder);
        List<Map<String, BigDecimal>> years = new ArrayList<>();
        for (Corpus.Case each : Corpus.read(List.of(folder)).cases()) {
            Map<String, BigDecimal> values = new HashMap<>();
            for (GoldCell cell : each.gold().cells()) {
                if (cell.column().equals("total") && cell.value() != null) {
                    values.put(cell.row(), cell.value());
                }
            }
            years.add(values);
        }
        assertThat(years).hasSize(2);
        assertThat(years.getLast().get("carried_over"))
                .isNotNull()
                .isEqualTo(years.getFirst().get("carried_forward"));
    }

    @Test
    void everyUnitHasANameOfItsOwn() {
        Units units = new Units(Phrases.read().names());
        assertThat(units.count()).isGreaterThan(20_000);
        assertThat(IntStream.range(0, 20_000).mapToObj(units::name)).doesNotHaveDuplicates();
    }

    @Test
    void aUnitHasAsManyYearsAsAskedFor() throws IOException {
        ReportGenerator generator = new ReportGenerator(Cores.MODEL, 3, 0, List.of(PaperWriter.TSV));
        generator.write(7, 3, folder);
        List<String> units = Corpus.read(List.of(folder)).cases().stream()
                .map(each -> each.gold().year() + each.gold().organizations().getFirst())
                .toList();
        assertThat(units).hasSize(7).doesNotHaveDuplicates();
        assertThat(units)
                .extracting(unit -> unit.substring(0, 4))
                .containsExactly("2022", "2023", "2024", "2022", "2023", "2024", "2022");
        assertThatThrownBy(() -> generator.write(1, ReportGenerator.MOST_YEARS + 1, folder))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameSeedWritesTheSameBytes() throws IOException {
        generator(11, List.of(PaperWriter.values())).write(7, folder.resolve("a"));
        generator(11, List.of(PaperWriter.values())).write(7, folder.resolve("b"));
        try (Stream<Path> files = Files.list(folder.resolve("a"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(14);
            for (Path file : all) {
                assertThat(folder.resolve("b").resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    private static ReportGenerator generator(long seed, List<PaperWriter> writers) {
        return new ReportGenerator(Cores.MODEL, seed, 0.2, writers);
    }

    private ScoreSheet score(long seed, int count, List<PaperWriter> writers) throws IOException {
        generator(seed, writers).write(count, folder);
        return new Scorer(Cores.EXTRACTOR::extract).score(Corpus.read(List.of(folder)));
    }

    private void readBack(long seed, int count) throws IOException {
        ScoreSheet sheet = score(seed, count, WITH_CELLS);
        Score total = sheet.total();
        String receipt = "-Dtest.seed=" + seed + "\n" + String.join("\n", total.errors());
        assertThat(sheet.failures()).as(receipt).isEmpty();
        assertThat(total.count(Figure.CELLS_OK)).as(receipt).isEqualTo(total.count(Figure.CELLS));
        assertThat(total.count(Figure.SECTIONS_OK)).as(receipt).isEqualTo(total.count(Figure.SECTIONS));
        assertThat(total.count(Figure.IDENTITY_OK)).as(receipt).isEqualTo(total.count(Figure.IDENTITY));
        assertThat(total.count(Figure.CLEAN_OK)).as(receipt).isEqualTo(total.count(Figure.CLEAN));
        assertThat(total.count(Figure.FINDINGS_OK)).as(receipt).isEqualTo(total.count(Figure.FINDINGS));
        assertThat(total.errors()).as(receipt).noneMatch(error -> error.contains(": missed "));
    }
}
