package io.mingjian.ingest;

import io.mingjian.ingest.layout.DrawnPage;
import io.mingjian.ingest.layout.TextPlaces;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// One page of a PDF as people see it, turned so that its text stands upright. What a child does: a page can be
/// made to hurt whoever draws it.
final class PdfPage {
    /// With fewer dots an inch nobody reads a picture.
    private static final int FEWEST = 20;

    private PdfPage() {}

    /// The page as a PNG.
    static byte[] draw(Source source, PageAsk.Draw ask, Limits limits) throws IOException {
        try (PDDocument document = Loader.loadPDF(source.bytes())) {
            upright(document, ask.number(), source, limits);
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage picture = renderer.renderImageWithDPI(
                    ask.number() - 1, dpi(document.getPage(ask.number() - 1), ask), ImageType.RGB);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.setUseCache(false);
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        }
    }

    /// Where the page's text stands on it.
    static PagePlaces find(Source source, PageAsk.Find ask, Limits limits) throws IOException {
        try (PDDocument document = Loader.loadPDF(source.bytes())) {
            DrawnPage drawn = upright(document, ask.number(), source, limits);
            PDPage page = document.getPage(ask.number() - 1);
            PDRectangle box = page.getCropBox();
            boolean sideways = page.getRotation() % 180 != 0;
            return new PagePlaces(
                    sideways ? box.getHeight() : box.getWidth(),
                    sideways ? box.getWidth() : box.getHeight(),
                    TextPlaces.of(drawn, ask.text()));
        }
    }

    /// What is drawn on the page, which is turned as its text asks for.
    private static DrawnPage upright(PDDocument document, int number, Source source, Limits limits) throws IOException {
        if (number < 1 || number > Math.min(document.getNumberOfPages(), limits.pages())) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "no such page");
        }
        PdfPages pages = new PdfPages(limits, source.pulse());
        pages.setStartPage(number);
        pages.setEndPage(number);
        DrawnPage drawn = pages.of(document).get(number - 1);
        pages.turned().ifPresent(document.getPage(number - 1)::setRotation);
        return drawn;
    }

    private static int dpi(PDPage page, PageAsk.Draw ask) {
        PDRectangle box = page.getCropBox();
        double inches = Math.max(0.01, box.getWidth() / 72.0 * box.getHeight() / 72.0);
        int dpi = (int) Math.min(ask.dpi(), Math.sqrt(ask.pixels() / inches));
        if (dpi < Math.min(FEWEST, ask.dpi())) {
            throw MingjianException.limit(ProblemCode.TOO_LARGE, "mingjian.page-pictures.pixels", ask.pixels());
        }
        return dpi;
    }
}
