package io.mingjian.generation;

import io.mingjian.generation.TableGrid.Spot;
import java.util.List;
import java.util.regex.Pattern;

/// A paper as an OpenDocument spreadsheet of one sheet: a line in the first cell of a row, tables between empty
/// rows, their cells merged. Numbers are numbers, all else is text.
final class OdsPaper {
    private static final String EMPTY_ROW = "<table:table-row><table:table-cell/></table:table-row>";
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,9})?");

    private OdsPaper() {}

    static byte[] write(Paper paper) {
        StringBuilder xml = new StringBuilder("<table:table table:name=\"1\">");
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
        return OpenDocument.of("spreadsheet", xml.append("</table:table>"));
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
