package io.mingjian.ingest.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Characters that stand side by side on one baseline, without the room between them that parts columns.
///
/// @param text what they say, blanks left out at both ends
record Run(List<Glyph> glyphs, String text) {
    Run {
        glyphs = List.copyOf(glyphs);
    }

    /// Gaps that part runs, in font sizes: two figures of one number stand closer, and so do figures and words
    /// of one sentence, between which a word processor leaves a quarter.
    private static final float BETWEEN_FIGURES = 0.3f;

    private static final float BESIDE_FIGURES = 0.35f;
    private static final float BETWEEN_WORDS = 0.9f;

    /// Room around a blank that stands alone.
    private static final float ALONE = 0.4f;

    /// Baselines nearer than this are one, in font sizes.
    private static final float SAME_LINE = 0.2f;

    static Run of(List<Glyph> glyphs) {
        StringBuilder text = new StringBuilder();
        for (TextLine line : TextLine.of(glyphs)) {
            text.append(line.text());
        }
        return new Run(glyphs, text.toString().replace("\t", " "));
    }

    float left() {
        return glyphs.getFirst().x();
    }

    float right() {
        return glyphs.getLast().right();
    }

    float y() {
        return glyphs.getFirst().y();
    }

    float size() {
        return glyphs.getFirst().size();
    }

    /// Whether it is a blank that stands alone, as in a cell in which nothing is written.
    boolean isBlank() {
        return text.isEmpty();
    }

    /// Whether it is what stands in a cell of figures: a number, a dash or stroke in place of one, a number with
    /// its unit, or nothing.
    boolean isFigure() {
        if (isBlank()) {
            return true;
        }
        int at = 0;
        while (at < text.length() && isFigure(text.charAt(at))) {
            at++;
        }
        boolean digits = text.chars().anyMatch(Character::isDigit);
        boolean unit = digits && text.length() - at < 3 && Character.isDigit(text.charAt(Math.max(0, at - 1)));
        return at > 0 && (at == text.length() || unit);
    }

    private static boolean isFigure(char c) {
        return Character.isDigit(c) || ".,-+—–/%，．－−＋".indexOf(c) >= 0;
    }

    /// The runs of a page by their baselines, from top to bottom and from left to right.
    static List<List<Run>> lines(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::y).thenComparingDouble(Glyph::x));
        List<List<Run>> lines = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            boolean apart = i == sorted.size()
                    || sorted.get(i).y() - sorted.get(i - 1).y()
                            > SAME_LINE * sorted.get(i).size();
            if (apart) {
                List<Run> runs = runs(new ArrayList<>(sorted.subList(start, i)));
                if (!runs.isEmpty()) {
                    lines.add(runs);
                }
                start = i;
            }
        }
        return lines;
    }

    private static List<Run> runs(List<Glyph> all) {
        all.sort(Comparator.comparingDouble(Glyph::x));
        List<Glyph> line = all.stream().filter(glyph -> !glyph.isBlank()).toList();
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isBlank() && isAlone(all, i)) {
                runs.add(new Run(List.of(all.get(i)), ""));
            }
        }
        if (line.isEmpty()) {
            return List.of();
        }
        int start = 0;
        for (int i = 1; i <= line.size(); i++) {
            if (i == line.size() || isApart(line.get(i - 1), line.get(i))) {
                runs.add(of(line.subList(start, i)));
                start = i;
            }
        }
        runs.sort(Comparator.comparingDouble(Run::left));
        return runs;
    }

    /// Whether nothing stands close to a blank but further blanks, of which it is the first.
    private static boolean isAlone(List<Glyph> line, int at) {
        int end = at;
        while (end + 1 < line.size()
                && line.get(end + 1).isBlank()
                && line.get(end + 1).x() - line.get(end).right()
                        < ALONE * line.get(at).size()) {
            end++;
        }
        float room = ALONE * line.get(at).size();
        boolean before = at > 0 && line.get(at).x() - line.get(at - 1).right() < room;
        boolean after =
                end + 1 < line.size() && line.get(end + 1).x() - line.get(end).right() < room;
        return !before && !after;
    }

    private static boolean isApart(Glyph before, Glyph after) {
        float gap = (after.x() - before.right()) / Math.max(before.size(), after.size());
        boolean left = isFigure(before.text().charAt(0));
        boolean right = isFigure(after.text().charAt(0));
        return gap > (left && right ? BETWEEN_FIGURES : left || right ? BESIDE_FIGURES : BETWEEN_WORDS);
    }

    /// The part of it from a glyph on, or up to it.
    Run part(int from, int to) {
        return of(glyphs.subList(from, to));
    }
}
