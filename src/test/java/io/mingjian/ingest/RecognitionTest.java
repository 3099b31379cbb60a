package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.cells;
import static io.mingjian.ingest.Fixtures.grid;
import static io.mingjian.ingest.Fixtures.quotes;
import static io.mingjian.ingest.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.Cores;
import io.mingjian.extract.Extraction;
import io.mingjian.extract.Extractor;
import io.mingjian.ingest.scan.Recognition;
import io.mingjian.ingest.scan.Tesseract;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.tables.Cell;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecognitionTest {
    private static final Path SCAN = Path.of("corpus/documents/t57_err_scan.pdf");
    private static final Path PRINTED = Path.of("corpus/documents/t16_ybj2024_pdf.pdf");

    private static Recognition settings(String command, int pages, int pixels, Duration pageTime) {
        return new Recognition(true, command, "chi_sim", 300, pages, pixels, 2000, pageTime, Duration.ofMinutes(5));
    }

    private static Limits on(int pages, int pixels, Duration pageTime) {
        Recognition recognition = settings("tesseract", pages, pixels, pageTime);
        Assumptions.assumeTrue(
                new Tesseract(recognition).isInstalled(), "skipped: Tesseract with chi_sim is not installed");
        return Limits.DEFAULTS.with(recognition);
    }

    private static Limits on() {
        return on(50, 40_000_000, Duration.ofSeconds(60));
    }

    private static void refused(ProblemCode code, String detail, Limits limits, byte[] bytes, String name) {
        assertThatThrownBy(() -> read(name, bytes, limits)).isInstanceOfSatisfying(MingjianException.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.detail()).contains(detail);
        });
    }

    @Test
    void scansAreRefusedUnlessAskedForAndWithoutTheProgram() throws IOException {
        byte[] scan = Files.readAllBytes(SCAN);
        refused(ProblemCode.NO_TEXT_LAYER, "mingjian.ocr.enabled is false", Limits.DEFAULTS, scan, "a.pdf");
        Recognition missing = settings("no-such-program", 50, 1 << 26, Duration.ofSeconds(60));
        refused(
                ProblemCode.NO_TEXT_LAYER,
                "lacks no-such-program with chi_sim",
                Limits.DEFAULTS.with(missing),
                scan,
                "a.pdf");
    }

    @Test
    void limitsOfRecognitionHoldAtTheirBound() throws IOException {
        byte[] scan = Files.readAllBytes(SCAN);
        refused(
                ProblemCode.TOO_LARGE,
                "mingjian.ocr.pages=2",
                on(2, 40_000_000, Duration.ofSeconds(60)),
                scan,
                "a.pdf");
        refused(
                ProblemCode.PARSER_FAILED,
                "mingjian.ocr.page-time=1",
                on(3, 40_000_000, Duration.ofMillis(1)),
                scan,
                "a.pdf");
        byte[] picture = png(new BufferedImage(100, 101, BufferedImage.TYPE_BYTE_GRAY));
        refused(
                ProblemCode.TOO_LARGE,
                "mingjian.ocr.pixels=10099",
                on(3, 10_099, Duration.ofSeconds(60)),
                picture,
                "a.png");
        refused(ProblemCode.EMPTY_DOCUMENT, "no characters", on(3, 10_100, Duration.ofSeconds(60)), picture, "a.png");
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage firstPage(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFRenderer(document).renderImageWithDPI(0, 150, ImageType.GRAY);
        }
    }

    @Test
    void aPictureOfAPageGivesItsParagraphsAndTables() throws IOException {
        SourceDocument seen = read("a.png", png(firstPage(PRINTED)), on());
        SourceDocument printed = read("a.pdf", Files.readAllBytes(PRINTED));
        assertThat(seen.recognized()).isTrue();
        assertThat(printed.recognized()).isFalse();
        assertThat(quotes(seen).getFirst().replace(" ", ""))
                .isEqualTo(quotes(printed).getFirst());
        assertThat(grid(seen, 0).columns()).isEqualTo(grid(printed, 0).columns());
        List<String> expected = cells(printed, 0).lines().toList();
        List<String> found = cells(seen, 0).lines().toList();
        assertThat(found).hasSameSizeAs(expected);
        long same = IntStream.range(0, found.size())
                .filter(i ->
                        found.get(i).replace(" ", "").equals(expected.get(i).replace(" ", "")))
                .count();
        assertThat(same).isGreaterThan(expected.size() * 3 / 4);
    }

    /// A printed report behind which a scanned page was put.
    private static byte[] mixed() throws IOException {
        try (PDDocument document = Loader.loadPDF(PRINTED.toFile());
                PDDocument scan = Loader.loadPDF(SCAN.toFile())) {
            document.importPage(scan.getPage(0));
            return Fixtures.saved(document);
        }
    }

    @Test
    void aScannedPageAmongPrintedOnesIsCountedWhereItIsNotRead() throws IOException {
        SourceDocument printed = read("a.pdf", Files.readAllBytes(PRINTED));
        SourceDocument document = read("a.pdf", mixed());
        assertThat(printed.unreadPictures()).isZero();
        assertThat(document.unreadPictures()).isEqualTo(1);
        assertThat(document.recognized()).isFalse();
        assertThat(quotes(document)).isEqualTo(quotes(printed));
        assertThat(document.pages().count()).isEqualTo(printed.pages().count() + 1);
    }

    @Test
    void aScannedPageAmongPrintedOnesIsReadInItsPlace() throws IOException {
        SourceDocument printed = read("a.pdf", Files.readAllBytes(PRINTED));
        SourceDocument document = read("a.pdf", mixed(), on(1, 40_000_000, Duration.ofSeconds(60)));
        assertThat(document.unreadPictures()).isZero();
        assertThat(document.recognized()).isTrue();
        assertThat(quotes(document)).startsWith(quotes(printed).getFirst());
        assertThat(quotes(document)).hasSizeGreaterThan(quotes(printed).size());
    }

    @Test
    @Tag("slow")
    void aScanIsExtractedWithLessConfidence() {
        Extractor extractor = new Extractor(Cores.MODEL, new SourceReader(on()), Cores.PARTS.tokenizer());
        Extraction extraction = extractor.extract(new Upload("a.pdf", null, SCAN));
        String json =
                new String(Cores.PARTS.writer().write(extraction, false), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(json).contains("\"recognized\":true");
        assertThat(extraction.tables()).isNotEmpty();
        assertThat(extraction.facts()).isNotEmpty().allMatch(fact -> fact.confidence() <= 0.7);
        assertThat(extraction.tables().stream()
                        .flatMap(table -> table.cells().stream())
                        .filter(cell -> cell instanceof Cell.Stated)
                        .map(cell -> (Cell.Stated) cell))
                .isNotEmpty()
                .allMatch(cell -> cell.confidence() <= 0.7);
    }
}
