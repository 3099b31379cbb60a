package io.mingjian.evaluation.generator;

import io.mingjian.evaluation.generator.Draft.Part;
import io.mingjian.evaluation.generator.Draft.TableCell;
import java.util.List;

/// Writes a report as a web page.
final class HtmlPage {
    private HtmlPage() {}

    static String of(Draft draft) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n");
        for (Part part : draft.parts()) {
            switch (part) {
                case Part.Title title ->
                    title.text()
                            .lines()
                            .forEach(line ->
                                    page.append("<h1>").append(escape(line)).append("</h1>\n"));
                case Part.Heading heading ->
                    page.append("<h2>").append(escape(heading.text())).append("</h2>\n");
                case Part.Prose prose ->
                    page.append("<p>").append(escape(prose.text())).append("</p>\n");
                case Part.Table table -> {
                    page.append("<table border=\"1\">\n");
                    table.rows().forEach(row -> row(row, page));
                    page.append("</table>\n");
                }
            }
        }
        return page.append("</body></html>\n").toString();
    }

    private static void row(List<TableCell> row, StringBuilder page) {
        page.append("<tr>");
        for (TableCell cell : row) {
            page.append("<td")
                    .append(cell.rowSpan() > 1 ? " rowspan=\"" + cell.rowSpan() + "\"" : "")
                    .append(cell.columnSpan() > 1 ? " colspan=\"" + cell.columnSpan() + "\"" : "")
                    .append('>')
                    .append(cell.text().isEmpty() ? "&nbsp;" : escape(cell.text()))
                    .append("</td>");
        }
        page.append("</tr>\n");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
