package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.cells;
import static io.mingjian.ingest.Fixtures.quotes;
import static io.mingjian.ingest.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Two pages printed on one sheet, and text in two columns.
class SideBySideTest {
    private static final String LINE = "我镇把政务公开与便民服务同部署同推进同";

    /// Six lines of a paragraph that goes on, the first of them indented.
    private static void paragraph(PdfFixture pdf, double x, double y, double size, String first) {
        pdf.text(x + 2 * size, y, size, (first + LINE).substring(0, LINE.length() - 2));
        for (int line = 1; line < 6; line++) {
            pdf.text(x, y + 1.5 * size * line, size, LINE);
        }
    }

    @Test
    void theLeftPageOfASheetIsReadBeforeTheRightOne() {
        PdfFixture pdf = new PdfFixture().page(1190, 842);
        paragraph(pdf, 72, 100, 14, "左上");
        paragraph(pdf, 72, 600, 14, "左下");
        pdf.text(290, 810, 9, "— 1 —").text(885, 810, 9, "— 2 —");
        paragraph(pdf, 667, 100, 14, "右上");
        paragraph(pdf, 667, 600, 14, "右下");
        SourceDocument document = read("a.pdf", pdf.bytes());
        assertThat(quotes(document)).hasSize(4);
        assertThat(quotes(document).stream().map(text -> text.substring(0, 2))).containsExactly("左上", "左下", "右上", "右下");
        assertThat(document.pages().count()).isEqualTo(1);
    }

    @Test
    void aParagraphGoesOnFromTheLeftToTheRightPageWithoutAPageBreak() {
        PdfFixture pdf = new PdfFixture().page(1190, 842);
        paragraph(pdf, 72, 600, 14, "左下");
        for (int line = 0; line < 5; line++) {
            pdf.text(667, 120 + 21 * line, 14, LINE);
        }
        SourceDocument document = read("a.pdf", pdf.bytes());
        assertThat(document.text().value()).startsWith("左下").hasSize(LINE.length() * 11 - 1);
        assertThat(quotes(document)).hasSize(1);
    }

    private static void table(PdfFixture pdf, double x, double y, String... labels) {
        for (int row = 0; row <= labels.length; row++) {
            pdf.line(x, y + 30 * row, x + 400, y + 30 * row);
        }
        for (double across : new double[] {0, 300, 400}) {
            pdf.line(x + across, y, x + across, y + 30 * labels.length);
        }
        for (int row = 0; row < labels.length; row++) {
            pdf.text(x + 6, y + 20 + 30 * row, 12, labels[row]).text(x + 310, y + 20 + 30 * row, 12, "" + row);
        }
    }

    @Test
    void aTableGoesOnFromTheLeftToTheRightPage() {
        PdfFixture pdf = new PdfFixture().page(1190, 842);
        paragraph(pdf, 72, 100, 14, "左上");
        table(pdf, 72, 700, "规章", "行政规范性文件");
        table(pdf, 667, 72, "行政许可", "行政处罚");
        paragraph(pdf, 667, 400, 14, "右下");
        SourceDocument document = read("a.pdf", pdf.bytes());
        assertThat(cells(document, 0))
                .isEqualTo("0,0 规章\n0,1 0\n1,0 行政规范性文件\n1,1 1\n2,0 行政许可\n2,1 0\n3,0 行政处罚\n3,1 1\n");
        assertThat(quotes(document)).hasSize(3);
    }

    @Test
    void columnsStandBetweenWhatStandsOverBothAndBelowBoth() {
        PdfFixture pdf = new PdfFixture();
        for (int page = 0; page < 3; page++) {
            pdf.page().text(180, 60, 20, "一二三".charAt(page) + "、云渡市年度报告");
            paragraph(pdf, 60, 120, 12, "左上");
            paragraph(pdf, 60, 400, 12, "左下");
            paragraph(pdf, 312, 120, 12, "右上");
            pdf.text(293, 810, 9, "" + (page + 5));
        }
        List<String> read = quotes(read("a.pdf", pdf.bytes()));
        assertThat(read.stream().map(text -> text.substring(0, 2)))
                .containsExactly("一、", "左上", "左下", "右上", "二、", "左上", "左下", "右上", "三、", "左上", "左下", "右上");
    }

    /// As browsers draw borders: each cell its own, with nothing between two cells at the middle of the page.
    @Test
    void aTableWhoseCellsAreDrawnOneByOneStaysWhole() {
        PdfFixture pdf = new PdfFixture().page();
        for (int row = 0; row < 6; row++) {
            for (int column = 0; column < 4; column++) {
                double x = 77.5 + 110 * column;
                double y = 100 + 24 * row;
                pdf.line(x, y, x + 110, y).line(x, y + 24, x + 110, y + 24);
                pdf.line(x, y, x, y + 24).line(x + 110, y, x + 110, y + 24);
                pdf.text(x + 6, y + 16, 10, column % 2 == 0 ? "属于行政执法案卷的" : "" + row);
            }
        }
        assertThat(Fixtures.grid(read("a.pdf", pdf.bytes()), 0).columns()).isEqualTo(4);
    }

    @Test
    void labelsAndTheFiguresBesideThemStayTogether() {
        PdfFixture pdf = new PdfFixture().page(842, 595);
        for (int row = 0; row < 8; row++) {
            pdf.text(72, 100 + 30 * row, 12, "其他法律行政法规禁止公开的第" + "一二三四五六七八".charAt(row) + "种情形");
            for (int column = 0; column < 4; column++) {
                pdf.text(500 + 60 * column, 100 + 30 * row, 12, "" + column);
            }
        }
        assertThat(read("a.pdf", pdf.bytes()).text().value()).contains("第八种情形\t0\t1\t2\t3");
    }
}
