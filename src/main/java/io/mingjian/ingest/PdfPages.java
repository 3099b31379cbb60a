package io.mingjian.ingest;

import io.mingjian.ingest.layout.DrawnPage;
import io.mingjian.ingest.layout.Glyph;
import io.mingjian.ingest.layout.Ruling;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// Collects what is drawn on the pages of a PDF: characters and straight lines, in one pass. Used by one thread, once.
///
/// Lines are strokes, edges of stroked rectangles and thin filled rectangles. A page with more lines than are accepted
/// holds a drawing. Pages whose text is turned are turned
/// back.
final class PdfPages extends PDFTextStripper {
    /// A filled rectangle thinner than this is a line, in points.
    private static final float THIN = 3f;

    /// How far a baseline may lie outside of what is shown, in points.
    private static final float CLIPPED = 2f;

    /// Left, lower, right and upper edge of what is shown.
    private static final float[] EVERYTHING = {-1e9f, -1e9f, 1e9f, 1e9f};

    private final int limit;
    private final int mostLines;
    private final Pulse pulse;
    private final List<DrawnPage> pages = new ArrayList<>();
    private final List<TextPosition> positions = new ArrayList<>();
    private final List<float[]> lines = new ArrayList<>();
    private final List<float[]> path = new ArrayList<>();
    private float[] current = {0, 0};
    private float[] begun = {0, 0};
    private int characters;
    private int unreadable;
    private int large;
    private boolean drawing;
    private final Deque<float[]> clips = new ArrayDeque<>();
    private float[] clip = EVERYTHING;
    private boolean clipping;
    private boolean bent;

    PdfPages(Limits limits, Pulse pulse) {
        this.limit = limits.textCharacters();
        this.mostLines = limits.shape().pageLines();
        this.pulse = pulse;
        setSuppressDuplicateOverlappingText(false);
        addOperator(new PictureOperator());
        for (String name : List.of("m", "l", "h", "re", "c", "v", "y")) {
            addOperator(new PathOperator(name));
        }
        for (String name : List.of("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "W", "W*")) {
            addOperator(new PathOperator(name));
        }
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
        return middleX < clip[0] || middleX > clip[2] || y < clip[1] - CLIPPED || y > clip[3] + CLIPPED;
    }

    @Override
    public void saveGraphicsState() {
        super.saveGraphicsState();
        clips.push(clip);
    }

    @Override
    public void restoreGraphicsState() {
        super.restoreGraphicsState();
        if (!clips.isEmpty()) {
            clip = clips.pop();
        }
    }

    /// Hides what lies outside of the path, as far as its outermost edges tell.
    private void clip() {
        if (!clipping) {
            return;
        }
        clipping = false;
        float[] edges = {1e9f, 1e9f, -1e9f, -1e9f};
        for (float[] shape : path) {
            for (int i = 0; i < shape.length; i += 2) {
                edges[0] = Math.min(edges[0], shape[i]);
                edges[1] = Math.min(edges[1], shape[i + 1]);
                edges[2] = Math.max(edges[2], shape[i]);
                edges[3] = Math.max(edges[3], shape[i + 1]);
            }
        }
        clip = new float[] {
            Math.max(clip[0], edges[0]),
            Math.max(clip[1], edges[1]),
            Math.min(clip[2], edges[2]),
            Math.min(clip[3], edges[3])
        };
    }

    @Override
    protected void writePage() {
        // The text is not wanted as text.
    }

    @Override
    protected void startPage(PDPage page) {
        positions.clear();
        lines.clear();
        path.clear();
        large = 0;
        drawing = false;
        clips.clear();
        clip = EVERYTHING;
        clipping = false;
    }

    @Override
    protected void endPage(PDPage page) {
        pulse.beat();
        blankUntil(getCurrentPageNo() - 1);
        PDRectangle box = page.getCropBox();
        int turn = turn();
        boolean sideways = turn == 90 || turn == 270;
        List<Glyph> glyphs = new ArrayList<>();
        for (TextPosition position : positions) {
            if (Math.round(position.getDir()) == turn && isUpright(position)) {
                glyphs.add(glyph(position));
            }
        }
        List<Ruling> rulings = new ArrayList<>();
        for (float[] line : lines) {
            float[] start = turned(line[0] - box.getLowerLeftX(), line[1] - box.getLowerLeftY(), box, turn);
            float[] end = turned(line[2] - box.getLowerLeftX(), line[3] - box.getLowerLeftY(), box, turn);
            rulings.add(Ruling.between(start[0], start[1], end[0], end[1]));
        }
        float width = sideways ? box.getHeight() : box.getWidth();
        float height = sideways ? box.getWidth() : box.getHeight();
        pages.add(new DrawnPage(width, height, glyphs, rulings, large + (drawing ? 1 : 0)));
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
        boolean stray = (c >= '\u2E80' && c < '\u2FE0') || (c >= '\uF900' && c < '\uFB00');
        return stray ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text.replace('\f', ' ');
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

    private void line(float[] from, float[] to) {
        boolean ruling = Math.abs(from[0] - to[0]) < 1 || Math.abs(from[1] - to[1]) < 1;
        if (ruling && lines.size() == mostLines) {
            drawing = true;
        } else if (ruling) {
            lines.add(new float[] {from[0], from[1], to[0], to[1]});
        }
    }

    private void draw(String operator) {
        clip();
        boolean stroked = "SsBbB*b*".contains(operator);
        for (float[] shape : path) {
            if (shape.length == 4) {
                if (stroked) {
                    line(new float[] {shape[0], shape[1]}, new float[] {shape[2], shape[3]});
                }
                continue;
            }
            rectangle(shape, stroked);
        }
        path.clear();
    }

    /// A rectangle as its four corners.
    private void rectangle(float[] r, boolean stroked) {
        float left = Math.min(r[0], r[4]);
        float right = Math.max(r[0], r[4]);
        float bottom = Math.min(r[1], r[5]);
        float top = Math.max(r[1], r[5]);
        if (right - left < THIN) {
            float x = (left + right) / 2;
            line(new float[] {x, bottom}, new float[] {x, top});
        } else if (top - bottom < THIN) {
            float y = (bottom + top) / 2;
            line(new float[] {left, y}, new float[] {right, y});
        } else if (stroked) {
            line(new float[] {left, bottom}, new float[] {right, bottom});
            line(new float[] {left, top}, new float[] {right, top});
            line(new float[] {left, bottom}, new float[] {left, top});
            line(new float[] {right, bottom}, new float[] {right, top});
        }
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
            switch (name) {
                case "m" -> {
                    current = point(operands, 0);
                    begun = current;
                }
                case "l" -> {
                    float[] next = point(operands, 0);
                    path.add(new float[] {current[0], current[1], next[0], next[1]});
                    current = next;
                }
                case "h" -> close();
                case "c", "v", "y" -> {
                    current = point(operands, operands.size() - 2);
                    bent = true;
                }
                case "re" -> rectangle(operands);
                case "W", "W*" -> clipping = !path.isEmpty() && !bent;
                case "n" -> {
                    clip();
                    path.clear();
                }
                case "s", "b", "b*" -> {
                    close();
                    draw(name);
                }
                default -> draw(name);
            }
            if (path.size() > mostLines) {
                drawing = true;
                path.clear();
            }
            bent &= !path.isEmpty();
        }

        private void close() {
            path.add(new float[] {current[0], current[1], begun[0], begun[1]});
            current = begun;
        }

        private void rectangle(List<COSBase> operands) {
            float x = number(operands, 0);
            float y = number(operands, 1);
            float width = number(operands, 2);
            float height = number(operands, 3);
            float[] one = transformed(x, y);
            float[] two = transformed(x + width, y);
            float[] three = transformed(x + width, y + height);
            path.add(new float[] {one[0], one[1], two[0], two[1], three[0], three[1]});
            current = one;
            begun = one;
        }

        private float[] point(List<COSBase> operands, int at) {
            return transformed(number(operands, at), number(operands, at + 1));
        }

        private float[] transformed(float x, float y) {
            Point2D.Float point = PdfPages.this.transformedPoint(x, y);
            return new float[] {point.x, point.y};
        }

        private static float number(List<COSBase> operands, int at) {
            @Nullable COSBase operand = at >= 0 && at < operands.size() ? operands.get(at) : null;
            return operand instanceof COSNumber number ? number.floatValue() : 0;
        }
    }
}
