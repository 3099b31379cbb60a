package io.mingjian.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Cores;
import io.mingjian.generation.Mangler;
import io.mingjian.generation.Mangling;
import io.mingjian.generation.Paper;
import io.mingjian.generation.Paper.Line;
import io.mingjian.generation.Paper.Style;
import io.mingjian.generation.PaperWriter;
import io.mingjian.generation.Printed;
import io.mingjian.ingest.Upload;
import io.mingjian.model.Form;
import io.mingjian.model.Label;
import io.mingjian.model.SectionKind;
import io.mingjian.model.TableKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of the forms, damaged in every way that reports show and brought into every physical form, are read back
/// cell by cell. A failure tells the seed; `-Dtest.seed=…` repeats it.
class MangledTablesTest {
    private static final long SEED = Long.getLong("test.seed", 1);

    private static final int APPLICANTS = 7;
    /// Where only blanks or lines part the cells, one that is empty cannot be told.
    private static final Set<Mangling> TRACELESS = EnumSet.of(Mangling.BLANKS, Mangling.MARKS);
    /// A label that is wrapped and damaged at once may be lost, with its row.
    private static final Set<Mangling> LABELS =
            EnumSet.of(Mangling.TYPOS, Mangling.BLANKS_IN_WORDS, Mangling.WORDS_DOUBLED, Mangling.NUMBERING_LOST);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void everyManglingIsReadBackFromSomeForms() throws IOException {
        List<PaperWriter> writers = List.of(PaperWriter.values());
        int writer = 0;
        for (Mangling mangling : Mangling.values()) {
            for (int i = 0; i < 2; i++) {
                check(SEED, mangling, writers.get(writer++ % writers.size()));
            }
        }
    }

    @Tag("slow")
    @Test
    void everyManglingIsReadBackFromEveryForm() throws IOException {
        for (Mangling mangling : Mangling.values()) {
            for (PaperWriter writer : PaperWriter.values()) {
                for (int i = 0; i < Integer.getInteger("test.rounds", 3); i++) {
                    check(SEED + i, mangling, writer);
                }
            }
        }
    }

    /// Nothing is ever read wrong; and nothing is missed but what left no trace.
    private void check(long seed, Mangling mangling, PaperWriter writer) throws IOException {
        if (mangling == Mangling.VALUES_FIRST && writer == PaperWriter.CELL_PARAGRAPHS) {
            return; // nothing tells whether a value belongs to the label before or behind it
        }
        Outcome outcome = round(seed, EnumSet.of(mangling), writer);
        String receipt = mangling + " in " + writer + ": repeat with -Dtest.seed=" + seed;
        // As many digits as columns are one each; with blanks between glued cells nothing speaks against it.
        boolean traceless = writer == PaperWriter.GLUED && TRACELESS.contains(mangling);
        assertThat(traceless ? List.of() : outcome.wrong).as(receipt).isEmpty();
        assertThat(outcome.missed).as(receipt).hasSizeLessThanOrEqualTo(tolerated(outcome.cells, mangling, writer));
    }

    private static int tolerated(int cells, Mangling mangling, PaperWriter writer) {
        if (writer == PaperWriter.GLUED) {
            return cells; // what can be decoded is tested with the aligner
        }
        if (writer.keepsCells()) {
            return 0;
        }
        if (TRACELESS.contains(mangling)) {
            return cells;
        }
        return LABELS.contains(mangling) ? 2 * APPLICANTS : 0;
    }

    private static final class Outcome {
        private int cells;
        private final List<String> missed = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();
    }

    private Outcome round(long seed, Set<Mangling> manglings, PaperWriter writer) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Form form = Cores.MODEL.forms().stream()
                .filter(one -> one.fromYear() == (random.nextBoolean() ? 2021 : 2019))
                .filter(one -> !one.tables().isEmpty())
                .findFirst()
                .orElse(Cores.MODEL.forms().getFirst());
        Mangler mangler = new Mangler(manglings, random);
        List<Paper.Element> elements = new ArrayList<>();
        Map<String, Printed> printed = new LinkedHashMap<>();
        elements.add(new Line(Style.TITLE, "柳溪县水务局" + form.fromYear() + "年政府信息公开工作年度报告"));
        String numbers = "一二三四五六";
        for (SectionKind section : Cores.MODEL.sections()) {
            elements.add(new Line(
                    Style.HEADING,
                    numbers.charAt(section.number() - 1) + "、"
                            + section.headings().getFirst()));
            form.tables().stream()
                    .filter(table -> table.section().equals(section.id()))
                    .forEach(table -> {
                        Printed one = mangler.print(table, values(table, random));
                        printed.put(table.id(), one);
                        elements.addAll(one.tables());
                    });
            if (section.number() % 4 == 1) {
                elements.add(new Line(Style.BODY, "本机关认真落实各项要求。"));
            }
        }
        Path file = folder.resolve("r" + seed + "." + writer.extension());
        Files.write(file, writer.write(new Paper(elements)));
        List<StatutoryTable> tables = Cores.EXTRACTOR
                .extract(new Upload(String.valueOf(file.getFileName()), null, file))
                .tables();
        return compare(seed, printed, tables);
    }

    private static Outcome compare(long seed, Map<String, Printed> printed, List<StatutoryTable> tables) {
        Outcome outcome = new Outcome();
        Map<String, Cell> read = new LinkedHashMap<>();
        tables.forEach(table -> table.cells().forEach(cell -> read.put(table.id() + cell.key(), cell)));
        printed.forEach((id, table) -> table.cells().forEach((key, value) -> {
            outcome.cells++;
            Cell cell = read.get(id + key);
            String what = "seed " + seed + " " + id + " " + key + " want " + value + " got " + cell;
            if (cell instanceof Cell.Stated stated) {
                if (value == null || stated.value().compareTo(value) != 0) {
                    outcome.wrong.add(what);
                }
            } else if (value != null) {
                outcome.missed.add(what);
            }
        }));
        return outcome;
    }

    /// Figures that fulfil the sums of the form.
    private static Map<CellKey, BigDecimal> values(TableKind kind, RandomGenerator random) {
        Map<CellKey, BigDecimal> values = new LinkedHashMap<>();
        int most = List.of(3, 30, 400).get(random.nextInt(3));
        for (TableKind.Row row : kind.rows()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Label column : row.columns()) {
                int drawn = random.nextInt(2) == 0 ? 0 : random.nextInt(most);
                BigDecimal value = column.id().equals("change")
                        ? BigDecimal.valueOf(drawn - 5)
                        : column.id().startsWith("amount")
                                ? BigDecimal.valueOf(drawn * 37L, 2)
                                : kind.sumsUp() ? BigDecimal.valueOf(drawn) : BigDecimal.valueOf(drawn * 100L);
                boolean total = kind.sumsUp() && column.equals(row.columns().getLast());
                values.put(new CellKey(row.label().id(), column.id()), total ? sum : value);
                sum = sum.add(value);
            }
        }
        if (kind.rows().size() > 20) {
            balance(kind, values);
        }
        return values;
    }

    /// The total of the outcomes is their sum, and what was received is what was closed and carried forward.
    private static void balance(TableKind kind, Map<CellKey, BigDecimal> values) {
        List<String> rows = kind.rows().stream().map(row -> row.label().id()).toList();
        for (Label column : kind.rows().getFirst().columns()) {
            BigDecimal closed = BigDecimal.ZERO;
            for (String row : rows.subList(2, rows.size() - 2)) {
                closed = closed.add(value(values, row, column));
            }
            BigDecimal forward = value(values, "carried_forward", column);
            BigDecimal over = value(values, "carried_over", column).min(closed);
            values.put(new CellKey("total", column.id()), closed);
            values.put(new CellKey("carried_over", column.id()), over);
            values.put(
                    new CellKey("new_received", column.id()),
                    closed.add(forward).subtract(over));
        }
    }

    private static BigDecimal value(Map<CellKey, BigDecimal> values, String row, Label column) {
        return Objects.requireNonNull(values.get(new CellKey(row, column.id())));
    }
}
