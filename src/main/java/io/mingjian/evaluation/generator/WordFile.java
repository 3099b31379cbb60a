package io.mingjian.evaluation.generator;

import io.mingjian.evaluation.generator.Draft.Part;
import io.mingjian.evaluation.generator.Draft.TableCell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a report as a Word document: the least OOXML that Word opens.
final class WordFile {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static final String TYPES = XML
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType="
            + "\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    private static final String RELATIONS = XML
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Target=\"word/document.xml\" Type="
            + "\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>";

    /// The zip's entries bear a date; a fixed one keeps the bytes the same.
    private static final LocalDateTime DATE = LocalDateTime.of(2000, 1, 1, 0, 0);

    private WordFile() {}

    static byte[] of(Draft draft) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "[Content_Types].xml", TYPES);
            entry(zip, "_rels/.rels", RELATIONS);
            entry(zip, "word/document.xml", document(draft));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(DATE);
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String document(Draft draft) {
        StringBuilder xml = new StringBuilder(XML)
                .append(
                        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
        for (Part part : draft.parts()) {
            switch (part) {
                case Part.Title title -> title.text().lines().forEach(line -> paragraph(line, xml));
                case Part.Heading heading -> paragraph(heading.text(), xml);
                case Part.Prose prose -> paragraph(prose.text(), xml);
                case Part.Table table -> table(table, xml);
            }
        }
        return xml.append("</w:body></w:document>").toString();
    }

    private static void paragraph(String text, StringBuilder xml) {
        xml.append("<w:p><w:r><w:t xml:space=\"preserve\">")
                .append(HtmlPage.escape(text))
                .append("</w:t></w:r></w:p>");
    }

    /// A cell that reaches down is begun in its first row and continued, empty, in the rows below it.
    private static void table(Part.Table table, StringBuilder xml) {
        xml.append("<w:tbl><w:tblPr/><w:tblGrid>")
                .append("<w:gridCol/>".repeat(table.columns()))
                .append("</w:tblGrid>");
        TableCell[] reaching = new TableCell[table.columns()];
        int[] rowsLeft = new int[table.columns()];
        for (var row : table.rows()) {
            xml.append("<w:tr>");
            int next = 0;
            for (int column = 0; column < table.columns(); ) {
                TableCell cell = reaching[column];
                boolean continued = cell != null && rowsLeft[column] > 0;
                if (!continued) {
                    cell = row.get(next++);
                    reaching[column] = cell;
                    rowsLeft[column] = cell.rowSpan();
                }
                cell(cell, continued, xml);
                rowsLeft[column]--;
                column += cell.columnSpan();
            }
            xml.append("</w:tr>");
        }
        xml.append("</w:tbl>");
        paragraph("", xml);
    }

    private static void cell(TableCell cell, boolean continued, StringBuilder xml) {
        xml.append("<w:tc><w:tcPr>");
        if (cell.columnSpan() > 1) {
            xml.append("<w:gridSpan w:val=\"").append(cell.columnSpan()).append("\"/>");
        }
        if (cell.rowSpan() > 1) {
            xml.append(continued ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>");
        }
        xml.append("</w:tcPr>");
        paragraph(continued ? "" : cell.text(), xml);
        xml.append("</w:tc>");
    }
}
