package io.mingjian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.ingest.PagePlaces.Box;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePicturesTest {
    private static final PagePictures.Bounds BOUNDS = new PagePictures.Bounds(72, 600_000, Duration.ofSeconds(3));

    private static ParserChildren children;
    private static PagePictures pictures;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        children = new ParserChildren(
                new ParserChildren.Sizes(1, 128L << 20, 100, Duration.ofSeconds(40), Duration.ofSeconds(60)),
                HostileParser.class);
        pictures = new PagePictures(Limits.DEFAULTS, children, BOUNDS);
    }

    @AfterAll
    static void end() {
        children.close();
    }

    private Upload file(String name, byte[] bytes) throws IOException {
        return new Upload(name, null, Files.write(folder.resolve(name), bytes));
    }

    private BufferedImage draw(Upload file, int page) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(pictures.draw(file, page)));
    }

    private static void refused(ProblemCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable asking) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        MingjianException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void drawsThePageThatIsAskedFor() throws IOException {
        PdfFixture pdf = new PdfFixture().page().page().bar(100, 200, 50, 20);
        Upload file = file("a.pdf", pdf.bytes());
        assertThat(draw(file, 1).getRGB(125, 210)).isEqualTo(0xFFFFFFFF);
        BufferedImage second = draw(file, 2);
        assertThat(List.of(second.getWidth(), second.getHeight())).isEqualTo(List.of(595, 842));
        assertThat(second.getRGB(125, 210)).isEqualTo(0xFF000000);
        assertThat(second.getRGB(125, 230)).isEqualTo(0xFFFFFFFF);
        refused(ProblemCode.NOT_FOUND, () -> pictures.draw(file, 3));
        refused(ProblemCode.NOT_FOUND, () -> pictures.draw(file, 0));
    }

    @Test
    void drawsALargePageWithFewerDotsAndATooLargeOneNotAtAll() throws IOException {
        BufferedImage large =
                draw(file("a.pdf", new PdfFixture().page(1190, 1684).bytes()), 1);
        assertThat(large.getWidth() * large.getHeight()).isBetween(500_000, 600_000);
        Upload huge = file("b.pdf", new PdfFixture().page(14_000, 14_000).bytes());
        assertThatThrownBy(() -> pictures.draw(huge, 1)).isInstanceOfSatisfying(MingjianException.class, problem -> {
            assertThat(problem.limitName()).isEqualTo("mingjian.page-pictures.pixels");
            assertThat(problem.limitValue()).isEqualTo(600_000);
        });
    }

    @Test
    void placesTheTextOnThePageThatItStandsOn() throws IOException {
        PdfFixture pdf = new PdfFixture().page().text(72, 100, 12, "第一页有7件。");
        pdf.page().text(72, 300, 12, "第二页有7件。");
        Upload file = file("a.pdf", pdf.bytes());
        SourceDocument document = new SourceReader(Limits.DEFAULTS).read(file);
        String text = document.text().value();
        PagePlaces page = pictures.places(file, 2, text, document.pages());
        assertThat(List.of(page.width(), page.height())).isEqualTo(List.of(595f, 842f));
        int first = text.indexOf('7');
        assertThat(page.of(new Span(first, first + 1))).isEmpty();
        int second = text.lastIndexOf('7');
        assertThat(page.of(new Span(second, second + 1))).singleElement().satisfies(box -> {
            assertThat(box.x()).isEqualTo(72 + 4 * 12f);
            assertThat(box.y()).isBetween(285f, 295f);
        });
        assertThat(page.of(new Span(second - 1, second + 2))).hasSize(1);
    }

    @Test
    void standsATurnedPageUpright() throws IOException {
        String turned = new String(
                        new PdfFixture().page().text(72, 100, 12, "7").bytes(), StandardCharsets.ISO_8859_1)
                .replace("1 0 0 1 72.00 742.00 Tm", "0 1 -1 0 40.00 72.00 Tm");
        Upload file = file("a.pdf", turned.getBytes(StandardCharsets.ISO_8859_1));
        PagePlaces page = pictures.places(file, 1, "7", new PageMap(List.of(0)));
        assertThat(List.of(page.width(), page.height())).isEqualTo(List.of(842f, 595f));
        assertThat(page.of(new Span(0, 1))).singleElement().satisfies(box -> {
            assertThat(box.x()).isEqualTo(72f);
            assertThat(box.y()).isBetween(28f, 32f);
        });
        assertThat(draw(file, 1).getWidth()).isEqualTo(842);
    }

    /// Numbers of one row stand beside one another, and those of the next below them.
    @ParameterizedTest
    @ValueSource(strings = {"t16_ybj2024_pdf.pdf", "t33_scj2019_pdf.pdf", "t53_err_wrong_year.pdf"})
    void findsEveryNumberOfATableWhereItIsPrinted(String name) throws IOException {
        Upload file = new Upload(name, null, Path.of("corpus/documents").resolve(name));
        SourceDocument document = new SourceReader(Limits.DEFAULTS).read(file);
        String text = document.text().value();
        int seen = 0;
        for (int page = 1; page <= document.pages().count(); page++) {
            PagePlaces places = pictures.places(file, page, text, document.pages());
            for (Block block : document.blocks()) {
                seen += block instanceof Block.Grid grid ? numbers(grid, page, document, places) : 0;
            }
        }
        assertThat(seen).isGreaterThan(150);
    }

    private static int numbers(Block.Grid grid, int page, SourceDocument document, PagePlaces places) {
        int seen = 0;
        Block.GridCell last = null;
        Box lastBox = null;
        for (Block.GridCell cell : grid.cells()) {
            boolean number = document.text().quote(cell.span()).strip().matches("[0-9]+");
            if (!number || document.pages().pageAt(cell.span().start()).orElseThrow() != page) {
                continue;
            }
            List<Box> boxes = places.of(cell.span());
            assertThat(boxes).as("page %d: %s", page, cell).hasSize(1);
            Box box = boxes.getFirst();
            if (last != null && lastBox != null) {
                if (last.row() == cell.row()) {
                    assertThat(box.x()).as("%s beside %s", cell, last).isGreaterThan(lastBox.x() + lastBox.width());
                    assertThat(box.y()).isBetween(lastBox.y() - 3, lastBox.y() + 3);
                } else {
                    assertThat(box.y()).as("%s below %s", cell, last).isGreaterThan(lastBox.y() + 5);
                }
            }
            last = cell;
            lastBox = box;
            seen++;
        }
        return seen;
    }

    @Test
    void saysWhyAFileHasNoPages() throws IOException {
        Upload page = file("a.html", "<html><body>年度报告".getBytes(StandardCharsets.UTF_8));
        refused(ProblemCode.UNSUPPORTED_FORMAT, () -> pictures.draw(page, 1));
        Upload broken = file("b.pdf", "%PDF-1.4 nothing".getBytes(StandardCharsets.UTF_8));
        refused(ProblemCode.BROKEN_DOCUMENT, () -> pictures.draw(broken, 1));
    }

    /// Slow, since children start anew.
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"hang", "die"})
    void aPageThatHurtsItsChildHurtsNobodyElse(String does) throws IOException {
        Upload hostile = file("a.pdf", ("%PDF-1.4 " + does).getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> pictures.draw(hostile, 1)).isInstanceOfSatisfying(MingjianException.class, problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.PARSER_FAILED);
            assertThat(problem.limitName())
                    .isEqualTo(does.equals("hang") ? "mingjian.page-pictures.time" : "mingjian.parsers.memory");
        });
        assertThat(draw(file("b.pdf", new PdfFixture().page().bytes()), 1).getWidth())
                .isEqualTo(595);
    }
}
