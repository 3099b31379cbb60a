package io.mingjian.ingest;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// Walks the body of an OpenDocument text, or hands on the sheets of a workbook. Used by one thread, once.
///
/// Notes and text boxes stand after the paragraph or table that holds them; tracked changes, comments and the
/// pinyin over ruby characters are left out.
final class OdtBody {
    private final Draft draft;
    private final OdtLists lists;
    private final Limits limits;
    private final List<Element> pending = new ArrayList<>();

    OdtBody(Draft draft, OdtLists lists, Limits limits) {
        this.limits = limits;
        this.draft = draft;
        this.lists = lists;
    }

    void document(Element root) {
        Element body = Xml.child(root, "body");
        Element sheets = Xml.child(body, "spreadsheet");
        if (sheets != null) {
            new OdsSheets(root, draft, limits, this::cellText).write(sheets);
        } else if (body != null) {
            blocks(body, "", 0);
        }
    }

    /// @param list  the list style that holds the blocks; empty outside of lists
    /// @param level how many lists hold them
    private void blocks(Element parent, String list, int level) {
        for (Element child : Xml.children(parent)) {
            switch (Xml.name(child)) {
                case "h", "p" -> {
                    boolean heading = Xml.name(child).equals("h") && level == 0 && !isUnnumbered(child);
                    String number = heading ? lists.heading(Xml.number(child, "outline-level", 1) - 1) : "";
                    draft.paragraph(number + text(child));
                    writePending();
                }
                case "list" -> list(child, list, level);
                case "table" -> {
                    table(child);
                    writePending();
                }
                case "tracked-changes",
                        "annotation",
                        "sequence-decls",
                        "forms",
                        "scripts",
                        "font-face-decls",
                        "automatic-styles",
                        "styles" -> {}
                default -> blocks(child, list, level);
            }
        }
    }

    private static boolean isUnnumbered(Element heading) {
        return Xml.attribute(heading, "is-list-header").equals("true");
    }

    private void writePending() {
        while (!pending.isEmpty()) {
            List<Element> now = List.copyOf(pending);
            pending.clear();
            now.forEach(held -> blocks(held, "", 0));
        }
    }

    private void list(Element list, String outer, int level) {
        String own = Xml.attribute(list, "style-name");
        String style = own.isEmpty() ? outer : own;
        boolean continued = Xml.attribute(list, "continue-numbering").equals("true")
                || !Xml.attribute(list, "continue-list").isEmpty();
        if (level == 0 && !continued) {
            lists.begin(style);
        }
        for (Element item : Xml.children(list)) {
            boolean numbered = Xml.name(item).equals("list-item");
            for (Element child : Xml.children(item)) {
                boolean paragraph =
                        Xml.name(child).equals("p") || Xml.name(child).equals("h");
                if (!paragraph) {
                    if (Xml.name(child).equals("list")) {
                        list(child, style, level + 1);
                    }
                    continue;
                }
                String text = text(child);
                String number = numbered && !text.isBlank() ? lists.next(style, level) : "";
                numbered = false;
                draft.paragraph(number + text);
                writePending();
            }
        }
    }

    private void table(Element table) {
        GridDraft grid = draft.newGrid();
        List<Element> rows = new ArrayList<>();
        rows(table, rows);
        List<Element> single = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            row(rows.get(row), row, grid, single);
        }
        if (grid.columns() == 1) {
            // One column is a frame around paragraphs, no table.
            single.forEach(cell -> blocks(cell, "", 0));
        } else {
            draft.grid(grid);
        }
    }

    private static void rows(Element parent, List<Element> rows) {
        for (Element child : Xml.children(parent)) {
            switch (Xml.name(child)) {
                case "table-row" -> {
                    boolean filler = Xml.number(child, "number-rows-repeated", 1) > 1
                            && child.getTextContent().isBlank();
                    if (!filler) {
                        rows.add(child);
                    }
                }
                case "table-rows", "table-header-rows", "table-row-group" -> rows(child, rows);
                default -> {}
            }
        }
    }

    private void row(Element row, int number, GridDraft grid, List<Element> cells) {
        grid.exists(number);
        int column = 0;
        for (Element cell : Xml.children(row)) {
            int repeated = Math.max(1, Xml.number(cell, "number-columns-repeated", 1));
            boolean own = Xml.name(cell).equals("table-cell");
            boolean blank = cell.getTextContent().isBlank();
            boolean filler = own && blank && repeated > 50;
            for (int i = 0; own && !filler && i < repeated && (!blank || column + i < grid.mostColumns()); i++) {
                grid.put(
                        number,
                        column + i,
                        Math.max(1, Xml.number(cell, "number-rows-spanned", 1)),
                        Math.max(1, Xml.number(cell, "number-columns-spanned", 1)),
                        cellText(cell));
                cells.add(cell);
            }
            column = Math.min(column + Math.min(repeated, grid.mostColumns()), grid.mostColumns());
        }
    }

    private String cellText(Element cell) {
        StringBuilder text = new StringBuilder();
        cellText(cell, text);
        return text.toString();
    }

    private void cellText(Element parent, StringBuilder text) {
        for (Element child : Xml.children(parent)) {
            switch (Xml.name(child)) {
                case "p", "h" -> text.append(text.isEmpty() ? "" : "\n").append(text(child));
                case "annotation" -> {}
                default -> cellText(child, text);
            }
        }
    }

    private String text(Element paragraph) {
        StringBuilder text = new StringBuilder();
        inline(paragraph, text);
        return text.toString();
    }

    private void picture(Element frame) {
        double width = LargePicture.points(Xml.attribute(frame, "width"));
        double height = LargePicture.points(Xml.attribute(frame, "height"));
        if (Xml.child(frame, "image") != null && LargePicture.is(width, height)) {
            draft.unreadPicture();
        }
    }

    private void inline(Element parent, StringBuilder text) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text words) {
                text.append(words.getData().replace('\n', ' ').replace('\t', ' '));
            } else if (node instanceof Element child) {
                switch (Xml.name(child)) {
                    case "s" -> text.repeat(' ', Math.clamp(Xml.number(child, "c", 1), 1, 1_000));
                    case "tab" -> text.append('\t');
                    case "line-break" -> text.append('\n');
                    case "note" -> Xml.children(child, "note-body").forEach(pending::add);
                    case "text-box", "custom-shape", "rect", "ellipse", "circle", "polygon", "path", "caption" ->
                        pending.add(child);
                    case "frame" -> {
                        picture(child);
                        inline(child, text);
                    }
                    case "ruby-text", "annotation", "annotation-end", "note-citation", "desc", "title" -> {}
                    default -> inline(child, text);
                }
            }
        }
    }
}
