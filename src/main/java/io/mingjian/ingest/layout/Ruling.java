package io.mingjian.ingest.layout;

/// A straight line along a page's edges: `across` is its place (y of a horizontal, x of a vertical line), from
/// `start` to `end` along it.
public record Ruling(boolean horizontal, float across, float start, float end) {

    /// The line between two points; slanted ones and dots are no ruling and give null-length lines to be left out.
    public static Ruling between(float x1, float y1, float x2, float y2) {
        boolean horizontal = Math.abs(x2 - x1) >= Math.abs(y2 - y1);
        return horizontal
                ? new Ruling(true, (y1 + y2) / 2, Math.min(x1, x2), Math.max(x1, x2))
                : new Ruling(false, (x1 + x2) / 2, Math.min(y1, y2), Math.max(y1, y2));
    }

    /// The same line further right.
    Ruling moved(float right) {
        return horizontal
                ? new Ruling(true, across, start + right, end + right)
                : new Ruling(false, across + right, start, end);
    }

    float length() {
        return end - start;
    }

    boolean covers(float along) {
        return start - 1 <= along && along <= end + 1;
    }
}
