package io.mingjian.generation;

import io.mingjian.generation.TableGrid.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A paper as a workbook of one sheet: a line in the first cell of a row, tables between empty rows, ruled,
/// their cells merged. Numbers are numbers, all else is text.
final class XlsxPaper {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String STYLES = XML + "<styleSheet xmlns=\"" + MAIN + "\">"
            + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"SimSun\"/></font></fonts>"
            + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills><borders count=\"2\"><border/>"
            + "<border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/></border>"
            + "</borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/>"
            + "<xf borderId=\"1\" applyBorder=\"1\"/></cellXfs></styleSheet>";
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,9})?");
    private static final int LETTERS = 26;

    private final StringBuilder rows = new StringBuilder();
    private final List<String> merged = new ArrayList<>();
    private int row;

    private XlsxPaper() {}

    static byte[] write(Paper paper) {
        XlsxPaper sheet = new XlsxPaper();
        for (Paper.Element element : paper.elements()) {
            switch (element) {
                case Paper.Line line -> sheet.line(line.text());
                case Paper.Table table -> sheet.table(table);
            }
        }
        return sheet.bytes();
    }

    private void line(String text) {
        row++;
        rows.append("<row r=\"").append(row).append("\">");
        cell(0, text, false);
        rows.append("</row>");
    }

    private void table(Paper.Table table) {
        row++;
        for (List<Spot> spots : new TableGrid(table).spots()) {
            row++;
            rows.append("<row r=\"").append(row).append("\">");
            for (int column = 0; column < spots.size(); column++) {
                Spot spot = spots.get(column);
                cell(column, spot.begins() ? spot.cell().text() : "", true);
                if (spot.begins()) {
                    merge(column, spot.cell());
                }
            }
            rows.append("</row>");
        }
        row++;
    }

    private void cell(int column, String text, boolean ruled) {
        rows.append("<c r=\"").append(place(column, row)).append(ruled ? "\" s=\"1\"" : "\"");
        if (text.isEmpty()) {
            rows.append("/>");
        } else if (NUMBER.matcher(text).matches()) {
            rows.append("><v>").append(text).append("</v></c>");
        } else {
            rows.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">").append(HtmlPaper.escape(text));
            rows.append("</t></is></c>");
        }
    }

    private void merge(int column, Paper.TableCell cell) {
        if (cell.rowSpan() > 1 || cell.columnSpan() > 1) {
            String end = place(column + cell.columnSpan() - 1, row + cell.rowSpan() - 1);
            merged.add(place(column, row) + ":" + end);
        }
    }

    private static String place(int column, int row) {
        String letter = String.valueOf((char) ('A' + column % LETTERS));
        return (column < LETTERS ? letter : (char) ('A' + column / LETTERS - 1) + letter) + row;
    }

    private byte[] bytes() {
        StringBuilder sheet = new StringBuilder(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        sheet.append(rows).append("</sheetData>");
        if (!merged.isEmpty()) {
            sheet.append("<mergeCells count=\"").append(merged.size()).append("\">");
            merged.forEach(
                    area -> sheet.append("<mergeCell ref=\"").append(area).append("\"/>"));
            sheet.append("</mergeCells>");
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                XML + "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                        + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + SHEET + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + SHEET
                        + "worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + SHEET
                        + "styles+xml\"/></Types>");
        parts.put("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/workbook.xml",
                XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations(relation("rId1", "worksheet", "worksheets/sheet1.xml")
                        + relation("rId2", "styles", "styles.xml")));
        parts.put("xl/styles.xml", STYLES);
        parts.put("xl/worksheets/sheet1.xml", sheet.append("</worksheet>").toString());
        return ZippedParts.of(parts, "");
    }

    private static String relations(String relations) {
        return XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }
}
