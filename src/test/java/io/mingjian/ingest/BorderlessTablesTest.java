package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.cells;
import static io.mingjian.ingest.Fixtures.grid;
import static io.mingjian.ingest.Fixtures.quotes;
import static io.mingjian.ingest.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Printed tables without ruling lines.
class BorderlessTablesTest {
    private static void figures(PdfFixture pdf, double x, double y, String... figures) {
        for (int i = 0; i < figures.length; i++) {
            pdf.text(x + 50 * i, y, 10, figures[i]);
        }
    }

    @Test
    void aMissingFigureIsABlankCellOfItsColumn() {
        PdfFixture pdf = new PdfFixture().page();
        pdf.text(72, 100, 10, "新收");
        figures(pdf, 200, 100, "12", "0", "3", "15");
        pdf.text(72, 130, 10, "结转").text(250, 130, 10, "1").text(350, 130, 10, "1");
        pdf.text(72, 160, 10, "予以公开");
        figures(pdf, 200, 160, "4", "0", "0", "4");
        SourceDocument document = read("a.pdf", pdf.bytes());
        assertThat(document.text().value()).isEqualTo("新收\t12\t0\t3\t15\n结转\t\t1\t\t1\n予以公开\t4\t0\t0\t4\n");
        assertThat(grid(document, 0).cells()).hasSize(15);
    }

    @Test
    void aRowWithoutAnyFigureIsARowOfBlankCells() {
        PdfFixture pdf = new PdfFixture().page();
        String[] labels = {"1.属于国家秘密", "2.其他法律法规禁止公开", "3.危及公共安全", "4.保护第三方权益"};
        for (int i = 0; i < labels.length; i++) {
            pdf.text(72, 100 + 24 * i, 10, labels[i]);
            if (i != 2) {
                figures(pdf, 250, 100 + 24 * i, "1", "0", "1");
            }
        }
        assertThat(cells(read("a.pdf", pdf.bytes()), 0)).contains("2,0 3.危及公共安全\n2,1 \n2,2 \n2,3 \n3,0 4.保护第三方权益\n");
    }

    /// A sheet prints the label of merged cells beside the last of its rows, and as wide as its cell.
    @Test
    void figuresAreOfTheNumberedLabelAndNotOfTheGroupBeforeIt() {
        PdfFixture pdf = new PdfFixture().page();
        String[] labels = {"1.申请人无", "2.申请人逾", "3.其他"};
        for (int i = 0; i < labels.length; i++) {
            pdf.text(i == 2 ? 138 : 120, 100 + 20 * i, 10, labels[i]);
            figures(pdf, 200, 100 + 20 * i, "" + i, "0", "" + i);
        }
        pdf.text(80, 140, 10, "（六）其他");
        assertThat(cells(read("a.pdf", pdf.bytes()), 0)).contains("2,0 3.其他\n2,1 2\n2,2 0\n2,3 2\n");
    }

    @Test
    void whatStandsAboveAndBelowIsNoPartOfIt() {
        PdfFixture pdf = new PdfFixture().page();
        pdf.text(72, 100, 10, "三、收到和处理政府信息公开申请情况");
        pdf.text(72, 116, 10, "项目")
                .text(200, 116, 10, "自然人")
                .text(250, 116, 10, "企业")
                .text(300, 116, 10, "总计");
        pdf.text(72, 132, 10, "新收");
        figures(pdf, 200, 132, "1", "2", "3");
        pdf.text(72, 148, 10, "结转");
        figures(pdf, 200, 148, "0", "0", "0");
        pdf.text(72, 164, 10, "四、其他情况");
        assertThat(quotes(read("a.pdf", pdf.bytes())))
                .startsWith("三、收到和处理政府信息公开申请情况")
                .endsWith("新收\t1\t2\t3\n结转\t0\t0\t0", "四、其他情况");
    }

    @Test
    void aPageBreakLeavesItOneTableThoughAColumnIsBlankOnOnePage() {
        PdfFixture pdf = new PdfFixture().page();
        for (int row = 0; row < 3; row++) {
            pdf.text(72, 700 + 20 * row, 10, "第" + "一二三".charAt(row) + "行");
            figures(pdf, 200, 700 + 20 * row, "1", "2", "3", "4");
        }
        pdf.page();
        for (int row = 0; row < 3; row++) {
            pdf.text(72, 130 + 20 * row, 10, "第" + "四五六".charAt(row) + "行");
            figures(pdf, 200, 130 + 20 * row, "5", "6", "7");
        }
        SourceDocument document = read("a.pdf", pdf.bytes());
        assertThat(grid(document, 0).rows()).isEqualTo(6);
        assertThat(cells(document, 0)).contains("3,0 第四行\n3,1 5\n3,2 6\n3,3 7\n3,4 \n");
        int five = document.text().value().indexOf("第四行");
        assertThat(document.pages().pageAt(five)).hasValue(2);
    }

    /// As a spreadsheet prints: down first, then the columns for which the page had no room.
    @Test
    void aSheetPrintedSideBySideIsOneTable() {
        PdfFixture pdf = new PdfFixture().page();
        pdf.text(72, 80, 10, "三、收到和处理申请情况");
        for (int row = 0; row < 6; row++) {
            pdf.text(72, 100 + 20 * row, 10, "第" + "一二三四五六".charAt(row) + "行");
            figures(pdf, 200, 100 + 20 * row, "1", "2", "3");
        }
        pdf.page().text(72, 80, 10, "三、收到和处理申请情况");
        for (int row = 0; row < 6; row++) {
            figures(pdf, 72, 100 + 20 * row, "0", String.valueOf(6 + row));
        }
        SourceDocument document = read("a.pdf", pdf.bytes());
        assertThat(cells(document, 0)).endsWith("5,0 第六行\n5,1 1\n5,2 2\n5,3 3\n5,4 0\n5,5 11\n");
        assertThat(quotes(document)).hasSize(2);
        assertThat(document.pages().count()).isEqualTo(2);
        List<Integer> pages = grid(document, 0).cells().stream()
                .map(cell -> document.pages().pageAt(cell.span().start()).orElse(0))
                .toList();
        assertThat(pages.subList(0, 12)).containsExactly(1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 2, 2);
    }

    @Test
    void theLastPagesOfASheetMayBeShort() {
        PdfFixture pdf = new PdfFixture();
        for (int page = 0; page < 4; page++) {
            pdf.page();
            for (int row = 0; row < (page % 2 == 0 ? 6 : 2); row++) {
                if (page < 2) {
                    pdf.text(72, 100 + 20 * row, 10, (page == 0 ? "上" : "下") + "一二三四五六".charAt(row) + "行");
                    figures(pdf, 200, 100 + 20 * row, "1", "2", "3");
                } else {
                    figures(pdf, 72, 100 + 20 * row, "0", "6");
                }
            }
        }
        SourceDocument document = read("a.pdf", pdf.bytes());
        assertThat(grid(document, 0).rows()).isEqualTo(8);
        assertThat(cells(document, 0)).endsWith("7,0 下二行\n7,1 1\n7,2 2\n7,3 3\n7,4 0\n7,5 6\n");
        int last = grid(document, 0).cells().getLast().span().start();
        assertThat(document.pages().pageAt(last)).hasValue(4);
    }

    @Test
    void pagesThatOnlyLookAlikeStayApart() {
        PdfFixture pdf = new PdfFixture();
        for (int page = 0; page < 2; page++) {
            pdf.page().text(72, 60, 10, "第" + "一二".charAt(page) + "季度");
            for (int row = 0; row < 6; row++) {
                pdf.text(72, 100 + 20 * row, 10, "第" + "一二三四五六".charAt(row) + "行");
                figures(pdf, 200, 100 + 20 * row, "1", "2", "3");
            }
        }
        SourceDocument document = read("a.pdf", pdf.bytes());
        assertThat(grid(document, 0).columns()).isEqualTo(4);
        assertThat(grid(document, 1).columns()).isEqualTo(4);
    }

    /// A sheet's cell hides what is too long for it, and the file holds it all the same.
    @Test
    void whatAPageHidesIsNoText() {
        PdfFixture pdf = new PdfFixture().page();
        pdf.clipped(72, 90, 60, 14, 72, 100, 10, "行政规范性文件的数量和其他");
        figures(pdf, 134, 100, "1", "2", "3");
        pdf.text(72, 120, 10, "规章");
        figures(pdf, 134, 120, "0", "0", "0");
        assertThat(read("a.pdf", pdf.bytes()).text().value()).isEqualTo("行政规范性文\t1\t2\t3\n规章\t0\t0\t0\n");
    }
}
