package io.mingjian.ingest;

import io.mingjian.ingest.layout.DrawnPage;
import io.mingjian.ingest.layout.Glyph;
import io.mingjian.ingest.layout.Ruling;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.text.Radicals;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/// Collects what is drawn on the pages of a PDF: characters and straight lines, in one pass. Used by one thread,
/// once.
///
/// Pages whose text is turned are turned back.
final class PdfPages extends PDFTextStripper {
    private final int limit;
    private final Pulse pulse;
    private final List<DrawnPage> pages = new ArrayList<>();
    private final List<TextPosition> positions = new ArrayList<>();
    private final PdfPaths paths;
    private int characters;
    private int unreadable;
    private int large;
    private OptionalInt turned = OptionalInt.empty();

    PdfPages(Limits limits, Pulse pulse) {
        this.limit = limits.textCharacters();
        this.paths = new PdfPaths(limits.shape().pageLines(), this::place);
        this.pulse = pulse;
        setSuppressDuplicateOverlappingText(false);
        addOperator(new PictureOperator());
        PdfPaths.OPERATORS.forEach(name -> addOperator(new PathOperator(name)));
    }

    List<DrawnPage> of(PDDocument document) throws IOException {
        writeText(document, Writer.nullWriter());
        blankUntil(document.getNumberOfPages());
        return pages;
    }

    /// The stripper passes over pages on which nothing is drawn; they are pages none the less.
    private void blankUntil(int count) {
        while (pages.size() < count) {
            pages.add(DrawnPage.BLANK);
        }
    }

    /// Share of the characters that the file gives no meaning for.
    double unreadable() {
        return characters == 0 ? 0 : (double) unreadable / characters;
    }

    int characters() {
        return characters;
    }

    /// The direction of the text of the last page, in degrees; empty where there is no text.
    OptionalInt turned() {
        return turned;
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        if (++characters > limit) {
            throw MingjianException.limit(ProblemCode.TEXT_TOO_LONG, "mingjian.limits.text-characters", limit);
        }
        String text = position.getUnicode();
        if (isClipped(position)) {
            return;
        }
        if (text == null || text.isEmpty() || text.charAt(0) == '\uFFFD') {
            unreadable++;
        } else {
            positions.add(position);
        }
    }

    /// Whether the page shows nothing of a character: a sheet's cell hides what is too long for it.
    private boolean isClipped(TextPosition position) {
        Matrix matrix = position.getTextMatrix();
        PDRectangle box = getCurrentPage().getCropBox();
        float x = matrix.getTranslateX() + box.getLowerLeftX();
        float y = matrix.getTranslateY() + box.getLowerLeftY();
        // Fonts for vertical writing give their characters the width of several.
        float width = Math.min(position.getWidthDirAdj(), position.getFontSizeInPt());
        boolean turned = Math.abs(matrix.getScaleX()) < Math.abs(matrix.getShearX());
        float middleX = x + (turned ? 0 : width / 2);
        return !paths.isShown(middleX, y);
    }

    @Override
    public void saveGraphicsState() {
        super.saveGraphicsState();
        paths.save();
    }

    @Override
    public void restoreGraphicsState() {
        super.restoreGraphicsState();
        paths.restore();
    }

    private float[] place(float x, float y) {
        Point2D.Float point = transformedPoint(x, y);
        return new float[] {point.x, point.y};
    }

    @Override
    protected void writePage() {
        // The text is not wanted as text.
    }

    @Override
    protected void startPage(PDPage page) {
        positions.clear();
        paths.clear();
        large = 0;
    }

    @Override
    protected void endPage(PDPage page) {
        pulse.beat();
        blankUntil(getCurrentPageNo() - 1);
        PDRectangle box = page.getCropBox();
        int turn = turn();
        turned = positions.isEmpty() ? OptionalInt.empty() : OptionalInt.of(turn);
        boolean sideways = turn == 90 || turn == 270;
        List<Glyph> glyphs = new ArrayList<>();
        for (TextPosition position : positions) {
            if (Math.round(position.getDir()) == turn && isUpright(position)) {
                glyphs.add(glyph(position));
            }
        }
        List<Ruling> rulings = new ArrayList<>();
        for (float[] line : paths.lines()) {
            float[] start = turned(line[0] - box.getLowerLeftX(), line[1] - box.getLowerLeftY(), box, turn);
            float[] end = turned(line[2] - box.getLowerLeftX(), line[3] - box.getLowerLeftY(), box, turn);
            rulings.add(Ruling.between(start[0], start[1], end[0], end[1]));
        }
        float width = sideways ? box.getHeight() : box.getWidth();
        float height = sideways ? box.getWidth() : box.getHeight();
        pages.add(new DrawnPage(width, height, glyphs, rulings, large + (paths.isDrawing() ? 1 : 0)));
    }

    /// The direction of most of the page's text.
    private int turn() {
        int[] counts = new int[4];
        for (TextPosition position : positions) {
            counts[Math.floorMod(Math.round(position.getDir() / 90), 4)]++;
        }
        int most = 0;
        for (int i = 1; i < 4; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return most * 90;
    }

    /// A slanted character is a watermark's.
    private static boolean isUpright(TextPosition position) {
        float along = Math.abs(position.getTextMatrix().getScaleX());
        float slant = Math.abs(position.getTextMatrix().getShearX());
        return Math.min(along, slant) < 0.2f * Math.max(along, slant);
    }

    private static Glyph glyph(TextPosition position) {
        float size = position.getFontSizeInPt();
        float width = position.getWidthDirAdj();
        float usable = size > 2 ? size : Math.max(4, Math.max(width, position.getHeightDir()));
        String text = readable(position.getUnicode());
        // Fonts for vertical writing give their characters the width of several.
        float believable = Math.min(width, 1.5f * usable * text.length());
        return new Glyph(text, position.getXDirAdj(), position.getYDirAdj(), believable, usable);
    }

    /// Fonts name some ideographs by their radical (⼀ for 一) or compatibility form.
    private static String readable(String text) {
        char c = text.charAt(0);
        if (c >= '\uF900' && c < '\uFB00') {
            return Normalizer.normalize(text, Normalizer.Form.NFKC);
        }
        char whole = Radicals.whole(c);
        return whole == c ? text.replace('\f', ' ') : whole + text.substring(1);
    }

    /// As text positions are turned: to an origin at the upper left, with the text upright.
    private static float[] turned(float x, float y, PDRectangle box, int turn) {
        return switch (turn) {
            case 90 -> new float[] {y, x};
            case 180 -> new float[] {box.getWidth() - x, y};
            case 270 -> new float[] {box.getHeight() - y, box.getWidth() - x};
            default -> new float[] {x, box.getHeight() - y};
        };
    }

    /// Draws a form, or notes how large a picture is shown.
    private final class PictureOperator extends DrawObject {
        PictureOperator() {
            super(PdfPages.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            boolean picture = !operands.isEmpty()
                    && operands.getFirst() instanceof COSName name
                    && getResources() != null
                    && getResources().isImageXObject(name);
            if (!picture) {
                super.process(operator, operands);
                return;
            }
            Matrix place = getGraphicsState().getCurrentTransformationMatrix();
            float width = Math.max(Math.abs(place.getScalingFactorX()), Math.abs(place.getShearX()));
            float height = Math.max(Math.abs(place.getScalingFactorY()), Math.abs(place.getShearY()));
            large += LargePicture.is(width, height) ? 1 : 0;
        }
    }

    /// One of the operators that build or paint a path; the stripper knows none of them.
    private final class PathOperator extends OperatorProcessor {
        private final String name;

        PathOperator(String name) {
            super(PdfPages.this);
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            paths.draw(name, operands);
        }
    }
}
