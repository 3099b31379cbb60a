package io.mingjian.generation;

import io.mingjian.generation.TableGrid.Spot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A paper as an OpenDocument spreadsheet of one sheet: a line in the first cell of a row, tables between empty
/// rows, their cells merged. Numbers are numbers, all else is text.
final class OdsPaper {
    private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">\
            <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>\
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
            </manifest:manifest>""";
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2">\
            <office:body><office:spreadsheet><table:table table:name="1">""";
    private static final String EMPTY_ROW = "<table:table-row><table:table-cell/></table:table-row>";
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,9})?");

    private OdsPaper() {}

    static byte[] write(Paper paper) {
        StringBuilder xml = new StringBuilder(HEAD);
        for (Paper.Element element : paper.elements()) {
            switch (element) {
                case Paper.Line line -> {
                    xml.append("<table:table-row>");
                    cell(xml, new Paper.TableCell(line.text(), 1, 1));
                    xml.append("</table:table-row>");
                }
                case Paper.Table table -> table(xml, table);
            }
        }
        xml.append("</table:table></office:spreadsheet></office:body></office:document-content>");
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("content.xml", xml.toString());
        parts.put("META-INF/manifest.xml", MANIFEST);
        return ZippedParts.of(parts, TYPE);
    }

    private static void table(StringBuilder xml, Paper.Table table) {
        xml.append(EMPTY_ROW);
        for (List<Spot> row : new TableGrid(table).spots()) {
            xml.append("<table:table-row>");
            for (Spot spot : row) {
                if (spot.begins()) {
                    cell(xml, spot.cell());
                } else {
                    xml.append("<table:covered-table-cell/>");
                }
            }
            xml.append("</table:table-row>");
        }
        xml.append(EMPTY_ROW);
    }

    private static void cell(StringBuilder xml, Paper.TableCell cell) {
        xml.append("<table:table-cell");
        OdtPaper.span(xml, "columns", cell.columnSpan());
        OdtPaper.span(xml, "rows", cell.rowSpan());
        if (NUMBER.matcher(cell.text()).matches()) {
            xml.append(" office:value-type=\"float\" office:value=\"")
                    .append(cell.text())
                    .append('"');
        }
        xml.append('>');
        if (!cell.text().isEmpty()) {
            OdtPaper.paragraph(xml, cell.text());
        }
        xml.append("</table:table-cell>");
    }
}
