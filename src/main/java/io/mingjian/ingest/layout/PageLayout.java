package io.mingjian.ingest.layout;

import io.mingjian.ingest.layout.PageParts.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts drawn pages into reading order: paragraphs whose lines are joined, tables that go on over page breaks,
/// without what is printed on every page. Stateless.
public final class PageLayout {
    /// Running heads and feet stand within this share of the page's height from its edges.
    private static final float MARGIN = 0.12f;

    private PageLayout() {}

    /// The pieces of all pages, each page beginning with a page break (within a paragraph or a table that goes
    /// on, a form feed).
    public static List<LaidPiece> lay(List<DrawnPage> pages) {
        List<PageText> texts = new ArrayList<>();
        for (Part part : PageParts.of(SidePages.join(pages))) {
            texts.add(PageText.of(part));
        }
        List<Set<TextLine>> running = runningLines(texts);
        for (int i = 0; i < texts.size(); i++) {
            texts.set(i, texts.get(i).without(running.get(i)).withGaps());
        }
        return new Flow(texts).pieces();
    }

    /// For each page the lines near the upper and lower edge that return on other pages but for their digits,
    /// and page numbers.
    private static List<Set<TextLine>> runningLines(List<PageText> pages) {
        Map<String, Set<Integer>> seen = new HashMap<>();
        for (PageText page : pages) {
            for (TextLine line : page.lines()) {
                if (page.isInMargin(line, MARGIN)) {
                    seen.computeIfAbsent(withoutDigits(line.text()), key -> new HashSet<>())
                            .add(page.place());
                }
            }
        }
        int count = pages.isEmpty() ? 0 : pages.getLast().place() + 1;
        PageNumbers numbers = PageNumbers.of(pages, count, MARGIN);
        int enough = Math.max(2, (count + 2) / 3);
        List<Set<TextLine>> running = new ArrayList<>();
        for (PageText page : pages) {
            Set<TextLine> own = new HashSet<>();
            for (TextLine line : page.lines()) {
                String key = withoutDigits(line.text());
                boolean returns =
                        !key.equals("#") && seen.getOrDefault(key, Set.of()).size() >= enough;
                boolean edge = page.isInMargin(line, MARGIN) && !line.isRow() && page.isOutermost(line);
                if (edge && (returns || numbers.hold(line, page))) {
                    own.add(line);
                }
            }
            running.add(own);
        }
        return running;
    }

    private static String withoutDigits(String text) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                if (key.isEmpty() || key.charAt(key.length() - 1) != '#') {
                    key.append('#');
                }
            } else if (!Character.isWhitespace(c)) {
                key.append(c);
            }
        }
        return key.toString();
    }

    /// The lines and tables of one page, or of a part of one.
    ///
    /// @param free  the characters outside of tables
    /// @param lines the lines they make, from top to bottom
    record PageText(Part part, List<Glyph> free, List<TextLine> lines, List<PageTable> tables) {

        static PageText of(Part part) {
            DrawnPage page = part.page();
            List<RuledTable> tables = RuledTable.find(page.rulings());
            List<List<Glyph>> held = new ArrayList<>();
            tables.forEach(table -> held.add(new ArrayList<>()));
            List<Glyph> free = new ArrayList<>();
            for (Glyph glyph : page.glyphs()) {
                int table = 0;
                while (table < tables.size() && !tables.get(table).holds(glyph)) {
                    table++;
                }
                (table < tables.size() ? held.get(table) : free).add(glyph);
            }
            List<PageTable> all = new ArrayList<>();
            for (int i = 0; i < tables.size(); i++) {
                float[] edges = tables.get(i).columnEdges();
                all.add(new PageTable.Ruled(
                        tables.get(i),
                        tables.get(i).cells(held.get(i)).stream()
                                .map(cell -> cell.on(page.pageAt(edges[cell.column()])))
                                .toList()));
            }
            return new PageText(part, free, TextLine.of(free), all);
        }

        DrawnPage page() {
            return part.page();
        }

        /// Which page of the document it is, as page numbers count.
        int place() {
            return part.place();
        }

        /// The page without some of its lines.
        PageText without(Set<TextLine> some) {
            List<Glyph> rest = free.stream()
                    .filter(glyph -> some.stream().noneMatch(line -> line.holds(glyph)))
                    .toList();
            return new PageText(
                    part,
                    rest,
                    lines.stream().filter(line -> !some.contains(line)).toList(),
                    tables);
        }

        /// The page with the tables that have no ruling lines taken out of its lines.
        PageText withGaps() {
            List<PageTable.Gaps> found = GapTable.find(free);
            if (found.isEmpty()) {
                return this;
            }
            Set<Glyph> taken = Collections.newSetFromMap(new IdentityHashMap<>());
            found.forEach(table -> taken.addAll(table.glyphs()));
            List<Glyph> rest =
                    free.stream().filter(glyph -> !taken.contains(glyph)).toList();
            List<PageTable> all = new ArrayList<>(tables);
            found.forEach(table -> all.add(table.onPagesOf(page())));
            all.sort(Comparator.comparingDouble(PageTable::top));
            return new PageText(part, rest, TextLine.of(rest), all);
        }

        /// Whether it stands near the upper or the lower edge.
        boolean isInMargin(TextLine line, float share) {
            return line.y() < page().height() * share || line.y() > page().height() * (1 - share);
        }

        /// Whether only other lines of the margin, and no table, stand between the line and the page's edge.
        boolean isOutermost(TextLine line) {
            boolean upper = line.y() < page().height() / 2;
            return tables.stream().noneMatch(table -> upper ? table.top() < line.y() : table.bottom() > line.y());
        }
    }

    /// Numbers of all pages of one width that tell which lines continue.
    ///
    /// @param indents whether paragraphs begin further right than their other lines
    record Measures(float left, float right, float size, boolean indents) {
        /// Pages whose widths differ by less than this share are of one width.
        private static final float ALIKE = 0.05f;

        /// The measures of each page.
        static List<Measures> of(List<PageText> pages) {
            Map<Float, Measures> known = new HashMap<>();
            List<Measures> all = new ArrayList<>();
            for (PageText page : pages) {
                float width = page.page().width();
                all.add(known.computeIfAbsent(
                        width,
                        key -> ofOneWidth(pages.stream()
                                .filter(other -> Math.abs(other.page().width() - width) <= ALIKE * width)
                                .toList())));
            }
            return all;
        }

        private static Measures ofOneWidth(List<PageText> pages) {
            List<TextLine> lines =
                    pages.stream().flatMap(page -> page.lines().stream()).toList();
            float size = middle(lines.stream().map(TextLine::size).toList());
            List<TextLine> body = lines.stream()
                    .filter(line -> Math.abs(line.size() - size) < 0.15f * size)
                    .toList();
            float left = (float) body.stream().mapToDouble(TextLine::left).min().orElse(0);
            float[] rights = new float[body.size()];
            for (int i = 0; i < rights.length; i++) {
                rights[i] = body.get(i).right();
            }
            Arrays.sort(rights);
            float right = rights.length == 0 ? 0 : rights[rights.length - 1 - rights.length / 50];
            boolean indents = body.stream()
                    .anyMatch(line -> line.left() > left + 1.4f * size && line.left() < left + 2.7f * size);
            return new Measures(left, right, size, indents);
        }

        private static float middle(List<Float> values) {
            List<Float> sorted =
                    values.stream().sorted(Comparator.naturalOrder()).toList();
            return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
        }
    }
}
