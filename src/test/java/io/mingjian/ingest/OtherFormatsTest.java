package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.cells;
import static io.mingjian.ingest.Fixtures.quotes;
import static io.mingjian.ingest.Fixtures.read;
import static io.mingjian.ingest.Fixtures.utf8;
import static io.mingjian.ingest.Fixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherFormatsTest {
    private static final String MERGED = "0,0 (2x1) 项目\n0,1 (1x2) 申请人\n1,1 自然人\n1,2 总计\n2,0 新收\n2,1 3\n2,2 \n";

    private static String row(String cells) {
        return "<table:table-row>" + cells + "</table:table-row>";
    }

    private static String cell(String attributes, String text) {
        return "<table:table-cell" + attributes + "><text:p>" + text + "</text:p></table:table-cell>";
    }

    @Test
    void aSheetOfOpenDocumentIsReadAsOthersAre() {
        String across = " table:number-columns-spanned=\"3\"";
        String covered = "<table:covered-table-cell/>";
        String filler = "<table:table-cell table:number-columns-repeated=\"1021\"/>";
        String sheet = row(cell(across, "某某镇2023年年度报告") + covered + covered + filler)
                + row(cell("", "一、总体情况") + filler)
                + row(cell("", "全年公开5条。"))
                + row(cell("", "第二十条第（一）项"))
                + row(cell(" table:number-rows-spanned=\"2\"", "项目")
                        + cell(" table:number-columns-spanned=\"2\"", "申请人")
                        + covered)
                + row(covered + cell("", "自然人") + cell("", "总计"))
                + row(cell("", "新收") + cell(" table:style-name=\"ruled\"", "3")
                        + "<table:table-cell table:style-name=\"ruled\"/>")
                + row(cell("", "二、其他情况"))
                + "<table:table-row table:number-rows-repeated=\"1048000\">" + filler + "</table:table-row>";
        String content =
                "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\""
                        + " xmlns:fo=\"f\"><office:automatic-styles><style:style style:name=\"ruled\"><style:table-cell-properties"
                        + " fo:border=\"0.5pt solid #000000\"/></style:style><style:style style:name=\"away\">"
                        + "<style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body>"
                        + "<office:spreadsheet><table:table>" + sheet
                        + "</table:table><table:table table:style-name=\"away\">"
                        + row(cell("", "底稿"))
                        + "</table:table></office:spreadsheet></office:body></office:document-content>";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.spreadsheet"));
        parts.put("content.xml", utf8(content));
        SourceDocument document = read("a.ods", zip(parts));
        assertThat(quotes(document)).startsWith("某某镇2023年年度报告", "一、总体情况", "全年公开5条。");
        assertThat(quotes(document)).endsWith("二、其他情况");
        assertThat(cells(document, 0))
                .isEqualTo(
                        "0,0 第二十条第（一）项\n0,1 \n0,2 \n1,0 (2x1) 项目\n1,1 (1x2) 申请人\n2,1 自然人\n2,2 总计\n3,0 新收\n3,1 3\n3,2 \n");
    }

    @Test
    void aReportThatIsOneTableIsReadAsTheTextAndTheTablesInIt() {
        String page = "<table><tr><td colspan=3>某某镇2023年年度报告</td></tr><tr><td colspan=3>一、总体情况</td></tr>"
                + "<tr><td colspan=3>全年公开5条。</td></tr><tr><td colspan=3>二、主动公开政府信息情况</td></tr>"
                + "<tr><td colspan=3>第二十条第（一）项</td></tr><tr><td>规章</td><td>0</td><td>3</td></tr>"
                + "<tr><td></td><td></td><td></td></tr><tr><td colspan=3>三、其他情况</td></tr></table>";
        SourceDocument document = read("a.html", page);
        assertThat(quotes(document))
                .containsExactly(
                        "某某镇2023年年度报告", "一、总体情况", "全年公开5条。", "二、主动公开政府信息情况", "第二十条第（一）项\t\t\n规章\t0\t3\n\t\t", "三、其他情况");
    }

    @Test
    void aTableWithNumberedRowsThatAreBlankStaysOne() {
        String page = "<table><tr><td>项目</td><td>自然人</td></tr><tr><td>一、本年新收</td><td></td></tr>"
                + "<tr><td>二、上年结转</td><td></td></tr><tr><td colspan=2>三、办理结果</td></tr></table>";
        assertThat(Fixtures.grid(read("a.html", page), 0).rows()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.xls"})
    void aSheetIsParagraphsAndGridsWithMergedCells(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook()) {
            Sheet sheet = book.createSheet("年报");
            String[][] rows = {
                {"某某镇2023年年度报告"},
                {"一、总体情况"},
                {"全年公开5条。"},
                {"第二十条第（一）项"},
                {"项目", "申请人"},
                {"", "自然人", "总计"},
                {"新收", "3"},
                {"二、其他情况"}
            };
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    sheet.createRow(row);
                }
                for (int column = 0; column < rows[row].length; column++) {
                    sheet.getRow(row).createCell(column).setCellValue(rows[row][column]);
                }
            }
            sheet.getRow(6).getCell(1).setCellValue(3);
            sheet.addMergedRegion(new CellRangeAddress(4, 5, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(4, 4, 1, 2));
            book.write(bytes);
        }
        SourceDocument document = read(name, bytes.toByteArray());
        assertThat(quotes(document))
                .startsWith("某某镇2023年年度报告", "一、总体情况", "全年公开5条。")
                .endsWith("二、其他情况");
        assertThat(cells(document, 0))
                .isEqualTo(
                        "0,0 第二十条第（一）项\n0,1 \n0,2 \n1,0 (2x1) 项目\n1,1 (1x2) 申请人\n2,1 自然人\n2,2 总计\n3,0 新收\n3,1 3\n3,2 \n");
    }

    private static byte[] odt(String styles, String body) {
        String names = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
        files.put(
                "content.xml",
                utf8("<office:document-content" + names + "><office:automatic-styles>" + styles
                        + "</office:automatic-styles><office:body><office:text>" + body
                        + "</office:text></office:body></office:document-content>"));
        return zip(files);
    }

    @Test
    void openDocumentKeepsMergedCells() {
        String cell = "<table:table-cell %s><text:p>%s</text:p></table:table-cell>";
        String covered = "<table:covered-table-cell/>";
        String body = "<table:table><table:table-row>" + cell.formatted("table:number-rows-spanned=\"2\"", "项目")
                + cell.formatted("table:number-columns-spanned=\"2\"", "申请人") + covered
                + "</table:table-row><table:table-row>"
                + covered + cell.formatted("", "自然人") + cell.formatted("", "总计") + "</table:table-row><table:table-row>"
                + cell.formatted("", "新收") + cell.formatted("", "3") + cell.formatted("", "")
                + "</table:table-row></table:table>";
        assertThat(cells(read("a.odt", odt("", body)), 0)).isEqualTo(MERGED);
    }

    @ParameterizedTest
    @CsvSource({
        "'一, 二, 三, ...',、,一、甲,二、乙",
        "'壹, 贰, 叁, ...',、,壹、甲,贰、乙",
        "'①, ②, ③, ...','',①甲,②乙",
        "1,.,1. 甲,2. 乙",
        "'甲, 乙, 丙, ...',、,甲、甲,乙、乙"
    })
    void openDocumentListsShowTheirNumbers(String format, String suffix, String first, String second) {
        String style =
                "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-format=\""
                        + format + "\" style:num-suffix=\"" + suffix + "\"/></text:list-style>";
        String item = "<text:list-item><text:p>%s</text:p></text:list-item>";
        String body = "<text:list text:style-name=\"L1\">" + item.formatted("甲") + "</text:list><text:p>文</text:p>"
                + "<text:list text:style-name=\"L1\" text:continue-numbering=\"true\">" + item.formatted("乙")
                + "</text:list>";
        assertThat(quotes(read("a.odt", odt(style, body)))).containsExactly(first, "文", second);
    }

    @Test
    void openDocumentTextKeepsBlanksBreaksAndNotes() {
        String body =
                "<text:p>公开<text:s text:c=\"2\"/>5条<text:line-break/>次行<text:note><text:note-citation>1</text:note-citation>"
                        + "<text:note-body><text:p>注</text:p></text:note-body></text:note></text:p>";
        assertThat(quotes(read("a.odt", odt("", body)))).containsExactly("公开  5条", "次行", "注");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<draw:frame xmlns:draw=\"urn:draw\"><draw:text-box>%s</draw:text-box></draw:frame>",
                "<draw:custom-shape xmlns:draw=\"urn:draw\">%s</draw:custom-shape>"
            })
    void textBoxesOfOpenDocumentStandBehindTheirParagraph(String box) {
        String body = "<text:p>前" + box.formatted("<text:p>一、框</text:p><text:p>5条</text:p>")
                + "文</text:p><text:p>后文</text:p>";
        assertThat(quotes(read("a.odt", odt("", body)))).containsExactly("前文", "一、框", "5条", "后文");
    }

    private static byte[] rtf(String body) {
        return ("{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1 Arial;}}" + body + "}")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// GBK as RTF writes it.
    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        for (byte b : text.getBytes(Charset.forName("GBK"))) {
            hex.append(b < 0 ? "\\'" + Integer.toHexString(b & 0xFF) : String.valueOf((char) b));
        }
        return hex.toString();
    }

    @Test
    void rtfTextComesInBothItsEncodings() {
        String body = "{\\listtext " + hex("一、") + "\\tab}" + hex("总体") + "\\u24773?\\u20917?\\par "
                + "{\\*\\generator x}{\\header " + hex("页眉") + "}" + hex("公开5条") + "{\\footnote " + hex("注") + "}\\par";
        assertThat(quotes(read("a.rtf", rtf(body)))).containsExactly("一、总体情况", "公开5条", "注");
    }

    @Test
    void rtfTextBoxesStandBehindTheirParagraph() {
        String box = "{\\shp{\\*\\shpinst\\shpleft10{\\sp{\\sn fill}{\\sv 1}}{\\shptxt \\pard " + hex("一、") + "{\\b "
                + hex("框") + "}\\par 5" + hex("条") + "\\par}}{\\shprslt " + hex("框") + "\\par}}";
        assertThat(quotes(read("a.rtf", rtf(hex("前") + box + hex("文") + "\\par " + hex("后文") + "\\par"))))
                .containsExactly("前文", "一、框", "5条", "后文");
    }

    @Test
    void textBoxesOfBinaryWordAreRead() throws IOException {
        byte[] doc = Files.readAllBytes(Path.of("src/test/resources/ingest/box.doc"));
        assertThat(quotes(read("a.doc", doc))).containsExactly("一、总体情况", "正文第一段。", "正文第二段。", "文本框里主动公开信息340条。");
    }

    @Test
    void aTextBoxInACellOfRtfLeavesTheTableAsItIs() {
        String box = "{\\shp{\\*\\shpinst{\\shptxt \\pard " + hex("框") + "\\par}}}";
        String row = "\\trowd\\cellx1000\\cellx2000\\pard\\intbl ";
        String body = row + hex("项目") + "\\cell " + hex("总计") + "\\cell\\row" + row + hex("新收") + box
                + "\\cell 3\\cell\\row\\pard " + hex("后文") + "\\par";
        SourceDocument document = read("a.rtf", rtf(body));
        assertThat(cells(document, 0)).contains("新收", "3");
        assertThat(quotes(document)).contains("框", "后文");
    }

    @Test
    void rtfTablesKeepTheirMergedCells() {
        String body = "\\trowd\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000\\intbl " + hex("项目") + "\\cell "
                + hex("申请人") + "\\cell\\cell\\row\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx3000\\intbl\\cell "
                + hex("自然人") + "\\cell " + hex("总计") + "\\cell\\row\\trowd\\cellx1000\\cellx2000\\cellx3000\\intbl "
                + hex("新收") + "\\cell 3\\cell\\cell\\row\\pard " + hex("后文") + "\\par";
        SourceDocument document = read("a.rtf", rtf(body));
        assertThat(cells(document, 0)).isEqualTo(MERGED);
        assertThat(quotes(document)).endsWith("后文");
    }

    @Test
    void aPageSavedWithItsPartsIsReadAsThePage() {
        String page = "<html><body><p>一、总体情况</p><p>公开5条。</p></body></html>";
        String mht =
                "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"; type=\"text/html\"\r\n\r\n--b\r\n"
                        + "Content-Type: text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + java.util.Base64.getMimeEncoder().encodeToString(page.getBytes(Charset.forName("GBK")))
                        + "\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n";
        for (String name : new String[] {"a.mht", "a.doc"}) {
            assertThat(quotes(read(name, utf8(mht)))).containsExactly("一、总体情况", "公开5条。");
        }
    }

    private static byte[] ofd(String... pages) {
        String name = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "OFD.xml",
                utf8("<ofd:OFD" + name
                        + "><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"));
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < pages.length; i++) {
            list.append("<ofd:Page ID=\"" + i + "\" BaseLoc=\"Pages/Page_" + i + "/Content.xml\"/>");
            files.put(
                    "Doc_0/Pages/Page_" + i + "/Content.xml",
                    utf8("<ofd:Page" + name + "><ofd:Content><ofd:Layer>" + pages[i]
                            + "</ofd:Layer></ofd:Content></ofd:Page>"));
        }
        files.put(
                "Doc_0/Document.xml",
                utf8("<ofd:Document" + name
                        + "><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
                        + "</ofd:PageArea></ofd:CommonData><ofd:Pages>" + list + "</ofd:Pages></ofd:Document>"));
        return zip(files);
    }

    private static String ofdText(int x, int y, String text) {
        return "<ofd:TextObject Boundary=\"" + x + " " + y
                + " 150 5\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"g " + (text.length() - 1) + " 4\">" + text
                + "</ofd:TextCode></ofd:TextObject>";
    }

    private static String ofdLine(int x1, int y1, int x2, int y2) {
        return "<ofd:PathObject Boundary=\"0 0 210 297\"><ofd:AbbreviatedData>M " + x1 + " " + y1 + " L " + x2 + " "
                + y2 + "</ofd:AbbreviatedData></ofd:PathObject>";
    }

    @Test
    void ofdGivesParagraphsGridsAndPages() {
        StringBuilder table = new StringBuilder(ofdText(25, 60, "一、总体情况"));
        table.append(ofdLine(25, 80, 125, 80)).append(ofdLine(25, 90, 125, 90)).append(ofdLine(25, 100, 125, 100));
        table.append(ofdLine(25, 80, 25, 100)).append(ofdLine(75, 90, 75, 100)).append(ofdLine(125, 80, 125, 100));
        table.append(ofdText(27, 82, "第二十条")).append(ofdText(27, 92, "规章")).append(ofdText(77, 92, "０"));
        SourceDocument document = read("a.ofd", ofd(table.toString(), ofdText(25, 60, "二、其他")));
        assertThat(document.mediaType()).isEqualTo("application/ofd");
        assertThat(quotes(document)).startsWith("一、总体情况").endsWith("二、其他");
        assertThat(cells(document, 0)).isEqualTo("0,0 (1x2) 第二十条\n1,0 规章\n1,1 ０\n");
        assertThat(document.pages().count()).isEqualTo(2);
    }

    @Test
    void pagesOfAnOfdHoldAtTheirBound() {
        String page = ofdText(25, 60, "年度报告在此");
        assertThat(read("a.ofd", ofd(page, page), pages(2)).pages().count()).isEqualTo(2);
        assertThatThrownBy(() -> read("a.ofd", ofd(page, page, page), pages(2)))
                .isInstanceOfSatisfying(MingjianException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.TOO_LARGE);
                    assertThat(problem.limitName()).isEqualTo("mingjian.limits.pages");
                    assertThat(problem.limitValue()).isEqualTo(2);
                });
    }

    private static Limits pages(int most) {
        Limits rest = Limits.DEFAULTS;
        return new Limits(
                rest.uploadBytes(),
                rest.textCharacters(),
                most,
                rest.archiveEntries(),
                rest.archiveBytes(),
                rest.archiveRatio(),
                rest.archiveDepth(),
                rest.parseTime(),
                rest.stallTime(),
                rest.recognition(),
                rest.shape());
    }

    @Test
    void binaryWordKeepsMergedCells() throws IOException {
        SourceDocument document = Fixtures.corpus("documents/t15_nyj2022_doc.doc");
        assertThat(cells(document, 1)).startsWith("0,0 (3x3) （本列数据").contains("1,3 (2x1) 自然人\n", "1,4 (1x5) 法人或其他组织\n");
        assertThat(Fixtures.grid(document, 2).columns()).isEqualTo(15);
    }

    @Test
    void anArchiveOfOneDocumentIsReadAndOfSeveralIsNot() {
        byte[] text = "年度报告".getBytes(Charset.forName("GBK"));
        assertThat(read("a.zip", zip(Map.of("年报/报告.txt", text))).text().value()).isEqualTo("年度报告");
        assertThat(read("a.zip", zip(Map.of("b.zip", zip(Map.of("报告.txt", text)))))
                        .text()
                        .value())
                .isEqualTo("年度报告");
        Map<String, byte[]> several = new TreeMap<>(Map.of("a\n.txt", text, "b.txt", text, "Thumbs.db", text));
        refused(several, ProblemCode.SEVERAL_DOCUMENTS, "the archive holds 2 files: a?.txt, b.txt");
        for (int i = 0; i < 9; i++) {
            several.put("镇".repeat(200) + i + ".txt", text);
        }
        refused(several, ProblemCode.SEVERAL_DOCUMENTS, "holds 11 files: a?.txt, b.txt, " + "镇".repeat(80) + "…, ");
        refused(Map.of("~$a.docx", text), ProblemCode.EMPTY_DOCUMENT, "no file in the archive");
    }

    private static void refused(Map<String, byte[]> files, ProblemCode code, String detail) {
        assertThatThrownBy(() -> read("a.zip", zip(files))).isInstanceOfSatisfying(MingjianException.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.detail()).contains(detail);
        });
    }

    @ParameterizedTest
    @CsvSource({"15cm,6cm,1", "2.5in,3in,0"})
    void aPictureOfAnOpenDocumentThatMayHoldATableIsCounted(String width, String height, int unread) {
        String frame = "<text:p>文<draw:frame xmlns:draw=\"d\" xmlns:svg=\"v\" svg:width=\"" + width + "\" svg:height=\""
                + height + "\"><draw:image/></draw:frame></text:p>";
        assertThat(read("a.odt", odt("", frame)).unreadPictures()).isEqualTo(unread);
    }
}
