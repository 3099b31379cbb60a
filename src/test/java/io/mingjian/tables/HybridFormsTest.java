package io.mingjian.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Cores;
import io.mingjian.generation.Mangler;
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
import io.mingjian.tables.MangledRound.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Reports that follow one form in one table and another form in the next, as real offices hand them in, in every
/// physical form.
class HybridFormsTest {
    private static final String APPLICATIONS = "applications";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    /// Which form each table of the report follows, and rows of other forms that stand in it.
    private record Hybrid(String name, Map<String, TableKind> tables, String form) {}

    @TestFactory
    Stream<DynamicTest> everyHybridIsReadFromEveryForm() {
        return hybrids().stream()
                .flatMap(hybrid -> Stream.of(PaperWriter.values())
                        .map(writer ->
                                DynamicTest.dynamicTest(hybrid.name() + " in " + writer, () -> check(hybrid, writer))));
    }

    private static List<Hybrid> hybrids() {
        Map<String, TableKind> newest = tables("2021");
        Map<String, TableKind> older = tables("2019");
        return List.of(
                new Hybrid("one row for all other handling", with(newest, older, APPLICATIONS), "hybrid"),
                new Hybrid("old list, new applications", with(older, newest, APPLICATIONS), "hybrid"),
                new Hybrid("old applications cut after its first rows", cut(newest, older, 6), "hybrid"));
    }

    private static Map<String, TableKind> tables(String form) {
        Map<String, TableKind> tables = new LinkedHashMap<>();
        for (Form each : Cores.MODEL.forms()) {
            if (each.id().equals(form)) {
                each.tables().forEach(table -> tables.put(table.id(), table));
            }
        }
        return tables;
    }

    private static Map<String, TableKind> with(Map<String, TableKind> one, Map<String, TableKind> other, String id) {
        Map<String, TableKind> mixed = new LinkedHashMap<>(one);
        mixed.computeIfPresent(id, (key, table) -> other.getOrDefault(key, table));
        return mixed;
    }

    /// The last rows of the other form, with those few first that both have.
    private static Map<String, TableKind> cut(Map<String, TableKind> one, Map<String, TableKind> other, int missing) {
        Map<String, TableKind> mixed = with(one, other, APPLICATIONS);
        mixed.computeIfPresent(APPLICATIONS, (key, table) -> {
            List<TableKind.Row> rows = new ArrayList<>(table.rows());
            rows.subList(5, 5 + missing).clear();
            return new TableKind(table.id(), table.section(), table.layout(), rows, table.headers(), table.sumsUp());
        });
        return mixed;
    }

    private void check(Hybrid hybrid, PaperWriter writer) throws IOException {
        RandomGenerator random = MangledRound.random(7);
        Mangler mangler = new Mangler(Set.of(), random);
        Map<String, Printed> printed = new LinkedHashMap<>();
        List<Paper.Element> elements = new ArrayList<>();
        elements.add(new Line(Style.TITLE, "柳溪县水务局2021年政府信息公开工作年度报告"));
        String numbers = "一二三四五六";
        for (SectionKind section : Cores.MODEL.sections()) {
            elements.add(new Line(
                    Style.HEADING,
                    numbers.charAt(section.number() - 1) + "、"
                            + section.headings().getFirst()));
            for (TableKind kind : hybrid.tables().values()) {
                if (kind.section().equals(section.id())) {
                    Printed one = mangler.print(kind, figures(kind));
                    printed.put(kind.id(), one);
                    elements.addAll(one.elements());
                }
            }
        }
        Path file = folder.resolve(hybrid.name().length() + "." + writer.extension());
        Files.write(file, writer.write(new Paper(elements)));
        var extraction = Cores.EXTRACTOR.extract(new Upload(String.valueOf(file.getFileName()), null, file));
        Outcome outcome = MangledRound.compare(printed, extraction.tables());
        boolean glued = writer == PaperWriter.GLUED || writer == PaperWriter.UNDELIMITED;
        assertThat(outcome.wrong()).isEmpty();
        assertThat(outcome.missed()).hasSizeLessThanOrEqualTo(glued ? outcome.cells() / 2 : 0);
        assertThat(extraction.form()).isEqualTo(hybrid.form());
    }

    /// Figures that add up, no two columns alike.
    private static Map<CellKey, BigDecimal> figures(TableKind kind) {
        Map<CellKey, BigDecimal> values = new LinkedHashMap<>();
        int i = 0;
        for (TableKind.Row row : kind.rows()) {
            int sum = 0;
            for (Label column : row.columns()) {
                boolean total = kind.sumsUp() && column.equals(row.columns().getLast());
                int value = total ? sum : (i++ * 7) % 5;
                values.put(new CellKey(row.label().id(), column.id()), BigDecimal.valueOf(value));
                sum += value;
            }
        }
        return values;
    }
}
