package io.mingjian.ingest.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Glyphs on one baseline, from left to right.
///
/// @param spaced whether a blank is printed at its end
/// @param pieces what wide gaps leave of it; a tab in the text stands where the gap is as wide as between columns
record TextLine(String text, float left, float right, float y, float size, boolean spaced, List<Piece> pieces) {
    TextLine {
        pieces = List.copyOf(pieces);
    }

    /// A gap that parts columns, in font sizes.
    private static final float COLUMN_GAP = 1.8f;

    /// A run of glyphs without a gap wider than between words.
    record Piece(String text, float left, float right) {
        boolean isNumber() {
            return !text.isEmpty() && text.chars().allMatch(c -> Character.isDigit(c) || ".,-—/".indexOf(c) >= 0);
        }
    }

    /// Whether a glyph is one of its.
    boolean holds(Glyph glyph) {
        return Math.abs(glyph.middleY() - y + size * 0.35f) < 0.5f * size
                && glyph.middleX() > left - 1
                && glyph.middleX() < right + 1;
    }

    /// Whether it is a table's row that ends in numbers.
    boolean isRow() {
        return text.indexOf('\t') >= 0 && pieces.getLast().isNumber();
    }

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
        List<Piece> pieces = new ArrayList<>();
        int pieceStart = 0;
        float begun = glyphs.getFirst().x();
        Glyph last = null;
        for (Glyph glyph : glyphs) {
            boolean again = last != null
                    && last.text().equals(glyph.text())
                    && glyph.x() - last.x() < 0.3f * Math.max(1, glyph.width());
            if (again) {
                // Bold made by printing twice.
                continue;
            }
            String gap = last == null ? "" : gap(last, glyph);
            if (!gap.isEmpty()) {
                endPiece(text, pieceStart, begun, last, pieces);
                pieceStart = text.length() + gap.length();
                begun = glyph.x();
            }
            text.append(gap);
            text.append(glyph.text());
            last = glyph;
        }
        endPiece(text, pieceStart, begun, last, pieces);
        float left = Float.MAX_VALUE;
        float right = 0;
        float size = 0;
        for (Glyph glyph : inked) {
            left = Math.min(left, glyph.x());
            right = Math.max(right, glyph.right());
            size = Math.max(size, glyph.size());
        }
        boolean spaced = glyphs.getLast().isBlank();
        lines.add(new TextLine(
                text.toString().strip(), left, right, inked.getFirst().y(), size, spaced, pieces));
    }

    private static void endPiece(StringBuilder text, int start, float left, @Nullable Glyph last, List<Piece> pieces) {
        String piece = text.substring(Math.min(start, text.length())).strip();
        if (!piece.isEmpty() && last != null) {
            pieces.add(new Piece(piece, left, last.right()));
        }
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
}
