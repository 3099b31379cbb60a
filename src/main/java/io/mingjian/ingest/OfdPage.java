package io.mingjian.ingest;

import io.mingjian.ingest.layout.DrawnPage;
import io.mingjian.ingest.layout.Glyph;
import io.mingjian.ingest.layout.Ruling;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/// Collects the characters and lines of one OFD page. Millimetres become points. Used by one thread, once.
final class OfdPage {
    private static final float POINTS = 72 / 25.4f;

    /// A filled shape thinner than this is a line, in millimetres.
    private static final float THIN = 1f;

    private final int limit;
    private final int mostLines;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Ruling> rulings = new ArrayList<>();

    private int pictures;
    private boolean drawing;

    OfdPage(Limits limits) {
        this.limit = limits.textCharacters();
        this.mostLines = limits.shape().pageLines();
    }

    DrawnPage page(float width, float height) {
        return new DrawnPage(width * POINTS, height * POINTS, glyphs, rulings, pictures + (drawing ? 1 : 0));
    }

    void draw(Element parent) {
        for (Element child : Xml.children(parent)) {
            switch (Xml.name(child)) {
                case "TextObject" -> text(child);
                case "PathObject" -> path(child);
                case "ImageObject" -> picture(child);
                case "Content", "Layer", "PageBlock" -> draw(child);
                default -> {}
            }
        }
    }

    private void picture(Element object) {
        float[] boundary = numbers(Xml.attribute(object, "Boundary"));
        if (boundary.length == 4 && LargePicture.is(boundary[2] * POINTS, boundary[3] * POINTS)) {
            pictures++;
        }
    }

    /// From an object's own coordinates to the page's: its matrix, then the corner of its boundary.
    private static final class Frame {
        private final float[] matrix;
        private final float left;
        private final float top;

        Frame(Element object) {
            float[] boundary = numbers(Xml.attribute(object, "Boundary"));
            float[] given = numbers(Xml.attribute(object, "CTM"));
            matrix = given.length == 6 ? given : new float[] {1, 0, 0, 1, 0, 0};
            left = boundary.length == 4 ? boundary[0] : 0;
            top = boundary.length == 4 ? boundary[1] : 0;
        }

        float x(float x, float y) {
            return (matrix[0] * x + matrix[2] * y + matrix[4] + left) * POINTS;
        }

        float y(float x, float y) {
            return (matrix[1] * x + matrix[3] * y + matrix[5] + top) * POINTS;
        }

        float scale() {
            return (float) Math.hypot(matrix[2], matrix[3]);
        }

        boolean isUpright() {
            return Math.abs(matrix[1]) < 0.2f * Math.abs(matrix[0]);
        }
    }

    private void text(Element object) {
        Frame frame = new Frame(object);
        if (!frame.isUpright()) {
            return;
        }
        float[] sizes = numbers(Xml.attribute(object, "Size"));
        float size = sizes.length == 0 ? 4 : sizes[0];
        float[] scales = numbers(Xml.attribute(object, "HScale"));
        float wide = size * (scales.length == 0 ? 1 : scales[0]);
        float x = 0;
        float y = 0;
        for (Element code : Xml.children(object, "TextCode")) {
            float[] startX = numbers(Xml.attribute(code, "X"));
            float[] startY = numbers(Xml.attribute(code, "Y"));
            x = startX.length == 0 ? x : startX[0];
            y = startY.length == 0 ? y : startY[0];
            String text = code.getTextContent();
            float[] right = deltas(Xml.attribute(code, "DeltaX"), text.length());
            float[] below = deltas(Xml.attribute(code, "DeltaY"), text.length());
            for (int i = 0, n = 0; i < text.length(); n++) {
                int end = text.offsetByCodePoints(i, 1);
                float width = text.charAt(i) < 0x2E80 ? wide / 2 : wide;
                add(frame, text.substring(i, end), x, y, width, size);
                boolean stays = right.length == 0 && below.length > 0;
                x += n < right.length ? right[n] : stays ? 0 : width;
                y += n < below.length ? below[n] : 0;
                i = end;
            }
        }
    }

    private void add(Frame frame, String text, float x, float y, float width, float size) {
        if (glyphs.size() >= limit) {
            throw MingjianException.limit(ProblemCode.TEXT_TOO_LONG, "mingjian.limits.text-characters", limit);
        }
        if (text.charAt(0) >= ' ') {
            float left = frame.x(x, y);
            float printed = Math.abs(frame.x(x + width, y) - left);
            glyphs.add(new Glyph(text, left, frame.y(x, y), printed, size * frame.scale() * POINTS));
        }
    }

    /// Steps from character to character; `g 3 4` is three times 4.
    private static float[] deltas(String written, int most) {
        List<Float> steps = new ArrayList<>();
        String[] words = written.strip().split("\\s+");
        for (int i = 0; i < words.length && steps.size() < most; i++) {
            if (words[i].equals("g") && i + 2 < words.length) {
                float[] run = numbers(words[i + 1] + " " + words[i + 2]);
                for (int n = 0; run.length == 2 && n < run[0] && steps.size() < most; n++) {
                    steps.add(run[1]);
                }
                i += 2;
            } else {
                for (float step : numbers(words[i])) {
                    steps.add(step);
                }
            }
        }
        float[] found = new float[steps.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = steps.get(i);
        }
        return found;
    }

    private void path(Element object) {
        Element data = Xml.child(object, "AbbreviatedData");
        if (data == null) {
            return;
        }
        Frame frame = new Frame(object);
        boolean stroked = !Xml.attribute(object, "Stroke").equals("false");
        String[] words = data.getTextContent().strip().split("\\s+");
        List<float[]> points = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "M", "S" -> {
                    shape(points, frame, stroked);
                    points.clear();
                    points.add(point(words, i + 1));
                }
                case "L" -> points.add(point(words, i + 1));
                case "Q" -> points.add(point(words, i + 3));
                case "B" -> points.add(point(words, i + 5));
                case "A" -> points.add(point(words, i + 6));
                case "C" -> {
                    if (!points.isEmpty()) {
                        points.add(points.getFirst());
                    }
                }
                default -> {}
            }
        }
        shape(points, frame, stroked);
    }

    private static float[] point(String[] words, int at) {
        return at + 1 < words.length ? new float[] {number(words[at]), number(words[at + 1])} : new float[] {0, 0};
    }

    private void shape(List<float[]> points, Frame frame, boolean stroked) {
        if (points.size() < 2) {
            return;
        }
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (float[] point : points) {
            left = Math.min(left, point[0]);
            right = Math.max(right, point[0]);
            top = Math.min(top, point[1]);
            bottom = Math.max(bottom, point[1]);
        }
        if (Math.min(right - left, bottom - top) < THIN && points.size() > 2) {
            line(
                    frame,
                    new float[] {left, (top + bottom) / 2},
                    new float[] {right, (top + bottom) / 2},
                    right - left > bottom - top);
            line(
                    frame,
                    new float[] {(left + right) / 2, top},
                    new float[] {(left + right) / 2, bottom},
                    right - left <= bottom - top);
            return;
        }
        for (int i = 1; stroked && i < points.size(); i++) {
            float[] from = points.get(i - 1);
            float[] to = points.get(i);
            line(frame, from, to, Math.abs(from[0] - to[0]) < 0.3f || Math.abs(from[1] - to[1]) < 0.3f);
        }
    }

    private void line(Frame frame, float[] from, float[] to, boolean drawn) {
        if (drawn && rulings.size() == mostLines) {
            drawing = true;
        } else if (drawn) {
            rulings.add(Ruling.between(
                    frame.x(from[0], from[1]),
                    frame.y(from[0], from[1]),
                    frame.x(to[0], to[1]),
                    frame.y(to[0], to[1])));
        }
    }

    /// The numbers in a text; what is none counts as 0.
    static float[] numbers(String text) {
        if (text.isBlank()) {
            return new float[0];
        }
        String[] words = text.strip().split("\\s+");
        float[] numbers = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = number(words[i]);
        }
        return numbers;
    }

    private static float number(String word) {
        try {
            return Float.parseFloat(word);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
