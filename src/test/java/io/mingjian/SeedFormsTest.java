package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.extract.Extraction;
import io.mingjian.extract.Extractor;
import io.mingjian.generation.OfficialTables;
import io.mingjian.generation.Paper;
import io.mingjian.generation.PaperWriter;
import io.mingjian.ingest.Block;
import io.mingjian.ingest.Upload;
import io.mingjian.metrics.Fact;
import io.mingjian.model.Form;
import io.mingjian.model.TableKind;
import io.mingjian.outline.Section;
import io.mingjian.tables.Cell;
import io.mingjian.tables.CellKey;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Lines;
import io.mingjian.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A real report says the same whatever file it comes in.
class SeedFormsTest {
    private static final Extractor EXTRACTOR = Cores.EXTRACTOR;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "000,DOCX",
        "001,DOCX",
        "002,DOCX",
        "003,DOCX",
        "004,DOCX",
        "000,HTML",
        "001,HTML",
        "002,HTML",
        "003,HTML",
        "004,HTML",
        "000,PDF",
        "001,PDF",
        "002,PDF",
        "003,PDF",
        "004,PDF"
    })
    void theSameReportIsReadFromEveryFile(String seed, PaperWriter writer) throws IOException {
        Path file = Fixtures.shared("seeds/seed-" + seed + ".txt");
        Extraction original = EXTRACTOR.extract(new Upload("seed.txt", null, file));
        Path written = directory.resolve("seed." + writer.extension());
        Files.write(written, writer.write(paper(original)));

        Extraction read = EXTRACTOR.extract(new Upload(written.getFileName().toString(), null, written));

        assertThat(headings(read)).isEqualTo(headings(original));
        assertThat(values(read)).isEqualTo(values(original));
        assertThat(read.form()).isEqualTo(original.form());
        assertThat(read.outline().title().organization())
                .isEqualTo(original.outline().title().organization());
        assertThat(read.outline().title().year())
                .isEqualTo(original.outline().title().year());
        assertThat(facts(read)).isEqualTo(facts(original));
        CanonicalText text = read.document().text();
        assertThat(read.facts())
                .allSatisfy(fact -> assertThat(text.quote(fact.span())).isNotBlank());
    }

    /// The prose of the report as it stands, its tables as the form prints them.
    private static Paper paper(Extraction extraction) {
        List<Paper.Element> elements = new ArrayList<>();
        CanonicalText text = extraction.document().text();
        lines(extraction, extraction.outline().preamble(), elements);
        for (Section section : extraction.outline().sections()) {
            String heading = text.quote(text.trim(
                    new Span(section.span().start(), section.headingSpan().end())));
            elements.add(new Paper.Line(Paper.Style.HEADING, heading));
            lines(extraction, section.blocks(), elements);
            extraction.tables().stream()
                    .filter(table -> section.span().contains(table.span().start()))
                    .forEach(table -> elements.add(print(text, table)));
        }
        return new Paper(elements);
    }

    private static void lines(Extraction extraction, List<Block> blocks, List<Paper.Element> elements) {
        CanonicalText text = extraction.document().text();
        for (Block block : blocks) {
            for (Span line : Lines.of(text.value(), block.span())) {
                boolean inTable = extraction.tables().stream()
                        .anyMatch(table -> table.span().overlaps(line));
                if (!inTable && !text.isBlank(line)) {
                    elements.add(new Paper.Line(Paper.Style.BODY, text.quote(text.trim(line))));
                }
            }
        }
    }

    private static Paper.Table print(CanonicalText text, StatutoryTable table) {
        TableKind kind = Fixtures.MODEL.forms().stream()
                .filter(form -> form.id().equals(table.form()))
                .map(Form::tables)
                .flatMap(List::stream)
                .filter(candidate -> candidate.id().equals(table.id()))
                .findFirst()
                .orElseThrow();
        Map<CellKey, String> values = new HashMap<>();
        for (Cell cell : table.cells()) {
            if (cell instanceof Cell.Stated stated) {
                values.put(cell.key(), text.quote(stated.span()));
            }
        }
        return OfficialTables.print(kind, (row, column) -> values.getOrDefault(new CellKey(row, column), ""));
    }

    private static List<String> headings(Extraction extraction) {
        return extraction.outline().sections().stream()
                .map(section -> section.id() + " " + section.number() + " " + section.heading())
                .toList();
    }

    private static Map<String, Optional<String>> values(Extraction extraction) {
        Map<String, Optional<String>> values = new HashMap<>();
        for (StatutoryTable table : extraction.tables()) {
            for (Cell cell : table.cells()) {
                Optional<String> value = cell instanceof Cell.Stated stated
                        ? Optional.of(stated.value().toPlainString())
                        : Optional.empty();
                values.put(table.id() + " " + cell.key(), value);
            }
        }
        return values;
    }

    private static List<String> facts(Extraction extraction) {
        return extraction.facts().stream().map(SeedFormsTest::fact).toList();
    }

    private static String fact(Fact fact) {
        return fact.metric() + " " + fact.value().toPlainString() + " " + fact.channel() + " " + fact.period();
    }
}
