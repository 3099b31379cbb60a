package io.mingjian.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A table of a web page: a `table` element, or nested elements that show as one.
record HtmlGrid(List<List<Element>> rows) {
    /// A data cell holds less; more is a page's layout.
    private static final int CELL_PARAGRAPHS = 4;

    private static final int CELL_CHARACTERS = 300;

    /// Fewer rows named alike may be anything.
    private static final int REPEATED = 3;

    /// The table that an element is, or null if it is none.
    static @Nullable HtmlGrid of(Element element, StyleRules styles) {
        List<List<Element>> rows = new ArrayList<>();
        if (element.normalName().equals("table")) {
            rows(element, rows);
        } else if (isTable(element, styles)) {
            shownRows(element, styles, rows);
        }
        return rows.isEmpty() ? null : new HtmlGrid(rows);
    }

    private static void rows(Element parent, List<List<Element>> rows) {
        for (Element child : parent.children()) {
            switch (child.normalName()) {
                case "tr" ->
                    rows.add(child.children().stream()
                            .filter(cell -> cell.normalName().equals("td")
                                    || cell.normalName().equals("th"))
                            .toList());
                case "thead", "tbody", "tfoot" -> rows(child, rows);
                default -> {}
            }
        }
    }

    private static boolean isTable(Element element, StyleRules styles) {
        if (styles.display(element).equals("table") || element.attr("role").equals("table")) {
            return true;
        }
        List<Element> children = element.children();
        if (isRepeated(element, children)) {
            return true;
        }
        return children.size() >= 2
                && children.stream().allMatch(row -> row.childrenSize() > 0 && Furniture.KNOWN.isRow(row.className()))
                && children.stream()
                        .flatMap(row -> row.children().stream())
                        .allMatch(cell -> Furniture.KNOWN.isCell(cell.className()));
    }

    /// Whether one block follows the other, each a row of short blocks, all rows named alike and all cells: as a
    /// style sheet that is kept elsewhere makes a table.
    private static boolean isRepeated(Element parent, List<Element> rows) {
        if (rows.size() < REPEATED || !parent.ownText().isBlank()) {
            return false;
        }
        Element first = rows.getFirst();
        Element cell = first.firstElementChild();
        if (cell == null || first.className().isEmpty() || cell.className().isEmpty()) {
            return false;
        }
        int wide = 0;
        for (Element row : rows) {
            boolean alike = isAlike(row, first) && row.ownText().isBlank();
            if (!alike || !row.children().stream().allMatch(each -> isAlike(each, cell) && isShort(each))) {
                return false;
            }
            wide += row.childrenSize() > 1 ? 1 : 0;
        }
        return 2 * wide >= rows.size();
    }

    private static boolean isAlike(Element one, Element other) {
        return one.isBlock()
                && one.normalName().equals(other.normalName())
                && one.className().equals(other.className());
    }

    private static boolean isShort(Element cell) {
        return cell.text().length() <= CELL_CHARACTERS
                && cell.select("table, ul, ol, a").isEmpty()
                && cell.children().stream().filter(Element::isBlock).count() < 2;
    }

    private static void shownRows(Element parent, StyleRules styles, List<List<Element>> rows) {
        boolean repeated = isRepeated(parent, parent.children());
        for (Element child : parent.children()) {
            String display = styles.display(child);
            boolean row = display.equals("table-row")
                    || child.attr("role").equals("row")
                    || (display.isEmpty() && Furniture.KNOWN.isRow(child.className()))
                    || repeated;
            if (row) {
                rows.add(child.children());
            } else if (!display.equals("none")) {
                shownRows(child, styles, rows);
            }
        }
    }

    /// Whether the table only lays out a page: it has one column, or a cell holds tables, headings or many
    /// paragraphs.
    boolean isLayout() {
        return rows.stream().allMatch(row -> row.size() < 2)
                || rows.stream().flatMap(List::stream).anyMatch(HtmlGrid::holdsPage);
    }

    private static boolean holdsPage(Element cell) {
        if (cell.childrenSize() == 0) {
            return false;
        }
        int paragraphs = 0;
        for (Element element : cell.getAllElements()) {
            switch (element.normalName()) {
                case "table", "h1", "h2", "h3" -> {
                    return true;
                }
                case "p", "div" -> paragraphs++;
                default -> {}
            }
        }
        return paragraphs >= CELL_PARAGRAPHS && cell.text().length() > CELL_CHARACTERS;
    }

    void fill(GridDraft draft, Function<Element, String> text) {
        for (int row = 0; row < rows.size(); row++) {
            draft.exists(row);
            for (Element cell : rows.get(row)) {
                int rowSpan = span(cell, "rowspan", rows.size() - row);
                draft.add(row, rowSpan, span(cell, "colspan", draft.mostColumns()), text.apply(cell));
            }
        }
    }

    /// A span of 0 goes to the end, as browsers have it for rows.
    private static int span(Element cell, String attribute, int most) {
        String written = cell.attr(attribute).strip();
        if (written.isEmpty()) {
            return 1;
        }
        try {
            int span = Integer.parseInt(written);
            return span == 0 && attribute.equals("rowspan") ? most : Math.clamp(span, 1, Math.max(1, most));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
