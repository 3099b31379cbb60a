package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.HanLP;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.Upload;
import io.mingjian.metrics.Fact;
import io.mingjian.outline.Section;
import io.mingjian.tables.Cell;
import io.mingjian.text.CanonicalText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A report in traditional characters, or with the wordings of Taiwan besides, is read as the same one in
/// simplified characters; what is found lies in its own text.
class TraditionalReportsTest {
    private static final List<String> REPORTS = List.of(
            "t01_wjw2023_cells.txt",
            "t03_zrzy2024_tsv.txt",
            "t07_jtzf2022_md.md",
            "t13_hbj2021_gbktxt.txt",
            "t26_tjj2023_blank.txt",
            "t28_wjw2019_cells.txt");

    @TestFactory
    Stream<DynamicTest> inTraditionalCharacters() {
        return REPORTS.stream().map(name -> DynamicTest.dynamicTest(name, () -> isReadAlike(name, HanLP::s2t)));
    }

    @TestFactory
    Stream<DynamicTest> inTheWordingsOfTaiwan() {
        return REPORTS.stream().map(name -> DynamicTest.dynamicTest(name, () -> isReadAlike(name, HanLP::s2tw)));
    }

    private static void isReadAlike(String name, UnaryOperator<String> converter) {
        Extraction simplified = Cores.EXTRACTOR.extract(
                new Upload(name, null, Path.of("corpus/documents").resolve(name)));
        String text = simplified.document().text().value();
        Extraction traditional = Cores.extract(converter.apply(text));
        assertThat(sections(traditional)).isEqualTo(sections(simplified));
        assertThat(cells(traditional)).isEqualTo(cells(simplified));
        assertThat(facts(traditional)).containsExactlyInAnyOrderElementsOf(facts(simplified));
        assertThat(traditional.outline().title().year())
                .isEqualTo(simplified.outline().title().year());
        CanonicalText own = traditional.document().text();
        assertThat(traditional.facts())
                .isNotEmpty()
                .allMatch(fact -> own.quote(fact.span()).contains(own.quote(fact.valueSpan())));
    }

    private static List<String> sections(Extraction extraction) {
        return extraction.outline().sections().stream().map(Section::id).toList();
    }

    private static List<String> cells(Extraction extraction) {
        List<String> cells = new ArrayList<>();
        extraction
                .tables()
                .forEach(table -> table.cells().forEach(cell -> {
                    Object value = cell instanceof Cell.Stated stated
                            ? stated.value()
                            : cell.getClass().getSimpleName();
                    cells.add(table.id() + cell.key() + " " + value);
                }));
        return cells;
    }

    private static List<String> facts(Extraction extraction) {
        return extraction.facts().stream().map(TraditionalReportsTest::shown).toList();
    }

    private static String shown(Fact fact) {
        return fact.metric() + " " + fact.value() + " " + fact.channel();
    }
}
