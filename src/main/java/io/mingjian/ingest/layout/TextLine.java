package io.mingjian.ingest.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Glyphs on one baseline, from left to right.
record TextLine(String text, float left, float right, float y, float size) {

    /// A gap that parts columns, in font sizes.
    private static final float COLUMN_GAP = 1.8f;

    /// The lines that glyphs make, from top to bottom.
    static List<TextLine> of(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::middleY).thenComparingDouble(Glyph::x));
        List<TextLine> lines = new ArrayList<>();
        List<Glyph> current = new ArrayList<>();
        float middle = 0;
        for (Glyph glyph : sorted) {
            if (!current.isEmpty()
                    && glyph.middleY() - middle
                            > 0.5f * Math.min(glyph.size(), current.getLast().size())) {
                add(current, lines);
                current.clear();
            }
            if (!glyph.isBlank() || current.isEmpty()) {
                middle = current.isEmpty() ? glyph.middleY() : (middle + glyph.middleY()) / 2;
            }
            current.add(glyph);
        }
        add(current, lines);
        return lines;
    }

    private static void add(List<Glyph> glyphs, List<TextLine> lines) {
        List<Glyph> inked = glyphs.stream().filter(glyph -> !glyph.isBlank()).toList();
        if (inked.isEmpty()) {
            return;
        }
        glyphs.sort(Comparator.comparingDouble(Glyph::x));
        StringBuilder text = new StringBuilder();
        Glyph last = null;
        for (Glyph glyph : glyphs) {
            boolean again = last != null
                    && last.text().equals(glyph.text())
                    && glyph.x() - last.x() < 0.3f * Math.max(1, glyph.width());
            if (again) {
                // Bold made by printing twice.
                continue;
            }
            if (last != null) {
                text.append(gap(last, glyph));
            }
            text.append(glyph.text());
            last = glyph;
        }
        float left = Float.MAX_VALUE;
        float right = 0;
        float size = 0;
        for (Glyph glyph : inked) {
            left = Math.min(left, glyph.x());
            right = Math.max(right, glyph.right());
            size = Math.max(size, glyph.size());
        }
        lines.add(new TextLine(
                text.toString().strip(), left, right, inked.getFirst().y(), size));
    }

    private static String gap(Glyph before, Glyph after) {
        float gap = after.x() - before.right();
        float size = Math.max(before.size(), after.size());
        if (before.isBlank() || after.isBlank()) {
            return gap > COLUMN_GAP * size ? "\t" : "";
        }
        boolean words = isWord(before) && isWord(after);
        return gap > COLUMN_GAP * size ? "\t" : gap > (words ? 0.2f : 0.6f) * size ? " " : "";
    }

    private static boolean isWord(Glyph glyph) {
        char c = glyph.text().charAt(0);
        return c < 0x2E80 && Character.isLetterOrDigit(c);
    }

    /// Two parts of one paragraph put together: no blank beside an ideograph or full-width punctuation.
    static String join(String before, String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before + after;
        }
        boolean wide = before.charAt(before.length() - 1) >= 0x2E80 || after.charAt(0) >= 0x2E80;
        return wide ? before + after : before + " " + after;
    }
}
