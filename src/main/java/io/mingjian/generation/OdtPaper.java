package io.mingjian.generation;

import io.mingjian.generation.TableGrid.Spot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A paper as an OpenDocument text, with real merged cells.
final class OdtPaper {
    private static final String TYPE = "application/vnd.oasis.opendocument.text";
    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">\
            <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>\
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
            </manifest:manifest>""";
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2">\
            <office:body><office:text>""";

    private OdtPaper() {}

    static byte[] write(Paper paper) {
        StringBuilder xml = new StringBuilder(HEAD);
        for (Paper.Element element : paper.elements()) {
            switch (element) {
                case Paper.Line line -> paragraph(xml, line.text());
                case Paper.Table table -> table(xml, table);
            }
        }
        xml.append("</office:text></office:body></office:document-content>");
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("content.xml", xml.toString());
        parts.put("META-INF/manifest.xml", MANIFEST);
        return ZippedParts.of(parts, TYPE);
    }

    static void paragraph(StringBuilder xml, String text) {
        xml.append("<text:p>")
                .append(HtmlPaper.escape(text).replace("\n", "<text:line-break/>"))
                .append("</text:p>");
    }

    private static void table(StringBuilder xml, Paper.Table table) {
        xml.append("<table:table><table:table-column table:number-columns-repeated=\"");
        xml.append(table.columns()).append("\"/>");
        for (List<Spot> row : new TableGrid(table).spots()) {
            xml.append("<table:table-row>");
            row.forEach(spot -> cell(xml, spot));
            xml.append("</table:table-row>");
        }
        xml.append("</table:table>");
    }

    private static void cell(StringBuilder xml, Spot spot) {
        if (!spot.begins()) {
            xml.append("<table:covered-table-cell/>");
            return;
        }
        xml.append("<table:table-cell");
        span(xml, "columns", spot.cell().columnSpan());
        span(xml, "rows", spot.cell().rowSpan());
        xml.append('>');
        paragraph(xml, spot.cell().text());
        xml.append("</table:table-cell>");
    }

    static void span(StringBuilder xml, String what, int span) {
        if (span > 1) {
            xml.append(" table:number-")
                    .append(what)
                    .append("-spanned=\"")
                    .append(span)
                    .append('"');
        }
    }
}
