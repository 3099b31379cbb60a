package io.mingjian.ingest;

import io.mingjian.ingest.layout.DrawnPage;
import io.mingjian.ingest.layout.LaidPiece;
import io.mingjian.ingest.layout.PageLayout;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/// Reads the text layer of PDF files with its pages and ruled tables. Forms (XFA), scripts and attachments are not
/// looked at.
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
            PdfPages pages = new PdfPages(limits);
            List<DrawnPage> drawn = pages.of(document);
            boolean bare =
                    pages.characters() < TEXT_OF_A_PAGE * count && (pages.characters() == 0 || hasImages(document));
            if (bare || pages.unreadable() > 0.5) {
                throw new MingjianException(
                        ProblemCode.NO_TEXT_LAYER,
                        count + " pages hold " + pages.characters() + " characters, "
                                + Math.round(pages.unreadable() * 100) + " % of them without meaning");
            }
            return write(PageLayout.lay(drawn), source.mediaType(), limits);
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

    static Reading write(List<LaidPiece> pieces, String mediaType, Limits limits) {
        Draft draft = new Draft(limits);
        for (LaidPiece piece : pieces) {
            switch (piece) {
                case LaidPiece.PageBreak end -> draft.page();
                case LaidPiece.LaidParagraph paragraph -> draft.paragraph(paragraph.text());
                case LaidPiece.LaidTable table -> draft.grid(grid(table));
            }
        }
        return draft.finish(mediaType, null, false);
    }

    private static GridDraft grid(LaidPiece.LaidTable table) {
        GridDraft grid = new GridDraft();
        for (int row = 0; row < table.rows(); row++) {
            grid.exists(row);
        }
        for (LaidPiece.LaidCell cell : table.cells()) {
            grid.put(cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), cell.text());
        }
        return grid;
    }
}
