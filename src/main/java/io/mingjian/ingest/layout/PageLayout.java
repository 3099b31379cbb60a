package io.mingjian.ingest.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts drawn pages into reading order: paragraphs whose lines are joined, tables that go on over page breaks, without
/// what is printed on every page. Stateless.
public final class PageLayout {
    /// Running heads and feet stand within this share of the page's height from its edges.
    private static final float MARGIN = 0.12f;

    private PageLayout() {}

    /// The pieces of all pages, each page beginning with a page break (within a paragraph or a table that goes on, a
    /// form feed).
    public static List<LaidPiece> lay(List<DrawnPage> pages) {
        List<PageText> texts = new ArrayList<>();
        for (DrawnPage page : pages) {
            texts.add(PageText.of(page));
        }
        dropRunningLines(texts);
        return new Flow(texts).pieces();
    }

    /// Removes lines near the upper and lower edge that return on other pages but for their digits, and page numbers.
    private static void dropRunningLines(List<PageText> pages) {
        Map<String, Set<Integer>> seen = new HashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            for (TextLine line : pages.get(i).lines()) {
                if (pages.get(i).isInMargin(line, MARGIN)) {
                    seen.computeIfAbsent(withoutDigits(line.text()), key -> new HashSet<>())
                            .add(i);
                }
            }
        }
        int enough = Math.max(2, (pages.size() + 2) / 3);
        for (PageText page : pages) {
            page.lines()
                    .removeIf(line -> page.isInMargin(line, MARGIN)
                            && !line.isRow()
                            && (isPageNumber(line.text())
                                    || seen.getOrDefault(withoutDigits(line.text()), Set.of())
                                                    .size()
                                            >= enough)
                            && page.isOutermost(line));
        }
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

    /// A number with nothing but dashes and the like around it.
    private static boolean isPageNumber(String text) {
        int digits = 0;
        int numbers = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                digits++;
                numbers += i == 0 || !Character.isDigit(text.charAt(i - 1)) ? 1 : 0;
            } else if (Character.isLetter(c) && c != 'P' && c != 'p' && c != '第' && c != '页' && c != '共') {
                return false;
            }
        }
        return numbers > 0 && numbers < 3 && digits < 8 && text.length() < 20;
    }

    /// The lines and tables of one page.
    ///
    /// @param lines the lines outside of tables, from top to bottom; running lines are taken out of it
    record PageText(
            DrawnPage page, List<TextLine> lines, List<RuledTable> tables, List<List<LaidPiece.LaidCell>> cells) {

        static PageText of(DrawnPage page) {
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
            List<List<LaidPiece.LaidCell>> cells = new ArrayList<>();
            for (int i = 0; i < tables.size(); i++) {
                cells.add(tables.get(i).cells(held.get(i)));
            }
            return new PageText(page, ColumnRows.of(TextLine.of(free)), tables, cells);
        }

        boolean isInMargin(TextLine line, float share) {
            return line.y() < page.height() * share || line.y() > page.height() * (1 - share);
        }

        /// Whether only other lines of the margin, and no table, stand between the line and the page's edge.
        boolean isOutermost(TextLine line) {
            boolean upper = line.y() < page.height() / 2;
            return tables.stream().noneMatch(table -> upper ? table.top() < line.y() : table.bottom() > line.y());
        }
    }

    /// Numbers of the whole document that tell which lines continue.
    ///
    /// @param indents whether paragraphs begin further right than their other lines
    record Measures(float left, float right, float size, boolean indents) {
        static Measures of(List<PageText> pages) {
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
