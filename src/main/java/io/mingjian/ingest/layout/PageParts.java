package io.mingjian.ingest.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sheets on which two pages, or two columns of one text, stand side by side, cut into parts that are read one
/// after the other: what stands above both, the left one, the right one, what stands below both. Stateless.
///
/// Between the two no character and no ruling line stands, and each has sentences or a table of its own: so labels
/// and the figures beside them are never taken apart.
final class PageParts {
    /// Share of the sheet's width around its middle in which the gap is looked for.
    private static final float FROM = 0.35f;

    private static final float TO = 0.65f;

    /// So far from its middle the gap holds neither characters nor lines of a table, in points; a table's lines
    /// may be drawn cell by cell.
    private static final float FREE = 6f;

    /// Fewer lines of words may stand beside anything.
    private static final int LINES = 5;

    /// So many of them end where the longest does.
    private static final int FULL_LINES = 3;

    /// A line of words has so many ideographs at least.
    private static final int WORDS = 8;

    /// A right part that begins within so many points of the sheet's middle as the left one does of its edge is a
    /// page; else it is a column.
    private static final float LIKE_A_PAGE = 30f;

    private PageParts() {}

    /// A part of a sheet, or a whole one.
    ///
    /// @param place  which page of the document it is, as page numbers count: two pages on one sheet count as two
    /// @param begins whether the sheet begins with it
    record Part(DrawnPage page, int place, boolean begins) {}

    /// Where the sheet is cut: beside each other at `x`, between `top` and `bottom`.
    private record Cut(float x, float top, float bottom) {}

    static List<Part> of(List<DrawnPage> sheets) {
        List<Part> parts = new ArrayList<>();
        int place = 0;
        for (DrawnPage sheet : sheets) {
            Cut cut = sheet.beside().isEmpty() ? cut(sheet) : null;
            if (cut == null) {
                parts.add(new Part(sheet, place++, true));
                continue;
            }
            DrawnPage above = within(sheet, -Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, cut.top);
            DrawnPage left = within(sheet, -Float.MAX_VALUE, cut.x, cut.top, cut.bottom);
            DrawnPage right = within(sheet, cut.x, Float.MAX_VALUE, cut.top, cut.bottom);
            DrawnPage below = within(sheet, -Float.MAX_VALUE, Float.MAX_VALUE, cut.bottom, Float.MAX_VALUE);
            boolean first = true;
            boolean columns = !above.glyphs().isEmpty() || !below.glyphs().isEmpty();
            for (DrawnPage part : List.of(above, narrowed(left, 0), moved(right, left, sheet), below)) {
                if (!part.glyphs().isEmpty()) {
                    place += first || columns ? 0 : 1;
                    parts.add(new Part(part, place, first));
                    first = false;
                }
            }
            place++;
        }
        return parts;
    }

    private static @Nullable Cut cut(DrawnPage sheet) {
        List<List<Run>> lines = Run.lines(sheet.glyphs());
        float x = emptiest(lines, sheet.width());
        List<float[]> crossing = new ArrayList<>();
        for (List<Run> line : lines) {
            if (line.stream().anyMatch(run -> run.left() < x + FREE && run.right() > x - FREE)) {
                Run any = line.getFirst();
                crossing.add(new float[] {any.y() - 0.8f * any.size(), any.y()});
            }
        }
        for (Ruling ruling : sheet.rulings()) {
            if (ruling.horizontal() && ruling.start() < x + FREE && ruling.end() > x - FREE) {
                crossing.add(new float[] {ruling.across(), ruling.across()});
            }
        }
        crossing.add(new float[] {-Float.MAX_VALUE, -Float.MAX_VALUE});
        crossing.add(new float[] {Float.MAX_VALUE, Float.MAX_VALUE});
        crossing.sort(Comparator.comparingDouble(edge -> edge[0]));
        Cut best = null;
        long most = 0;
        for (int i = 1; i < crossing.size(); i++) {
            Cut between = new Cut(x, crossing.get(i - 1)[1], crossing.get(i)[0]);
            long held = lines.stream()
                    .filter(line -> holds(between, line.getFirst().y()))
                    .count();
            if (held > most) {
                best = between;
                most = held;
            }
        }
        return best != null && isPage(best, lines, sheet, true) && isPage(best, lines, sheet, false) ? best : null;
    }

    /// The place near the middle that the fewest runs cover; the middle of the widest such gap.
    private static float emptiest(List<List<Run>> lines, float width) {
        int from = Math.round(FROM * width);
        int[] covered = new int[Math.max(1, Math.round(TO * width) - from)];
        for (List<Run> line : lines) {
            for (Run run : line) {
                int end = Math.min(covered.length, (int) Math.ceil(run.right()) - from);
                for (int i = Math.max(0, (int) run.left() - from); i < end; i++) {
                    covered[i]++;
                }
            }
        }
        int least = Integer.MAX_VALUE;
        int start = 0;
        int length = 0;
        for (int i = 0; i < covered.length; ) {
            int end = i;
            while (end < covered.length && covered[end] == covered[i]) {
                end++;
            }
            if (covered[i] < least || (covered[i] == least && end - i > length)) {
                least = covered[i];
                start = i;
                length = end - i;
            }
            i = end;
        }
        return from + start + length / 2f;
    }

    private static boolean holds(Cut cut, float y) {
        return y > cut.top && y < cut.bottom;
    }

    /// Whether one side has sentences, of which some fill their lines, or a table of its own.
    private static boolean isPage(Cut cut, List<List<Run>> lines, DrawnPage sheet, boolean left) {
        List<Run> words = lines.stream()
                .filter(line -> holds(cut, line.getFirst().y()))
                .flatMap(line -> line.stream()
                        .filter(run -> run.left() < cut.x == left && isWords(run))
                        .limit(1))
                .toList();
        float edge = (float) words.stream().mapToDouble(Run::right).max().orElse(0);
        long full = words.stream()
                .filter(run -> run.right() > edge - 2 * run.size())
                .count();
        return (words.size() >= LINES && full >= FULL_LINES)
                || !RuledTable.find(sheet.rulings().stream()
                                .filter(ruling -> isWithin(ruling, cut) && (middle(ruling) < cut.x == left))
                                .toList())
                        .isEmpty();
    }

    private static boolean isWords(Run run) {
        return run.text().chars().filter(c -> c >= 0x2E80).count() >= WORDS;
    }

    private static boolean isWithin(Ruling ruling, Cut cut) {
        float y = ruling.horizontal() ? ruling.across() : (ruling.start() + ruling.end()) / 2;
        return holds(cut, y);
    }

    private static float middle(Ruling ruling) {
        return ruling.horizontal() ? (ruling.start() + ruling.end()) / 2 : ruling.across();
    }

    private static DrawnPage within(DrawnPage sheet, float left, float right, float top, float bottom) {
        List<Glyph> glyphs = sheet.glyphs().stream()
                .filter(glyph -> glyph.middleX() >= left && glyph.middleX() < right)
                .filter(glyph -> glyph.middleY() >= top && glyph.middleY() < bottom)
                .toList();
        Cut cut = new Cut(0, top, bottom);
        List<Ruling> rulings = sheet.rulings().stream()
                .filter(ruling -> isWithin(ruling, cut) && middle(ruling) >= left && middle(ruling) < right)
                .toList();
        return new DrawnPage(sheet.width(), sheet.height(), glyphs, rulings, 0);
    }

    /// The right part where the left one stands.
    private static DrawnPage moved(DrawnPage right, DrawnPage left, DrawnPage sheet) {
        float apart = leftmost(right) - leftmost(left);
        float half = sheet.width() / 2;
        return narrowed(right, Math.abs(apart - half) < LIKE_A_PAGE ? half : apart);
    }

    private static float leftmost(DrawnPage page) {
        return (float) page.glyphs().stream()
                .filter(glyph -> !glyph.isBlank())
                .mapToDouble(Glyph::x)
                .min()
                .orElse(0);
    }

    /// A part further left, as wide as a page around it would be.
    private static DrawnPage narrowed(DrawnPage part, float by) {
        List<Glyph> glyphs = part.glyphs().stream()
                .map(glyph -> new Glyph(glyph.text(), glyph.x() - by, glyph.y(), glyph.width(), glyph.size()))
                .toList();
        List<Ruling> rulings =
                part.rulings().stream().map(ruling -> ruling.moved(-by)).toList();
        float right = (float) glyphs.stream().mapToDouble(Glyph::right).max().orElse(part.width());
        float left = leftmost(new DrawnPage(0, 0, glyphs, rulings, 0));
        return new DrawnPage(Math.min(part.width(), left + right), part.height(), glyphs, rulings, 0);
    }
}
