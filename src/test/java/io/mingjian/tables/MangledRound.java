package io.mingjian.tables;

import io.mingjian.Cores;
import io.mingjian.generation.Mangler;
import io.mingjian.generation.Mangling;
import io.mingjian.generation.Paper;
import io.mingjian.generation.Paper.Line;
import io.mingjian.generation.Paper.Style;
import io.mingjian.generation.PaperWriter;
import io.mingjian.generation.Printed;
import io.mingjian.ingest.Upload;
import io.mingjian.model.SectionKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Prints the tables of a report with manglings into a physical form and reads them back cell by cell.
final class MangledRound {
    /// What is stated with at least so much confidence, and not decoded, nobody looks at again.
    private static final double TRUSTED = 0.9;

    private final TableFigures figures;
    private final Path folder;

    MangledRound(TableFigures figures, Path folder) {
        this.figures = figures;
        this.folder = folder;
    }

    /// What one round is: everything about it follows from these.
    record Setting(long seed, Set<Mangling> manglings, PaperWriter writer) {
        /// One to three manglings and a form, drawn.
        static Setting draw(long seed, List<PaperWriter> writers) {
            RandomGenerator random = random(seed);
            Set<Mangling> manglings = EnumSet.noneOf(Mangling.class);
            Mangling[] all = Mangling.values();
            for (int i = random.nextInt(3); i >= 0; i--) {
                manglings.add(all[random.nextInt(all.length)]);
            }
            return new Setting(seed, manglings, writers.get(random.nextInt(writers.size())));
        }

        @Override
        public String toString() {
            return manglings + " in " + writer + ": repeat with -Dtest.seed=" + seed;
        }
    }

    /// What became of the cells.
    ///
    /// @param missed  stated in the paper, not stated by the reading
    /// @param wrong   stated with another value, or where nothing was printed
    /// @param trusted those of `wrong` that nothing warns of
    record Outcome(int cells, List<String> missed, List<String> wrong, List<String> trusted) {
        int right() {
            return cells - missed.size() - wrong.size();
        }
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    Outcome play(Setting setting) throws IOException {
        Map<String, Printed> printed = new LinkedHashMap<>();
        Path file = folder.resolve("r" + setting.seed() + "." + setting.writer().extension());
        Files.write(file, setting.writer().write(paper(setting, printed)));
        return compare(printed, read(file));
    }

    List<StatutoryTable> read(Path file) {
        return Cores.EXTRACTOR
                .extract(new Upload(String.valueOf(file.getFileName()), null, file))
                .tables();
    }

    Paper paper(Setting setting, Map<String, Printed> printed) {
        RandomGenerator random = random(setting.seed());
        List<TableFigures.Drawn> tables = figures.draw(random);
        Mangler mangler = new Mangler(setting.manglings(), random);
        List<Paper.Element> elements = new ArrayList<>();
        elements.add(new Line(Style.TITLE, "柳溪县水务局" + (2019 + random.nextInt(6)) + "年政府信息公开工作年度报告"));
        String numbers = "一二三四五六";
        for (SectionKind section : Cores.MODEL.sections()) {
            elements.add(new Line(
                    Style.HEADING,
                    numbers.charAt(section.number() - 1) + "、"
                            + section.headings().getFirst()));
            tables.stream()
                    .filter(table -> table.kind().section().equals(section.id()))
                    .forEach(table -> {
                        Printed one = mangler.print(table.kind(), table.values());
                        printed.put(table.kind().id(), one);
                        elements.addAll(one.elements());
                    });
            if (section.number() % 4 == 1) {
                elements.add(new Line(Style.BODY, "本机关认真落实各项要求。"));
            }
        }
        return new Paper(elements);
    }

    static Outcome compare(Map<String, Printed> printed, List<StatutoryTable> tables) {
        Map<String, Cell> read = new LinkedHashMap<>();
        tables.forEach(table -> table.cells().forEach(cell -> read.put(table.id() + cell.key(), cell)));
        Outcome outcome = new Outcome(
                printed.values().stream()
                        .mapToInt(table -> table.cells().size())
                        .sum(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        printed.forEach((id, table) -> table.cells().forEach((key, value) -> {
            Cell cell = read.remove(id + key);
            String what = id + " " + key + " want " + value + " got " + cell;
            if (cell instanceof Cell.Stated stated) {
                if (value == null || stated.value().compareTo(value) != 0) {
                    wrong(outcome, stated, what);
                }
            } else if (value != null) {
                outcome.missed().add(what);
            }
        }));
        // Cells of another form, or of rows that were not printed.
        read.forEach((place, cell) -> {
            if (cell instanceof Cell.Stated stated) {
                wrong(outcome, stated, place + " not printed, got " + cell);
            }
        });
        return outcome;
    }

    private static void wrong(Outcome outcome, Cell.Stated stated, String what) {
        outcome.wrong().add(what);
        if (!stated.decoded() && stated.confidence() >= TRUSTED) {
            outcome.trusted().add(what);
        }
    }
}
