package io.mingjian.generation;

import io.mingjian.generation.TableGrid.Spot;
import java.util.List;

/// A paper as an OpenDocument text, with real merged cells.
final class OdtPaper {
    private OdtPaper() {}

    static byte[] write(Paper paper) {
        StringBuilder xml = new StringBuilder();
        for (Paper.Element element : paper.elements()) {
            switch (element) {
                case Paper.Line line -> paragraph(xml, line.text());
                case Paper.Table table -> table(xml, table);
            }
        }
        return OpenDocument.of("text", xml);
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
