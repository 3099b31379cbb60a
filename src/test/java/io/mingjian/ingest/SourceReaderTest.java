package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.docx;
import static io.mingjian.ingest.Fixtures.p;
import static io.mingjian.ingest.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SourceReaderTest {

    private static void refused(ProblemCode code, String name, byte[] bytes) {
        refused(code, name, bytes, Limits.DEFAULTS);
    }

    private static void refused(ProblemCode code, String name, byte[] bytes, Limits limits) {
        assertThatThrownBy(() -> read(name, bytes, limits))
                .isInstanceOfSatisfying(
                        MingjianException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void tellsChecksumSizeAndType() {
        SourceDocument document = read("年报.txt", "abc");
        assertThat(document.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(document.bytes()).isEqualTo(3);
        assertThat(document.mediaType()).isEqualTo("text/plain");
        assertThat(document.name()).isEqualTo("年报.txt");
    }

    @Test
    void nothingToReadIsAnEmptyDocument() {
        refused(ProblemCode.EMPTY_DOCUMENT, "a.docx", new byte[0]);
        refused(ProblemCode.EMPTY_DOCUMENT, "a.txt", Fixtures.utf8(" \n\u3000\n"));
        refused(ProblemCode.EMPTY_DOCUMENT, "a.docx", docx(p(""), Map.of()));
    }

    @Test
    void whatIsNotWhatItsNameSaysIsBroken() {
        refused(ProblemCode.BROKEN_DOCUMENT, "a.docx", Fixtures.utf8("这不是压缩包"));
        refused(ProblemCode.BROKEN_DOCUMENT, "a.pdf", Fixtures.utf8("这不是文件"));
        refused(ProblemCode.BROKEN_DOCUMENT, "a.xlsx", new byte[] {1, 2, 3, 4});
        byte[] docx = docx(p("年报"), Map.of());
        refused(ProblemCode.BROKEN_DOCUMENT, "a.docx", java.util.Arrays.copyOf(docx, docx.length / 2));
        refused(ProblemCode.BROKEN_DOCUMENT, "a.pdf", Fixtures.utf8("%PDF-1.4\nnothing else"));
    }

    @Test
    void garbageIsUnsupported() {
        byte[] garbage = new byte[2000];
        new Random(11).nextBytes(garbage);
        refused(ProblemCode.UNSUPPORTED_FORMAT, "a.bin", garbage);
        refused(ProblemCode.UNSUPPORTED_FORMAT, "", garbage);
    }

    @Test
    void limitsHoldAtTheirBound() {
        Limits bytes = new Limits(9, 100);
        assertThat(read("a.txt", Fixtures.utf8("一二三"), bytes).text().value()).isEqualTo("一二三");
        refused(ProblemCode.TOO_LARGE, "a.txt", Fixtures.utf8("一二三。"), bytes);
        Limits characters = new Limits(1000, 5);
        assertThat(read("a.txt", Fixtures.utf8("一二三四五"), characters).text().length())
                .isEqualTo(5);
        refused(ProblemCode.TEXT_TOO_LONG, "a.txt", Fixtures.utf8("一二三四五六"), characters);
    }

    @Test
    void aTextCalledDocIsRead() {
        assertThat(read("年报.doc", "年度报告在此。").text().value()).isEqualTo("年度报告在此。");
        assertThat(read("年报.doc", "<html><body><p>年度报告在此。</p></body></html>").mediaType())
                .isEqualTo("text/html");
    }

    @TestFactory
    Stream<DynamicTest> blocksOfEveryDocumentAreInOrderInsideAndTheSameEachTime() throws IOException {
        Path corpus = Fixtures.CORPUS.resolve("documents");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(corpus), "the corpus is not here: skipped");
        try (Stream<Path> files = Files.list(corpus)) {
            List<Path> all = files.filter(file -> !file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            return all.stream().map(file -> DynamicTest.dynamicTest("" + file.getFileName(), () -> contract(file)));
        }
    }

    private static void contract(Path file) {
        Upload upload = new Upload("" + file.getFileName(), null, file);
        SourceReader reader = new SourceReader(Limits.DEFAULTS);
        SourceDocument document;
        try {
            document = reader.read(upload);
        } catch (MingjianException problem) {
            assertThat(problem.code()).isIn(ProblemCode.NO_TEXT_LAYER, ProblemCode.UNSUPPORTED_FORMAT);
            return;
        }
        assertThat(reader.read(upload)).isEqualTo(document);
        int end = 0;
        for (Block block : document.blocks()) {
            assertThat(block.span().start()).isGreaterThanOrEqualTo(end);
            end = block.span().end();
            if (block instanceof Block.Grid grid) {
                cellsInside(document, grid);
            }
        }
        assertThat(end).isLessThanOrEqualTo(document.text().length());
    }

    private static void cellsInside(SourceDocument document, Block.Grid grid) {
        boolean[][] taken = new boolean[grid.rows()][grid.columns()];
        Span last = new Span(grid.span().start(), grid.span().start());
        for (Block.GridCell cell : grid.cells()) {
            assertThat(grid.span().contains(cell.span())).isTrue();
            assertThat(cell.span().start()).isGreaterThanOrEqualTo(last.end());
            assertThat(document.text().trim(cell.span())).isEqualTo(cell.span());
            last = cell.span();
            for (int row = cell.row(); row < cell.row() + cell.rowSpan(); row++) {
                for (int column = cell.column(); column < cell.column() + cell.columnSpan(); column++) {
                    assertThat(taken[row][column]).isFalse();
                    taken[row][column] = true;
                }
            }
        }
    }
}
