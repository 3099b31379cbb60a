package io.mingjian.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.w3c.dom.Element;

/// Walks the sheets of an OpenDocument workbook; hidden ones are left out. Used by one thread, once.
final class OdsSheets {
    /// Rows that are ruled and blank say nothing, and of many these stand for all.
    private static final int BLANK_ROWS = 1_000;

    /// Further right nothing but paper is ruled.
    private static final int BLANK_COLUMNS = 1_000;

    private final Draft draft;
    private final Limits limits;
    private final Function<Element, String> text;
    private final Set<String> bordered = new HashSet<>();
    private final Set<String> hidden = new HashSet<>();

    /// @param root where the styles of cells are declared
    /// @param text the text of a cell
    OdsSheets(Element root, Draft draft, Limits limits, Function<Element, String> text) {
        this.draft = draft;
        this.limits = limits;
        this.text = text;
        Map<String, Element> styles = new HashMap<>();
        for (Element style : Xml.below(root, "style")) {
            styles.put(Xml.attribute(style, "name"), style);
        }
        styles.forEach((name, style) -> {
            Element cell = Xml.child(style, "table-cell-properties");
            if (isLine(cell, "border") || isLine(cell, "border-top") || isLine(cell, "border-bottom")) {
                bordered.add(name);
            }
            if (Xml.attribute(Xml.child(style, "table-properties"), "display").equals("false")) {
                hidden.add(name);
            }
        });
    }

    private static boolean isLine(@org.jspecify.annotations.Nullable Element properties, String border) {
        String value = Xml.attribute(properties, border);
        return !value.isEmpty() && !value.equals("none");
    }

    void write(Element spreadsheet) {
        for (Element table : Xml.children(spreadsheet, "table")) {
            if (!hidden.contains(Xml.attribute(table, "style-name"))) {
                SheetLines lines = new SheetLines(limits);
                rows(table, 0, lines);
                lines.write(draft);
                pictures(table);
            }
        }
    }

    private void pictures(Element table) {
        for (Element frame : Xml.below(table, "frame")) {
            double width = LargePicture.points(Xml.attribute(frame, "width"));
            double height = LargePicture.points(Xml.attribute(frame, "height"));
            if (Xml.child(frame, "image") != null && LargePicture.is(width, height)) {
                draft.unreadPicture();
            }
        }
    }

    /// Reads the rows below an element; gives the number of the first row after them.
    private int rows(Element parent, int from, SheetLines lines) {
        int row = from;
        for (Element child : Xml.children(parent)) {
            switch (Xml.name(child)) {
                case "table-row" -> {
                    int repeated = Math.max(1, Xml.number(child, "number-rows-repeated", 1));
                    int copies = child.getTextContent().isBlank() ? Math.min(repeated, BLANK_ROWS) : repeated;
                    for (int i = 0; i < copies; i++) {
                        if (!cells(child, row + i, lines)) {
                            break;
                        }
                    }
                    row = (int) Math.min((long) row + repeated, Integer.MAX_VALUE / 2);
                }
                case "table-rows", "table-header-rows", "table-row-group" -> row = rows(child, row, lines);
                default -> {}
            }
        }
        return row;
    }

    /// Reads the cells of a row; says whether it holds any that is more than empty paper.
    private boolean cells(Element row, int number, SheetLines lines) {
        int column = 0;
        boolean any = false;
        for (Element cell : Xml.children(row)) {
            int repeated = Math.max(1, Xml.number(cell, "number-columns-repeated", 1));
            String written = Xml.name(cell).equals("table-cell") ? text.apply(cell) : "";
            boolean ruled = bordered.contains(Xml.attribute(cell, "style-name"));
            int copies = !written.isBlank() ? repeated : ruled ? Math.min(repeated, BLANK_COLUMNS - column) : 0;
            for (int i = 0; i < copies; i++) {
                lines.cell(number, column + i, written, ruled);
                any = true;
            }
            int rows = Math.max(1, Xml.number(cell, "number-rows-spanned", 1));
            int columns = Math.max(1, Xml.number(cell, "number-columns-spanned", 1));
            if (rows > 1 || columns > 1) {
                lines.merge(number, column, rows, columns);
            }
            column = (int) Math.min((long) column + repeated, Integer.MAX_VALUE / 2);
        }
        return any;
    }
}
