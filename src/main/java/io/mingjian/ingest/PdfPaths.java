package io.mingjian.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/// The straight lines that the paths of a PDF's page draw, and the part of the page that they let be seen. Used
/// by one thread, page after page.
///
/// Lines are strokes, edges of stroked rectangles and thin filled rectangles. A page with more lines than are
/// accepted holds a drawing.
final class PdfPaths {
    /// The operators that build or paint a path.
    static final List<String> OPERATORS =
            List.of("m", "l", "h", "re", "c", "v", "y", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "W", "W*");

    /// A filled rectangle thinner than this is a line, in points.
    private static final float THIN = 3f;

    /// How far a baseline may lie outside of what is shown, in points.
    private static final float CLIPPED = 2f;

    /// Left, lower, right and upper edge of what is shown.
    private static final float[] EVERYTHING = {-1e9f, -1e9f, 1e9f, 1e9f};

    private final int mostLines;
    private final Placing placing;
    private final List<float[]> lines = new ArrayList<>();
    private final List<float[]> path = new ArrayList<>();
    private final Deque<float[]> clips = new ArrayDeque<>();
    private float[] current = {0, 0};
    private float[] begun = {0, 0};
    private float[] clip = EVERYTHING;
    private boolean clipping;
    private boolean bent;
    private boolean drawing;

    /// Where a point that an operator names lies on the page.
    interface Placing {
        float[] of(float x, float y);
    }

    PdfPaths(int mostLines, Placing placing) {
        this.mostLines = mostLines;
        this.placing = placing;
    }

    /// A new page begins.
    void clear() {
        lines.clear();
        path.clear();
        clips.clear();
        clip = EVERYTHING;
        clipping = false;
        drawing = false;
    }

    /// The lines of the page so far, each as its two ends.
    List<float[]> lines() {
        return lines;
    }

    /// Whether there were more lines than are accepted.
    boolean isDrawing() {
        return drawing;
    }

    boolean isShown(float x, float y) {
        return x >= clip[0] && x <= clip[2] && y >= clip[1] - CLIPPED && y <= clip[3] + CLIPPED;
    }

    void save() {
        clips.push(clip);
    }

    void restore() {
        if (!clips.isEmpty()) {
            clip = clips.pop();
        }
    }

    /// Does what one of the operators says.
    void draw(String operator, List<COSBase> operands) {
        switch (operator) {
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
                paint(operator);
            }
            default -> paint(operator);
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
        float[] one = placing.of(x, y);
        float[] two = placing.of(x + width, y);
        float[] three = placing.of(x + width, y + height);
        path.add(new float[] {one[0], one[1], two[0], two[1], three[0], three[1]});
        current = one;
        begun = one;
    }

    private float[] point(List<COSBase> operands, int at) {
        return placing.of(number(operands, at), number(operands, at + 1));
    }

    private static float number(List<COSBase> operands, int at) {
        @Nullable COSBase operand = at >= 0 && at < operands.size() ? operands.get(at) : null;
        return operand instanceof COSNumber number ? number.floatValue() : 0;
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

    private void line(float[] from, float[] to) {
        boolean ruling = Math.abs(from[0] - to[0]) < 1 || Math.abs(from[1] - to[1]) < 1;
        if (ruling && lines.size() == mostLines) {
            drawing = true;
        } else if (ruling) {
            lines.add(new float[] {from[0], from[1], to[0], to[1]});
        }
    }

    private void paint(String operator) {
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
}
