package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.docx;
import static io.mingjian.ingest.Fixtures.p;
import static io.mingjian.ingest.Fixtures.read;
import static io.mingjian.ingest.Fixtures.utf8;
import static io.mingjian.ingest.Fixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is accepted of a file's pieces: one less than the limit and just the limit are read whole, one more is
/// refused or said, never cut.
class ShapeLimitsTest {
    private static final Limits.Shape USUAL = Limits.Shape.DEFAULTS;

    private static Limits nesting(int most) {
        return Limits.DEFAULTS.with(new Limits.Shape(
                most,
                USUAL.tableColumns(),
                USUAL.sheetCells(),
                USUAL.pageLines(),
                USUAL.tableRows(),
                USUAL.lineCharacters()));
    }

    private static Limits columns(int most) {
        return Limits.DEFAULTS.with(new Limits.Shape(
                USUAL.nesting(),
                most,
                USUAL.sheetCells(),
                USUAL.pageLines(),
                USUAL.tableRows(),
                USUAL.lineCharacters()));
    }

    private static Limits sheetCells(int most) {
        return Limits.DEFAULTS.with(new Limits.Shape(
                USUAL.nesting(),
                USUAL.tableColumns(),
                most,
                USUAL.pageLines(),
                USUAL.tableRows(),
                USUAL.lineCharacters()));
    }

    private static Limits pageLines(int most) {
        return Limits.DEFAULTS.with(new Limits.Shape(
                USUAL.nesting(),
                USUAL.tableColumns(),
                USUAL.sheetCells(),
                most,
                USUAL.tableRows(),
                USUAL.lineCharacters()));
    }

    private static void refused(ProblemCode code, String limit, long value, String name, byte[] bytes, Limits limits) {
        assertThatThrownBy(() -> read(name, bytes, limits)).isInstanceOfSatisfying(MingjianException.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.limitName()).isEqualTo(limit);
            assertThat(problem.limitValue()).isEqualTo(value);
        });
    }

    private static byte[] nested(String name, int depth) {
        return switch (name) {
            // The page's body is the first of them.
            case "a.html" -> utf8("<div>".repeat(depth - 1) + "年度报告。" + "</div>".repeat(depth - 1));
            // Within a cell as well: the body, the table, and what is in the cell.
            case "b.html" ->
                utf8("<table><tr><td>规章<td>" + "<b>".repeat(depth - 2) + "年度报告。" + "</b>".repeat(depth - 2)
                        + "</table>");
            // document, body, …, p, r, t
            case "a.docx" -> docx("<w:sdt>".repeat(depth - 5) + p("年度报告。") + "</w:sdt>".repeat(depth - 5), Map.of());
            case "a.rtf" -> utf8("{\\rtf1" + "{".repeat(depth - 1) + "\\u24180?\\u25253?" + "}".repeat(depth));
            case "a.mht" -> message(depth);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /// A message within messages; the page is the innermost part.
    private static byte[] message(int depth) {
        StringBuilder text = new StringBuilder("MIME-Version: 1.0\r\n");
        for (int i = 1; i < depth; i++) {
            text.append("Content-Type: multipart/mixed; boundary=\"b" + i + "\"\r\n\r\n--b" + i + "\r\n");
        }
        text.append("Content-Type: text/html; charset=utf-8\r\n\r\n<p>年度报告。</p>\r\n");
        for (int i = depth - 1; i > 0; i--) {
            text.append("--b" + i + "--\r\n");
        }
        return utf8(text.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.html", "b.html", "a.docx", "a.rtf", "a.mht"})
    void nestingHoldsAtItsBound(String name) {
        assertThat(read(name, nested(name, 11), nesting(12)).text().value()).contains("年");
        assertThat(read(name, nested(name, 12), nesting(12)).text().value()).contains("年");
        refused(ProblemCode.BROKEN_DOCUMENT, "mingjian.limits.nesting", 12, name, nested(name, 13), nesting(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.html", "b.html", "a.docx", "a.rtf", "a.mht"})
    void asMuchNestingAsIsUsuallyAcceptedFitsTheStackOfAThread(String name) throws InterruptedException {
        byte[] deepest = nested(name, USUAL.nesting());
        StringBuilder read = new StringBuilder();
        Thread small =
                new Thread(null, () -> read.append(read(name, deepest).text().value()), "small", 512 << 10);
        small.start();
        small.join();
        assertThat(read.toString()).contains("年");
    }

    private static byte[] wide(String name, int columns) throws IOException {
        String last = "<td>".repeat(columns - 2) + "<td>末";
        return switch (name) {
            case "a.html" -> utf8("<table><tr><td>首" + last + "<tr><td>一<td>二</table>");
            case "a.docx" -> {
                String cells = ("<w:tc>" + p("") + "</w:tc>").repeat(columns - 2);
                yield docx(
                        "<w:tbl><w:tr><w:tc>" + p("首") + "</w:tc>" + cells + "<w:tc>" + p("末")
                                + "</w:tc></w:tr></w:tbl>",
                        Map.of());
            }
            case "a.xlsx", "a.xls" -> sheet(name, columns);
            case "a.rtf" -> {
                StringBuilder row = new StringBuilder("{\\rtf1\\ansi\\trowd");
                for (int i = 1; i <= columns; i++) {
                    row.append("\\cellx").append(i * 100);
                }
                yield utf8(row + "\\intbl a" + "\\cell".repeat(columns - 1) + " z\\cell\\row}");
            }
            case "a.odt" ->
                odt("<table:table><table:table-row><table:table-cell><text:p>首</text:p></table:table-cell>"
                        + "<table:table-cell/>".repeat(columns - 2)
                        + "<table:table-cell><text:p>末</text:p></table:table-cell></table:table-row></table:table>");
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static byte[] sheet(String name, int columns) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook()) {
            Sheet sheet = book.createSheet();
            for (int i = 0; i < 2; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("首");
                row.createCell(columns - 1).setCellValue("末");
            }
            book.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] odt(String body) {
        String names = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
        parts.put(
                "content.xml",
                utf8("<office:document-content" + names + "><office:body><office:text>" + body
                        + "</office:text></office:body></office:document-content>"));
        return zip(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.html", "a.docx", "a.rtf", "a.odt", "a.xlsx", "a.xls"})
    void columnsHoldAtTheirBound(String name) throws IOException {
        for (int fewer = 0; fewer < 2; fewer++) {
            SourceDocument document = read(name, wide(name, 30 - fewer), columns(30));
            assertThat(Fixtures.grid(document, 0).columns()).isEqualTo(30 - fewer);
            assertThat(document.text().value()).containsAnyOf("末", "z");
        }
        refused(ProblemCode.TOO_LARGE, "mingjian.limits.table-columns", 30, name, wide(name, 31), columns(30));
    }

    @Test
    void aBlankCellTooFarOutIsNoLoss() {
        byte[] page = utf8("<table><tr><td>一<td>二<td><td colspan=900000><tr><td>三<td>四</table>");
        SourceDocument document = read("a.html", page, columns(2));
        assertThat(document.text().value()).isEqualTo("一\t二\n三\t四\n");
    }

    @Test
    void cellsOfASheetHoldAtTheirBound() throws IOException {
        byte[] four = sheet("a.xlsx", 2);
        assertThat(read("a.xlsx", four, sheetCells(5)).text().value()).isEqualTo("首\t末\n首\t末\n");
        assertThat(read("a.xlsx", four, sheetCells(4)).text().value()).isEqualTo("首\t末\n首\t末\n");
        refused(ProblemCode.TOO_LARGE, "mingjian.limits.sheet-cells", 3, "a.xlsx", four, sheetCells(3));
    }

    @ParameterizedTest
    @CsvSource({"2, 6, 5", "2, 6, 6", "2, 6, 13"})
    void aCellThatIsRepeatedCountsAsOftenAsItIs(int columns, int rows, int most) {
        byte[] ods = ods("<table:table><table:table-row table:number-rows-repeated=\"" + rows
                + "\"><table:table-cell table:number-columns-repeated=\"" + columns
                + "\"><text:p>5</text:p></table:table-cell></table:table-row></table:table>");
        if (most < columns * rows) {
            refused(ProblemCode.TOO_LARGE, "mingjian.limits.sheet-cells", most, "a.ods", ods, sheetCells(most));
        } else {
            assertThat(Fixtures.grid(read("a.ods", ods, sheetCells(most)), 0).cells())
                    .hasSize(columns * rows);
        }
    }

    private static byte[] ods(String table) {
        String names = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.spreadsheet"));
        parts.put(
                "content.xml",
                utf8("<office:document-content" + names + "><office:body><office:spreadsheet>" + table
                        + "</office:spreadsheet></office:body></office:document-content>"));
        return zip(parts);
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "4, 0", "5, 1"})
    void aPageWithMoreLinesThanAreAcceptedCountsAsADrawing(int lines, int unread) {
        PdfFixture pdf = new PdfFixture().page().text(72, 300, 12, "年度报告在此有字");
        for (int i = 0; i < lines; i++) {
            pdf.line(72, 100 + 20 * i, 500, 100 + 20 * i);
        }
        SourceDocument document = read("a.pdf", pdf.bytes(), pageLines(4));
        assertThat(document.unreadPictures()).isEqualTo(unread);
        assertThat(document.text().value()).isEqualTo("年度报告在此有字\n");
    }
}
