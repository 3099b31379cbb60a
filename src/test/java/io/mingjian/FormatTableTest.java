package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.ingest.Block;
import io.mingjian.ingest.Limits;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.ingest.SourceReader;
import io.mingjian.ingest.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What the README's table says of a format is so with `golden/blocks/format_<format>.<format>`: the same small
/// report in each, with numbered headings and a table whose header is merged.
class FormatTableTest {
    private static final String HEAD = "| format | list numbers | merged cells | pages | charset |";
    private static final String NO = "–";

    @TestFactory
    Stream<DynamicTest> everyRowOfTheTableHolds() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        int first = lines.indexOf(HEAD) + 2;
        assertThat(first).isGreaterThan(2);
        return lines.subList(first, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split(" *\\| *"))
                .flatMap(row -> Stream.of(row[1].split(", "))
                        .map(format -> DynamicTest.dynamicTest(format, () -> holds(format, row))));
    }

    private static void holds(String format, String[] row) {
        Path file = Path.of("src/test/resources/golden/blocks/format_" + format + "." + format);
        assertThat(file).exists();
        SourceDocument document = new SourceReader(Limits.DEFAULTS).read(new Upload("a." + format, null, file));
        assertThat(numbered(document)).contains("一、总体情况", "（一）主动公开");
        assertThat(grids(document)).isNotEmpty();
        boolean merged = grids(document).stream()
                .flatMap(grid -> grid.cells().stream())
                .anyMatch(cell -> cell.rowSpan() > 1 || cell.columnSpan() > 1);
        assertThat(merged).as("merged cells").isEqualTo(!row[3].startsWith(NO));
        if (!format.equals("zip")) {
            assertThat(document.pages().count() > 0).as("pages").isEqualTo(!row[4].equals(NO));
            assertThat(document.charset() == null).as("charset").isEqualTo(row[5].equals("own"));
        }
    }

    private static List<String> numbered(SourceDocument document) {
        return document.blocks().stream()
                .map(block -> document.text().quote(block.span()).replace(" ", ""))
                .toList();
    }

    private static List<Block.Grid> grids(SourceDocument document) {
        return document.blocks().stream()
                .filter(block -> block instanceof Block.Grid)
                .map(block -> (Block.Grid) block)
                .toList();
    }
}
