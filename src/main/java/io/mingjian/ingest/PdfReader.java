package io.mingjian.ingest;

import io.mingjian.ingest.layout.DrawnPage;
import io.mingjian.ingest.layout.LaidPiece;
import io.mingjian.ingest.layout.PageLayout;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Reads the text layer of PDF files with its pages and ruled tables. Forms (XFA), scripts and attachments are not
/// looked at; a file without text is read from its pictures where that is enabled.
final class PdfReader implements FormatReader {
    /// A page with fewer characters than this holds no text; stamps and page numbers do not make a text layer.
    private static final int TEXT_OF_A_PAGE = 8;

    @Override
    public Reading read(Source source, Limits limits) throws IOException {
        try (PDDocument document = Loader.loadPDF(source.bytes())) {
            int count = document.getNumberOfPages();
            if (count > limits.pages()) {
                throw MingjianException.limit(ProblemCode.TOO_LARGE, "mingjian.limits.pages", limits.pages());
            }
            PdfPages pages = new PdfPages(limits, source.pulse());
            List<DrawnPage> drawn = pages.of(document);
            boolean bare =
                    pages.characters() < TEXT_OF_A_PAGE * count && (pages.characters() == 0 || hasImages(document));
            if (bare || pages.unreadable() > 0.5) {
                return scanned(document, source, limits);
            }
            return mixed(document, drawn, source, limits);
        }
    }

    /// The text of a file of which some pages may be pictures: those are read where that is enabled, and else
    /// counted.
    private static Reading mixed(PDDocument document, List<DrawnPage> drawn, Source source, Limits limits)
            throws IOException {
        List<Integer> scans = new ArrayList<>();
        for (int page = 0; page < drawn.size(); page++) {
            boolean scanned = drawn.get(page).glyphs().size() < TEXT_OF_A_PAGE
                    && drawn.get(page).pictures() > 0;
            if (scanned && limits.recognition().enabled()) {
                scans.add(page);
            }
        }
        List<DrawnPage> read = new ArrayList<>(drawn);
        if (!scans.isEmpty()) {
            scan(document, scans, source, limits, read);
        }
        Reading reading = write(read, source.mediaType(), limits);
        return scans.isEmpty() ? reading : reading.fromPictures();
    }

    /// The text of a file that holds none but in pictures.
    private static Reading scanned(PDDocument document, Source source, Limits limits) throws IOException {
        List<Integer> all =
                IntStream.range(0, document.getNumberOfPages()).boxed().toList();
        List<DrawnPage> drawn = new ArrayList<>(Collections.nCopies(all.size(), DrawnPage.BLANK));
        scan(document, all, source, limits, drawn);
        return write(drawn, source.mediaType(), limits).fromPictures();
    }

    /// Reads the pictures of some pages and puts what they show into the pages' places.
    private static void scan(
            PDDocument document, List<Integer> pages, Source source, Limits limits, List<DrawnPage> drawn)
            throws IOException {
        Scans scans = new Scans(limits.recognition(), source.pulse());
        scans.expect(pages.size());
        PDFRenderer renderer = new PDFRenderer(document);
        for (int page : pages) {
            PDRectangle box = document.getPage(page).getCropBox();
            int dpi = scans.dpi(box.getWidth() / 72, box.getHeight() / 72);
            smooth(document.getPage(page), 0.5f * dpi * box.getWidth() / 72);
            drawn.set(page, scans.read(renderer.renderImageWithDPI(page, dpi, ImageType.GRAY), dpi));
        }
    }

    /// Pictures that are drawn more than twice as large as they are get soft edges: of stairs nobody reads a
    /// character.
    ///
    /// @param width pictures with as many dots are not drawn larger
    private static void smooth(PDPage page, float width) throws IOException {
        PDResources resources = page.getResources();
        if (resources == null) {
            return;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)
                    && resources.getXObject(name) instanceof PDImageXObject image
                    && image.getWidth() < width) {
                image.setInterpolate(true);
            }
        }
    }

    private static boolean hasImages(PDDocument document) {
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getXObjectNames()) {
                if (page.getResources().isImageXObject(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Lays out the pages of a file and writes what they say.
    static Reading write(List<DrawnPage> pages, String mediaType, Limits limits) {
        Draft draft = new Draft(limits);
        for (LaidPiece piece : PageLayout.lay(pages)) {
            switch (piece) {
                case LaidPiece.PageBreak end -> draft.page();
                case LaidPiece.LaidParagraph paragraph -> draft.paragraph(paragraph.text());
                case LaidPiece.LaidTable table -> draft.grid(grid(table, draft.newGrid()));
            }
        }
        int unread = pages.stream().mapToInt(DrawnPage::pictures).sum();
        return draft.finish(mediaType, null, false).withUnread(unread);
    }

    private static GridDraft grid(LaidPiece.LaidTable table, GridDraft grid) {
        for (int row = 0; row < table.rows(); row++) {
            grid.exists(row);
        }
        for (LaidPiece.LaidCell cell : table.cells()) {
            grid.put(new GridDraft.DraftCell(
                    cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), cell.text(), cell.page()));
        }
        return grid;
    }
}
