package io.mingjian.ingest.layout;

import io.mingjian.ingest.layout.GapTable.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A sheet too wide for one page, printed over pages that belong side by side: joined to one wide page, and the
/// other left blank. Stateless.
///
/// The right part shows itself: on all its lines of figures, five at least, figures stand on the left page too,
/// behind words that say whose they are, and none of its lines has words of its own. A page that only looks
/// alike has them. Where one page shows that, those as many pages apart need show it with a single line only: a
/// sheet's last page may be short.
final class SidePages {
    private static final int LINES = 5;

    private static final int LINES_OF_A_SHORT_PAGE = 1;

    /// Lines of both pages that are printed at one height, in points.
    private static final float SAME = 1f;

    /// Share of the left page's lines of figures before which words stand.
    private static final double LABELLED = 0.6;

    private SidePages() {}

    static List<DrawnPage> join(List<DrawnPage> pages) {
        List<DrawnPage> joined = new ArrayList<>(pages);
        List<List<Line>> lines = new ArrayList<>();
        pages.forEach(page ->
                lines.add(Run.lines(page.glyphs()).stream().map(Line::of).toList()));
        Set<Integer> apart = apart(pages, lines);
        for (int right = 1; right < pages.size() && !apart.isEmpty(); right++) {
            for (int left = 0; left < right; left++) {
                boolean alike = pages.get(left).height() == pages.get(right).height();
                int enough = apart.contains(right - left) ? LINES_OF_A_SHORT_PAGE : LINES;
                if (alike && goesOn(lines.get(left), lines.get(right), enough)) {
                    joined.set(
                            left,
                            beside(joined.get(left), pages.get(right), lines.get(left), lines.get(right), right + 1));
                    joined.set(
                            right,
                            new DrawnPage(
                                    0, 0, List.of(), List.of(), pages.get(right).pictures()));
                    break;
                }
            }
        }
        return joined;
    }

    /// How many pages apart those are that belong side by side.
    private static Set<Integer> apart(List<DrawnPage> pages, List<List<Line>> lines) {
        Set<Integer> apart = new HashSet<>();
        for (int right = 1; right < pages.size(); right++) {
            for (int left = 0; left < right; left++) {
                boolean alike = pages.get(left).height() == pages.get(right).height();
                if (alike && goesOn(lines.get(left), lines.get(right), LINES)) {
                    apart.add(right - left);
                }
            }
        }
        return apart;
    }

    private static boolean goesOn(List<Line> left, List<Line> right, int enough) {
        List<Line> figures =
                right.stream().filter(line -> !line.figures().isEmpty()).toList();
        if (figures.size() < enough) {
            return false;
        }
        List<Line> beside = new ArrayList<>();
        for (Line line : figures) {
            left.stream()
                    .filter(other -> Math.abs(other.y() - line.y()) < SAME
                            && !other.figures().isEmpty())
                    .findFirst()
                    .ifPresent(beside::add);
        }
        long labelled = beside.stream().filter(line -> !line.words().isEmpty()).count();
        return beside.size() == figures.size()
                && figures.stream().allMatch(line -> line.words().isEmpty())
                && labelled >= LABELLED * figures.size();
    }

    /// The left page with the right one beside it. What a cell over both pages says is printed on both.
    ///
    /// @param page the right one's number, from 1
    private static DrawnPage beside(
            DrawnPage left, DrawnPage right, List<Line> leftLines, List<Line> rightLines, int page) {
        List<Glyph> again = new ArrayList<>();
        for (Line line : rightLines) {
            for (Run words : line.words()) {
                boolean said = leftLines.stream()
                        .filter(other -> Math.abs(other.y() - line.y()) < SAME)
                        .flatMap(other -> other.words().stream())
                        .anyMatch(other -> other.text().contains(words.text()));
                if (said) {
                    again.addAll(words.glyphs());
                }
            }
        }
        List<Glyph> own =
                right.glyphs().stream().filter(glyph -> !again.contains(glyph)).toList();
        boolean ruled = !left.rulings().isEmpty() && !right.rulings().isEmpty();
        // Without ruling lines the whole page stays between them, so that columns are where other pages have them.
        float shift = ruled ? lastOf(left.rulings()) - firstOf(right.rulings()) : left.width();
        List<Glyph> glyphs = new ArrayList<>(left.glyphs());
        own.forEach(glyph ->
                glyphs.add(new Glyph(glyph.text(), glyph.x() + shift, glyph.y(), glyph.width(), glyph.size())));
        List<Ruling> rulings = new ArrayList<>(left.rulings());
        right.rulings().forEach(ruling -> rulings.add(ruling.moved(shift)));
        List<DrawnPage.Beside> beside = new ArrayList<>(left.beside());
        beside.add(new DrawnPage.Beside(ruled ? lastOf(left.rulings()) : left.width(), page));
        return new DrawnPage(left.width() + right.width(), left.height(), glyphs, rulings, left.pictures(), beside);
    }

    private static float lastOf(List<Ruling> rulings) {
        float last = 0;
        for (Ruling ruling : rulings) {
            last = Math.max(last, ruling.horizontal() ? ruling.end() : ruling.across());
        }
        return last;
    }

    private static float firstOf(List<Ruling> rulings) {
        float first = Float.MAX_VALUE;
        for (Ruling ruling : rulings) {
            first = Math.min(first, ruling.horizontal() ? ruling.start() : ruling.across());
        }
        return first;
    }
}
