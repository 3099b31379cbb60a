package io.mingjian.ingest.layout;

/// A character where it is drawn: left edge, baseline, width and font size, in points from the upper left.
public record Glyph(String text, float x, float y, float width, float size) {
    float right() {
        return x + width;
    }

    /// The middle, a little above the baseline.
    float middleY() {
        return y - size * 0.35f;
    }

    float middleX() {
        return x + width / 2;
    }

    boolean isBlank() {
        return text.isBlank() || text.charAt(0) == '\u00A0' || text.charAt(0) == '\u3000';
    }
}
