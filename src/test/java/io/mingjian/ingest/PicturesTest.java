package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.read;
import static io.mingjian.ingest.Fixtures.utf8;
import static io.mingjian.ingest.Fixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A picture that may hold a table or a page of text, and that nobody reads, is counted whatever format it
/// stands in.
class PicturesTest {
    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"a.xlsx, 8, 10, 1", "a.xlsx, 2, 10, 0", "a.xls, 8, 10, 1", "a.xls, 2, 10, 0"})
    void ofASheet(String name, int columns, int rows, int unread) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook()) {
            Sheet sheet = book.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("年度报告");
            ClientAnchor anchor = book.getCreationHelper().createClientAnchor();
            anchor.setRow1(1);
            anchor.setRow2(1 + rows);
            anchor.setCol1(0);
            anchor.setCol2(columns);
            int picture = book.addPicture(png(), Workbook.PICTURE_TYPE_PNG);
            sheet.createDrawingPatriarch().createPicture(anchor, picture);
            book.write(bytes);
        }
        assertThat(read(name, bytes.toByteArray()).unreadPictures()).isEqualTo(unread);
    }

    /// Word writes a picture twice, in a form of its own and in one that older programs know.
    @ParameterizedTest
    @CsvSource({"8300, 100, 1", "16600, 50, 1", "8300, 20, 0"})
    void ofRtf(int twips, int percent, int unread) {
        String picture = "{\\pict\\picwgoal" + twips + "\\pichgoal3000\\picscalex" + percent
                + "\\pngblip{\\*\\blipuid 00}89504e47}";
        String rtf = "{\\rtf1\\ansi{\\*\\shppict" + picture + "}{\\nonshppict" + picture + "}a\\par}";
        SourceDocument document = read("a.rtf", utf8(rtf));
        assertThat(document.unreadPictures()).isEqualTo(unread);
        assertThat(document.text().value()).isEqualTo("a\n");
    }

    /// One of its two pictures is as large as a table.
    @Test
    void ofBinaryWord() throws IOException {
        byte[] doc = Files.readAllBytes(Path.of("src/test/resources/ingest/pictures.doc"));
        assertThat(read("a.doc", doc).unreadPictures()).isEqualTo(1);
    }

    /// A page's fields, which binary Word keeps among the pictures.
    @Test
    void fieldsOfAFormAreNone() throws IOException {
        byte[] doc = Files.readAllBytes(Path.of("src/test/resources/ingest/form.doc"));
        assertThat(read("a.doc", doc).unreadPictures()).isZero();
        assertThat(read("a.doc", doc).text().value()).contains("年度报告在此。");
    }

    @ParameterizedTest
    @CsvSource({"15cm, 6cm, 1", "2.5in, 3in, 0"})
    void ofASheetOfOpenDocument(String width, String height, int unread) {
        String names = " xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:draw=\"d\" xmlns:svg=\"s\"";
        String frame =
                "<draw:frame svg:width=\"" + width + "\" svg:height=\"" + height + "\"><draw:image/></draw:frame>";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.spreadsheet"));
        parts.put(
                "content.xml",
                utf8("<office:document-content" + names + "><office:body><office:spreadsheet><table:table>"
                        + "<table:shapes>" + frame
                        + "</table:shapes><table:table-row><table:table-cell><text:p>年报</text:p>"
                        + "</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
                        + "</office:document-content>"));
        assertThat(read("a.ods", zip(parts)).unreadPictures()).isEqualTo(unread);
    }

    @ParameterizedTest
    @CsvSource({"150 60, 1", "60 60, 0"})
    void ofOfd(String size, int unread) {
        String name = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "OFD.xml",
                utf8("<ofd:OFD" + name + "><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"));
        parts.put(
                "D.xml",
                utf8("<ofd:Document" + name
                        + "><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"P.xml\"/></ofd:Pages></ofd:Document>"));
        parts.put(
                "P.xml",
                utf8("<ofd:Page" + name + "><ofd:Content><ofd:Layer><ofd:ImageObject ID=\"2\" Boundary=\"20 100 " + size
                        + "\"/><ofd:TextObject Boundary=\"20 20 150 5\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\">年度报告"
                        + "</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>"));
        assertThat(read("a.ofd", zip(parts)).unreadPictures()).isEqualTo(unread);
    }
}
