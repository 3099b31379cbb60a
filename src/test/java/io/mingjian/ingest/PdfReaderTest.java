package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.cells;
import static io.mingjian.ingest.Fixtures.quotes;
import static io.mingjian.ingest.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PdfReaderTest {
    private static final String FULL = "二〇二三年我镇把政务公开与便民就医行动同部署同推进同考核同问效形";

    @Test
    void joinsTheLinesOfAParagraphAndKeepsParagraphsApart() {
        PdfFixture pdf = new PdfFixture().page();
        pdf.text(120, 80, 20, "云渡市二〇二三年年度报告");
        pdf.text(100, 120, 14, "一、总体情况");
        pdf.text(100, 145, 14, FULL);
        pdf.text(72, 170, 14, "成制度。");
        pdf.text(100, 195, 14, "（一）主动公开。");
        assertThat(quotes(read("a.pdf", pdf.bytes())))
                .containsExactly("云渡市二〇二三年年度报告", "一、总体情况", FULL + "成制度。", "（一）主动公开。");
    }

    @Test
    void leavesOutHeadersFootersAndPageNumbersAndKnowsThePages() {
        PdfFixture pdf = new PdfFixture();
        for (int page = 1; page <= 3; page++) {
            pdf.page().text(250, 40, 9, "某某局文件").text(280, 800, 9, "— " + page + " —");
            pdf.text(100, 220, 14, "第" + "一二三".charAt(page - 1) + "段在此。");
        }
        SourceDocument document = read("a.pdf", pdf.bytes());
        assertThat(quotes(document)).containsExactly("第一段在此。", "第二段在此。", "第三段在此。");
        assertThat(document.pages().count()).isEqualTo(3);
        assertThat(document.blocks().stream()
                        .map(block ->
                                document.pages().pageAt(block.span().start()).orElseThrow()))
                .containsExactly(1, 2, 3);
    }

    @Test
    void aPageOnWhichNothingStandsIsAPage() {
        PdfFixture pdf = new PdfFixture().page().text(100, 220, 14, "第一段在此有字。").page();
        SourceDocument document =
                read("a.pdf", pdf.page().text(100, 220, 14, "第二段在此有字。").bytes());
        assertThat(document.pages().count()).isEqualTo(3);
        assertThat(document.pages().pageAt(document.blocks().getLast().span().start()))
                .hasValue(3);
    }

    @Test
    void aParagraphOverAPageBreakIsOneAndTheBreakIsKnown() {
        PdfFixture pdf = new PdfFixture().page().text(100, 700, 14, FULL);
        pdf.page().text(72, 80, 14, "成制度。").text(100, 105, 14, "完。");
        SourceDocument document = read("a.pdf", pdf.bytes());
        assertThat(quotes(document)).containsExactly(FULL + "成制度。", "完。");
        assertThat(document.pages().pageAt(FULL.length())).hasValue(2);
        assertThat(document.pages().pageAt(FULL.length() - 1)).hasValue(1);
    }

    @Test
    void aNumberCutAtTheEndOfALineIsOneNumber() {
        PdfFixture pdf = new PdfFixture().page();
        pdf.text(72, 100, 14, FULL.substring(2) + "1").text(72, 125, 14, "234.5万元，微信公众号发布");
        pdf.text(72, 150, 14, FULL.substring(2) + "2").text(72, 175, 14, "%。");
        pdf.text(72, 200, 14, FULL.substring(2) + "3 ").text(72, 225, 14, "4。");
        assertThat(quotes(read("a.pdf", pdf.bytes())).toString())
                .contains("1234.5万元", "2%。", "3 4。")
                .doesNotContain("1 2");
    }

    @Test
    void aNumberCutAtAPagesEndIsOneNumberWithTheBreakInside() {
        PdfFixture pdf = new PdfFixture().page().text(72, 700, 14, FULL.substring(1) + "4");
        pdf.page().text(72, 80, 14, "0篇。");
        SourceDocument document = read("a.pdf", pdf.bytes());
        assertThat(quotes(document)).containsExactly(FULL.substring(1) + "40篇。");
        assertThat(document.pages().count()).isEqualTo(2);
    }

    @Test
    void aNumberThatIsWiderThanItsCellIsOneAndTwoBelowEachOtherAreTwo() {
        PdfFixture pdf = new PdfFixture().page();
        for (double y : new double[] {100, 140}) {
            pdf.line(72, y, 300, y);
        }
        for (double x : new double[] {72, 108, 300}) {
            pdf.line(x, 100, x, 140);
        }
        pdf.text(77, 115, 12, "1234").text(77, 130, 12, "56");
        pdf.text(200, 115, 12, "12").text(200, 130, 12, "34");
        assertThat(cells(read("a.pdf", pdf.bytes()), 0)).isEqualTo("0,0 123456\n0,1 12 34\n");
    }

    @Test
    void linesOfTwoTablesAtNearlyTheSamePlaceStayApart() {
        PdfFixture pdf = new PdfFixture().page();
        for (int table = 0; table < 2; table++) {
            double top = 100 + 200 * table;
            pdf.line(72, top, 372, top).line(72, top + 30, 372, top + 30);
            for (double x : new double[] {72, 222.9 - 0.9 * table, 372}) {
                pdf.line(x, top, x, top + 30);
            }
            pdf.text(80, top + 20, 12, "规章").text(230, top + 20, 12, "" + table);
        }
        SourceDocument document = read("a.pdf", pdf.bytes());
        assertThat(cells(document, 0)).isEqualTo("0,0 规章\n0,1 0\n");
        assertThat(cells(document, 1)).isEqualTo("0,0 规章\n0,1 1\n");
    }

    /// Three columns: a label over two rows at the left, a title over two columns at the top.
    private static PdfFixture table(PdfFixture pdf) {
        for (double y : new double[] {100, 130}) {
            pdf.line(72, y, 372, y);
        }
        pdf.line(172, 160, 372, 160).line(72, 190, 372, 190);
        pdf.line(72, 100, 72, 190)
                .line(172, 100, 172, 190)
                .line(272, 130, 272, 190)
                .line(372, 100, 372, 190);
        pdf.text(80, 120, 12, "项目").text(180, 120, 12, "申请人情况");
        pdf.text(80, 155, 12, "三、本年度").text(80, 170, 12, "办理结果");
        pdf.text(180, 150, 12, "予以公开").text(280, 150, 12, "12");
        return pdf.text(180, 180, 12, "部分公开");
    }

    @Test
    void rulingLinesGiveTheGridWithItsMergedCells() {
        SourceDocument document = read("a.pdf", table(new PdfFixture().page()).bytes());
        assertThat(cells(document, 0)).isEqualTo("""
                        0,0 项目
                        0,1 (1x2) 申请人情况
                        1,0 (2x1) 三、本年度办理结果
                        1,1 予以公开
                        1,2 12
                        2,1 部分公开
                        2,2\s
                        """);
    }

    @Test
    void whatStandsBesideRowsThatEndEarlySwallowsNoCell() {
        PdfFixture pdf = new PdfFixture().page();
        pdf.line(72, 100, 172, 100).line(72, 130, 272, 130).line(72, 160, 272, 160);
        pdf.line(72, 190, 372, 190).line(72, 220, 372, 220);
        pdf.line(72, 100, 72, 220).line(172, 100, 172, 220).line(272, 130, 272, 160);
        pdf.line(272, 190, 272, 220).line(372, 190, 372, 220);
        pdf.text(80, 120, 12, "信息内容").text(80, 150, 12, "行政许可").text(180, 150, 12, "1758");
        pdf.text(80, 180, 12, "行政处罚").text(80, 210, 12, "规章").text(180, 210, 12, "0");
        assertThat(cells(read("a.pdf", pdf.bytes()), 0)).contains("1,1 1758", "3,1 0");
    }

    @Test
    void thinFilledRectanglesAreRulingLinesToo() {
        PdfFixture pdf = new PdfFixture().page();
        for (double y : new double[] {100, 130, 160}) {
            pdf.bar(72, y, 100, 0.5).bar(172, y, 100, 0.5);
        }
        for (double x : new double[] {72, 172, 272}) {
            pdf.bar(x, 100, 0.5, 30).bar(x, 130, 0.5, 30);
        }
        pdf.text(80, 120, 12, "规章")
                .text(180, 120, 12, "0")
                .text(80, 150, 12, "文件")
                .text(180, 150, 12, "3");
        assertThat(cells(read("a.pdf", pdf.bytes()), 0)).isEqualTo("0,0 规章\n0,1 0\n1,0 文件\n1,1 3\n");
    }

    @Test
    void aTableOverAPageBreakIsOneAndARepeatedHeaderIsLeftOut() {
        PdfFixture pdf = new PdfFixture();
        for (int page = 0; page < 2; page++) {
            pdf.page();
            for (double y : new double[] {100, 130, 160}) {
                pdf.line(72, y, 272, y);
            }
            pdf.line(72, 100, 72, 160).line(172, 100, 172, 160).line(272, 100, 272, 160);
            pdf.text(80, 120, 12, "信息内容").text(180, 120, 12, "件数");
            pdf.text(80, 150, 12, page == 0 ? "规章" : "文件").text(180, 150, 12, page == 0 ? "0" : "3");
        }
        SourceDocument document = read("a.pdf", pdf.bytes());
        assertThat(cells(document, 0)).isEqualTo("0,0 信息内容\n0,1 件数\n1,0 规章\n1,1 0\n2,0 文件\n2,1 3\n");
        assertThat(document.pages()
                        .pageAt(Fixtures.grid(document, 0)
                                .cells()
                                .getLast()
                                .span()
                                .start()))
                .hasValue(2);
    }

    @Test
    void figuresAtThePagesEdgesAreNoPageNumbersUnlessTheyCountThePages() {
        PdfFixture pdf = new PdfFixture();
        for (int page = 0; page < 4; page++) {
            pdf.page().text(72, 300, 10, "第" + "一二三四".charAt(page) + "页的段落。");
            pdf.text(72, 790, 10, "0").text(72, 810, 10, "" + (7 - page)).text(290, 835, 9, "" + (page + 3));
        }
        assertThat(quotes(read("a.pdf", pdf.bytes())))
                .containsExactly("第一页的段落。", "0", "7", "第二页的段落。", "0", "6", "第三页的段落。", "0", "5", "第四页的段落。", "0", "4");
    }

    @Test
    void aScanSaysThatItHasNoText() {
        assertThatThrownBy(() -> read(
                        "a.pdf", new PdfFixture().page().line(10, 10, 20, 20).bytes()))
                .isInstanceOfSatisfying(
                        MingjianException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NO_TEXT_LAYER));
    }

    @Test
    void moreJustOnePageThanTheLimitIsTooLarge() {
        Limits two = new Limits(
                1 << 20,
                1 << 20,
                2,
                Limits.DEFAULTS.archiveEntries(),
                Limits.DEFAULTS.archiveBytes(),
                Limits.DEFAULTS.archiveRatio(),
                Limits.DEFAULTS.archiveDepth(),
                Limits.DEFAULTS.parseTime(),
                Limits.DEFAULTS.stallTime(),
                Limits.DEFAULTS.recognition(),
                Limits.Shape.DEFAULTS);
        PdfFixture pdf = new PdfFixture();
        pdf.page().text(72, 300, 12, "年度报告在此有字").page().text(72, 300, 12, "年度报告在此有字");
        assertThat(read("a.pdf", pdf.bytes(), two).pages().count()).isEqualTo(2);
        pdf.page().text(72, 300, 12, "年度报告在此有字");
        assertThatThrownBy(() -> read("a.pdf", pdf.bytes(), two))
                .isInstanceOfSatisfying(MingjianException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.TOO_LARGE);
                    assertThat(problem.limitName()).isEqualTo("mingjian.limits.pages");
                    assertThat(problem.limitValue()).isEqualTo(2);
                });
    }

    @Test
    void readsTheTablesOfARealReportOverItsPageBreaks() throws IOException {
        SourceDocument document = Fixtures.corpus("real/hongze-2023.pdf");
        assertThat(document.pages().count()).isEqualTo(5);
        assertThat(Fixtures.grid(document, 0).columns()).isEqualTo(4);
        assertThat(Fixtures.grid(document, 1).rows()).isEqualTo(26);
        assertThat(Fixtures.grid(document, 1).columns()).isEqualTo(10);
        assertThat(Fixtures.grid(document, 2).columns()).isEqualTo(15);
        assertThat(cells(document, 1)).contains("5,0 (20x1) 三、本年度办理结果\n", "7,1 (8x1) （三）不予公开\n");
    }

    private static void numbers(PdfFixture pdf, double y, String... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            pdf.text(300 + 60 * i, y, 10, numbers[i]);
        }
    }

    @Test
    void aWrappedLabelOfARowWithoutRulingLinesComesBeforeItsNumbers() {
        PdfFixture pdf = new PdfFixture().page();
        pdf.text(72, 100, 10, "一、本年新收政府信息公开申请数量");
        numbers(pdf, 100, "5", "0", "1", "6");
        pdf.text(112, 130, 10, "1.属于国家秘密");
        numbers(pdf, 130, "0", "0", "0", "0");
        pdf.text(112, 160, 10, "2.没有现成信息需要另行").text(112, 174, 10, "制作");
        numbers(pdf, 167, "1", "0", "0", "1");
        pdf.text(72, 190, 10, "（四）").text(72, 204, 10, "无法").text(72, 218, 10, "提供");
        pdf.text(112, 190, 10, "3.申请人逾期未按收费通知要").text(112, 218, 10, "再处理其申请");
        pdf.text(112, 204, 10, "求缴纳费用、行政机关不");
        numbers(pdf, 204, "0", "2", "0", "2");
        pdf.text(112, 250, 10, "4.其他");
        numbers(pdf, 250, "0", "0", "0", "0");
        pdf.text(72, 320, 10, "四、政府信息公开行政复议情况");
        assertThat(quotes(read("a.pdf", pdf.bytes())))
                .containsExactly(
                        "一、本年新收政府信息公开申请数量\t5\t0\t1\t6\n"
                                + "1.属于国家秘密\t0\t0\t0\t0\n"
                                + "2.没有现成信息需要另行制作\t1\t0\t0\t1\n"
                                + "（四）无法提供\t\t\t\t\n"
                                + "3.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其申请\t0\t2\t0\t2\n"
                                + "4.其他\t0\t0\t0\t0",
                        "四、政府信息公开行政复议情况");
    }

    @Test
    void aRowOfNumbersAtAPagesEdgeIsNoPageNumber() {
        PdfFixture pdf = new PdfFixture();
        for (int page = 0; page < 3; page++) {
            pdf.page().text(72, 300, 10, "第" + "一二三".charAt(page) + "页的段落。");
            numbers(pdf, 810, "1", "0", "0", "1");
            pdf.text(280, 830, 9, "— " + (page + 1) + " —");
        }
        assertThat(quotes(read("a.pdf", pdf.bytes())))
                .filteredOn(text -> text.contains("\t"))
                .containsExactly("1\t0\t0\t1", "1\t0\t0\t1", "1\t0\t0\t1");
    }
}
