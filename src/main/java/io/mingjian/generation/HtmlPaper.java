package io.mingjian.generation;

import java.util.List;

/// A paper as a web page.
final class HtmlPaper {
    private HtmlPaper() {}

    static String write(Paper paper) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n");
        for (Paper.Element element : paper.elements()) {
            switch (element) {
                case Paper.Line line -> line(html, line);
                case Paper.Table table -> table(html, table);
            }
        }
        return html.append("</body></html>\n").toString();
    }

    private static void line(StringBuilder html, Paper.Line line) {
        String tag = line.style() == Paper.Style.TITLE ? "h1" : "p";
        html.append('<').append(tag).append('>').append(escape(line.text()));
        html.append("</").append(tag).append(">\n");
    }

    private static void table(StringBuilder html, Paper.Table table) {
        html.append("<table border=\"1\">\n");
        for (List<Paper.TableCell> row : table.rows()) {
            html.append("<tr>");
            for (Paper.TableCell cell : row) {
                html.append("<td");
                span(html, "rowspan", cell.rowSpan());
                span(html, "colspan", cell.columnSpan());
                html.append('>')
                        .append(escape(cell.text()).replace("\n", "<br>"))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    private static void span(StringBuilder html, String name, int span) {
        if (span > 1) {
            html.append(' ').append(name).append("=\"").append(span).append('"');
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
