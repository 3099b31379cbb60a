package io.mingjian.generation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A paper as the least WordprocessingML that Word opens, with real merged cells.
final class DocxPaper {
    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
            </Types>""";
    private static final String RELATIONS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>\
            </Relationships>""";
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>""";

    private DocxPaper() {}

    static byte[] write(Paper paper) {
        StringBuilder xml = new StringBuilder(HEAD);
        for (Paper.Element element : paper.elements()) {
            switch (element) {
                case Paper.Line line -> paragraph(xml, line.text());
                case Paper.Table table -> table(xml, table);
            }
        }
        xml.append("<w:sectPr/></w:body></w:document>");
        return zip(xml.toString());
    }

    private static void paragraph(StringBuilder xml, String text) {
        xml.append("<w:p><w:r><w:t xml:space=\"preserve\">");
        xml.append(HtmlPaper.escape(text).replace("\n", "</w:t><w:br/><w:t xml:space=\"preserve\">"));
        xml.append("</w:t></w:r></w:p>");
    }

    private static void table(StringBuilder xml, Paper.Table table) {
        xml.append("<w:tbl><w:tblPr/><w:tblGrid>");
        xml.append("<w:gridCol w:w=\"900\"/>".repeat(table.columns())).append("</w:tblGrid>");
        int[] covered = new int[table.columns()];
        int[] width = new int[table.columns()];
        for (List<Paper.TableCell> row : table.rows()) {
            xml.append("<w:tr>");
            int next = 0;
            for (int column = 0; column < table.columns(); ) {
                if (covered[column] > 0) {
                    int span = width[column];
                    cell(xml, "", span, "<w:vMerge/>");
                    for (int i = 0; i < span; i++) {
                        covered[column + i]--;
                    }
                    column += span;
                } else if (next < row.size()) {
                    Paper.TableCell cell = row.get(next++);
                    cell(
                            xml,
                            cell.text(),
                            cell.columnSpan(),
                            cell.rowSpan() > 1 ? "<w:vMerge w:val=\"restart\"/>" : "");
                    for (int i = 0; i < cell.columnSpan(); i++) {
                        covered[column + i] = cell.rowSpan() - 1;
                        width[column + i] = cell.columnSpan() - i;
                    }
                    column += cell.columnSpan();
                } else {
                    cell(xml, "", 1, "");
                    column++;
                }
            }
            xml.append("</w:tr>");
        }
        xml.append("</w:tbl>");
    }

    private static void cell(StringBuilder xml, String text, int span, String merge) {
        xml.append("<w:tc><w:tcPr>");
        if (span > 1) {
            xml.append("<w:gridSpan w:val=\"").append(span).append("\"/>");
        }
        xml.append(merge).append("</w:tcPr>");
        paragraph(xml, text);
        xml.append("</w:tc>");
    }

    private static byte[] zip(String document) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", TYPES);
        parts.put("_rels/.rels", RELATIONS);
        parts.put("word/document.xml", document);
        return ZippedParts.of(parts, "");
    }
}
