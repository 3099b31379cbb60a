package io.mingjian.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Walks the body of a Word document (WordprocessingML) and writes its blocks. Used by one thread, once.
///
/// Notes and text boxes stand after the paragraph or table that holds them. Deleted and hidden text, the pinyin
/// over ruby characters, headers and footers are left out.
final class WordBody {
    /// English metric units in a point.
    private static final double UNITS = 12_700;

    private final Draft draft;
    private final WordNumbering numbering;
    private final Map<String, Element> notes;
    private final List<Element> pending = new ArrayList<>();

    /// @param notes foot- and endnotes by their kind and id
    WordBody(Draft draft, WordNumbering numbering, Map<String, Element> notes) {
        this.draft = draft;
        this.numbering = numbering;
        this.notes = notes;
    }

    void blocks(Element parent) {
        for (Element child : Xml.children(parent)) {
            switch (Xml.name(child)) {
                case "p" -> {
                    draft.paragraph(paragraph(child));
                    writePending();
                }
                case "tbl" -> {
                    table(child);
                    writePending();
                }
                case "AlternateContent" -> blocks(choice(child));
                case "del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr", "tblPr", "tcPr", "trPr" -> {}
                default -> blocks(child);
            }
        }
    }

    private void writePending() {
        while (!pending.isEmpty()) {
            List<Element> now = List.copyOf(pending);
            pending.clear();
            now.forEach(this::blocks);
        }
    }

    private static Element choice(Element alternate) {
        Element choice = Xml.child(alternate, "Choice");
        Element fallback = Xml.child(alternate, "Fallback");
        return choice != null ? choice : fallback != null ? fallback : alternate;
    }

    private String paragraph(Element paragraph) {
        StringBuilder text = new StringBuilder();
        inline(paragraph, text);
        if (text.toString().isBlank()) {
            // Word prints the number of an empty paragraph too, but it heads nothing.
            return text.toString();
        }
        String number = numbering.of(Xml.child(paragraph, "pPr"));
        return number.isEmpty() ? text.toString() : number + text;
    }

    private void inline(Element parent, StringBuilder text) {
        for (Element child : Xml.children(parent)) {
            switch (Xml.name(child)) {
                case "t" -> text.append(child.getTextContent());
                case "tab", "ptab" -> text.append('\t');
                case "br" ->
                    text.append(
                            Xml.attribute(child, "type").isEmpty()
                                            || Xml.attribute(child, "type").equals("textWrapping")
                                    ? "\n"
                                    : "");
                case "cr" -> text.append('\n');
                case "noBreakHyphen" -> text.append('-');
                case "r" -> {
                    if (!isHidden(child)) {
                        inline(child, text);
                    }
                }
                case "footnoteReference", "endnoteReference" -> note(child);
                case "AlternateContent" -> inline(choice(child), text);
                case "drawing", "pict", "object" -> {
                    if (isLargePicture(child)) {
                        draft.unreadPicture();
                    }
                    inline(child, text);
                }
                case "txbxContent" -> pending.add(child);
                case "ruby" -> Xml.children(child, "rubyBase").forEach(base -> inline(base, text));
                case "pPr", "rPr", "del", "moveFrom", "instrText", "delText", "delInstrText", "sdtPr", "tblPr" -> {}
                default -> inline(child, text);
            }
        }
    }

    /// Whether a drawing shows a picture, by its extent in English metric units or by the style of its shape.
    private static boolean isLargePicture(Element drawing) {
        Element extent = Xml.below(drawing, "extent").stream().findFirst().orElse(null);
        if (extent != null) {
            return !Xml.below(drawing, "blip").isEmpty()
                    && LargePicture.is(Xml.number(extent, "cx", 0) / UNITS, Xml.number(extent, "cy", 0) / UNITS);
        }
        return Xml.below(drawing, "shape").stream()
                .filter(shape -> !Xml.below(shape, "imagedata").isEmpty())
                .map(shape -> Xml.attribute(shape, "style"))
                .anyMatch(style -> LargePicture.is(
                        LargePicture.points(StyleRules.declared(style, "width")),
                        LargePicture.points(StyleRules.declared(style, "height"))));
    }

    private static boolean isHidden(Element run) {
        Element vanish = Xml.child(Xml.child(run, "rPr"), "vanish");
        return vanish != null && !Xml.attribute(vanish, "val").matches("0|false|off");
    }

    private void note(Element reference) {
        Element note = notes.get(Xml.name(reference).charAt(0) + Xml.attribute(reference, "id"));
        if (note != null) {
            pending.add(note);
        }
    }

    private void table(Element table) {
        List<Element> rows = new ArrayList<>();
        parts(table, "tr", rows);
        GridDraft grid = draft.newGrid();
        List<Merge> merges = merges(rows, grid.mostColumns());
        if (merges.stream().allMatch(merge -> merge.column == 0)) {
            // One column is a frame around paragraphs, no table.
            merges.forEach(merge -> blocks(merge.cell));
            return;
        }
        for (int row = 0; row < rows.size(); row++) {
            grid.exists(row);
        }
        for (Merge merge : merges) {
            grid.put(merge.row, merge.column, merge.rowSpan, merge.columnSpan, cellText(merge.cell));
        }
        draft.grid(grid);
    }

    /// A cell, and what it covers as far as the rows read so far tell.
    private static final class Merge {
        final Element cell;
        final int row;
        final int column;
        int columnSpan;
        int rowSpan = 1;

        Merge(Element cell, int row, int column, int columnSpan) {
            this.cell = cell;
            this.row = row;
            this.column = column;
            this.columnSpan = columnSpan;
        }
    }

    /// @param most columns; what stands further out is told to stand at the first one that is too many
    private static List<Merge> merges(List<Element> rows, int most) {
        List<Merge> merges = new ArrayList<>();
        @Nullable Merge[] above = new @Nullable Merge[most + 1];
        for (int row = 0; row < rows.size(); row++) {
            Element properties = Xml.child(rows.get(row), "trPr");
            int column = Math.clamp(Xml.number(Xml.child(properties, "gridBefore"), "val", 0), 0, most);
            List<Element> cells = new ArrayList<>();
            parts(rows.get(row), "tc", cells);
            Merge left = null;
            for (Element cell : cells) {
                Element tcPr = Xml.child(cell, "tcPr");
                int span = Math.clamp(Xml.number(Xml.child(tcPr, "gridSpan"), "val", 1), 1, most);
                Merge over = above[column];
                if (isContinued(Xml.child(tcPr, "hMerge")) && left != null) {
                    left.columnSpan += span;
                } else if (isContinued(Xml.child(tcPr, "vMerge")) && over != null && over.row + over.rowSpan == row) {
                    over.rowSpan++;
                    left = over;
                } else {
                    left = new Merge(cell, row, column, span);
                    merges.add(left);
                    above[column] = left;
                }
                column = Math.min(column + span, most);
            }
        }
        return merges;
    }

    /// Merge marks without a value continue, those that say `restart` begin.
    private static boolean isContinued(@Nullable Element mark) {
        return mark != null && !Xml.attribute(mark, "val").equals("restart");
    }

    /// Rows of a table or cells of a row, also where content controls or insertions wrap them.
    private static void parts(Element parent, String name, List<Element> found) {
        for (Element child : Xml.children(parent)) {
            switch (Xml.name(child)) {
                case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag" -> parts(child, name, found);
                default -> {
                    if (Xml.name(child).equals(name) && !isDeleted(child)) {
                        found.add(child);
                    }
                }
            }
        }
    }

    private static boolean isDeleted(Element part) {
        return Xml.child(Xml.child(part, "trPr"), "del") != null;
    }

    private String cellText(Element cell) {
        StringBuilder text = new StringBuilder();
        cellText(cell, text);
        return text.toString();
    }

    private void cellText(Element parent, StringBuilder text) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Element child)) {
                continue;
            }
            switch (Xml.name(child)) {
                case "p" -> text.append(text.isEmpty() ? "" : "\n").append(paragraph(child));
                case "AlternateContent" -> cellText(choice(child), text);
                case "tcPr", "tblPr", "trPr", "sdtPr", "del" -> {}
                default -> cellText(child, text);
            }
        }
    }
}
