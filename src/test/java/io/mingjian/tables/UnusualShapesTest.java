package io.mingjian.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Fixtures;
import io.mingjian.ingest.Block;
import io.mingjian.model.TableKind;
import io.mingjian.outline.OutlineFinder;
import io.mingjian.tables.Alignment.Attempt;
import io.mingjian.tables.Alignment.Fate;
import io.mingjian.tables.Alignment.Reading;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Tables that are none to the eye: separated by commas, told in sentences, without the labels of their rows,
/// with fewer columns than the form.
class UnusualShapesTest {
    private static final String SECTION_2 = "二、主动公开政府信息情况\n";
    private static final String SECTION_3 = "三、收到和处理政府信息公开申请情况\n";
    private static final String SECTION_4 = "四、政府信息公开行政复议、行政诉讼情况\n";
    private static final String ROW = "一、本年新收政府信息公开申请数量";
    private static final String OTHER_ROW = "二、上年结转政府信息公开申请数量";
    private static final TableKind APPLICATIONS = Fixtures.MODEL.forms().getFirst().tables().stream()
            .filter(table -> table.id().equals("applications"))
            .findFirst()
            .orElseThrow();

    private final OutlineFinder outlines = new OutlineFinder(Fixtures.MODEL);
    private final TableAligner aligner = new TableAligner(Fixtures.MODEL);

    private List<Alignment> explain(String text) {
        return aligner.explain(outlines.find(Fixtures.document(text)));
    }

    private List<Cell> cells(String text, String row) {
        return aligner.align(outlines.find(Fixtures.document(text))).stream()
                .flatMap(table -> table.cells().stream())
                .filter(cell -> cell.key().row().equals(row))
                .toList();
    }

    /// Each cell of the row: its number, or the first letter of its state.
    private String row(String text, String row) {
        return cells(text, row).stream()
                .map(cell -> switch (cell) {
                    case Cell.Stated stated ->
                        stated.value().stripTrailingZeros().toPlainString();
                    case Cell.Blank blank -> "b";
                    case Cell.NotApplicable none -> "n";
                    case Cell.Absent absent -> "a";
                    case Cell.Illegible illegible -> "?";
                })
                .collect(Collectors.joining(" "));
    }

    private static boolean isTrusted(Cell cell) {
        return cell instanceof Cell.Stated stated && !stated.decoded() && stated.confidence() >= 0.9;
    }

    @Test
    void cellsMayStandApartByCommas() {
        String text = SECTION_3 + "申请人情况,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计\n"
                + ROW + ",3,1,0,0,,0,4\n\"二、上年结转政府\n信息公开申请数量\",0,/,0,0,0,\"1,024\",1024\n"
                + "四、结转下年度继续办理,0,0,0,0,0,0,0\n";
        assertThat(row(text, "new_received")).isEqualTo("3 1 0 0 b 0 4");
        assertThat(row(text, "carried_over")).isEqualTo("0 n 0 0 0 1024 1024");
        assertThat(row(text, "carried_forward")).isEqualTo("0 0 0 0 0 0 0");
        assertThat(cells(text, "carried_over"))
                .filteredOn(Cell.Stated.class::isInstance)
                .allMatch(UnusualShapesTest::isTrusted);
    }

    @Test
    void numbersAreDoubtedWhereAQuoteIsMissing() {
        String text = SECTION_3 + "申请人情况,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计\n"
                + "\"" + ROW + ",3,1,0,0,0,0,4\n\"二、上年结转政府\n信息公开申请数量\",0,0,0,0,0,0,0\n"
                + "四、结转下年度继续办理,1,0,0,0,0,0,1\n";
        assertThat(cells(text, "carried_forward"))
                .filteredOn(Cell.Stated.class::isInstance)
                .isNotEmpty()
                .noneMatch(UnusualShapesTest::isTrusted);
    }

    @Test
    void commasMayBeFullWidthAndRowsOfDifferentLength() {
        String text = SECTION_2 + "信息内容，本年制发件数，本年废止件数，现行有效件数\n规章，0，0，2\n行政规范性文件，1，0，12（其中修订1件，废止0件）\n"
                + "信息内容，本年处理决定数量\n行政许可，1,024\n行政处罚，3\n";
        assertThat(row(text, "regulations")).isEqualTo("0 0 2");
        assertThat(row(text, "normative_documents")).isEqualTo("1 0 12");
        assertThat(row(text, "administrative_licensing")).isEqualTo("1024");
        assertThat(row(text, "administrative_penalties")).isEqualTo("3");
    }

    @Test
    void aCommaThatMayPartThousandsIsNotTrusted() {
        String text = SECTION_2 + "规章,0,0,0\n行政规范性文件,1,234,5\n行政许可,7\n行政处罚,2,024\n";
        assertThat(cells(text, "normative_documents"))
                .noneMatch(
                        cell -> isTrusted(cell) && ((Cell.Stated) cell).value().intValue() != 5);
        assertThat(row(text, "administrative_penalties")).isEqualTo("2024");
    }

    @Test
    void commasOfProseAndOfThousandsPartNoCells() {
        String text = SECTION_2 + "全年制发文件，修订文件，共5件，均已公开。\n规章   1,024   2,048   0\n行政许可 1,500\n";
        assertThat(row(text, "regulations")).isEqualTo("1024 2048 0");
        assertThat(row(text, "administrative_licensing")).isEqualTo("1500");
    }

    @Test
    void sentencesMayNameTheColumnsOfEachRow() {
        String text = SECTION_3 + ROW + "：自然人3件，法人0件，商业企业1件（其中网上1件，信函0件），总计4件。\n" + OTHER_ROW
                + "：自然人0，总计0。\n（一）予以公开：自然人2件、商业企业1件，其中其他为0件，总计3件；\n"
                + "1.属于国家秘密：自然人1余件，总计1件。上年总计7件。\n";
        assertThat(row(text, "new_received")).isEqualTo("3 1 a a a a 4");
        assertThat(row(text, "carried_over")).isEqualTo("0 a a a a a 0");
        assertThat(row(text, "granted")).isEqualTo("2 1 a a a 0 3");
        assertThat(row(text, "denied.state_secret")).isEqualTo("? a a a a a 1");
        assertThat(row(text, "denied.prohibited_by_law")).isEqualTo("a a a a a a a");
    }

    @Test
    void sentencesMayNameTheRowsOfEachColumn() {
        String text = SECTION_3 + "自然人：本年新收政府信息公开申请数量5件，予以公开3件、部分公开1件、总计4件。\n商业企业：予以公开1件，部分公开0件。\n总计：予以公开4件，总计5件。\n";
        assertThat(row(text, "new_received")).isEqualTo("5 a a a a a a");
        assertThat(row(text, "granted")).isEqualTo("3 1 a a a a 4");
        assertThat(row(text, "total")).isEqualTo("4 a a a a a 5");
    }

    @Test
    void whatIsToldTwiceAndDifferentlyIsNotStated() {
        String text = SECTION_3 + ROW + "：自然人3件，总计3件。\n" + OTHER_ROW + "：自然人1件，总计1件。\n" + ROW + "：自然人4件，总计3件。\n";
        assertThat(row(text, "new_received")).isEqualTo("? a a a a a 3");
        assertThat(cells(text, "new_received").getFirst())
                .isInstanceOfSatisfying(
                        Cell.Illegible.class,
                        cell -> assertThat(cell.candidates())
                                .containsExactly(new BigDecimal("3"), new BigDecimal("4")));
    }

    @Test
    void namesWithinOtherWordsTellNothing() {
        String text = SECTION_3 + "全年（一）予以公开：本地自然人3件，外地自然人2件，总计5件。\n对（二）部分公开的答复：自然人较上年增加3件。\n";
        assertThat(explain(text)).noneMatch(alignment -> alignment.table() != null);
    }

    @Test
    void sentencesTellTheOtherTables() {
        String text =
                SECTION_2 + "规章：本年制发件数0件，本年废止件数0件，现行有效件数0件。\n行政规范性文件：本年制发件数2件，现行有效件数10件。\n行政许可：152件\n行政处罚：本年处理决定数量7件\n"
                        + "行政事业性收费：本年收费金额12.5万元\n" + SECTION_4
                        + "行政复议：结果维持1件，结果纠正0件，其他结果0件，尚未审结2件，总计3件。\n未经复议直接起诉：总计0件。\n复议后起诉：结果维持1件，总计1件。\n";
        assertThat(row(text, "regulations")).isEqualTo("0 0 0");
        assertThat(row(text, "normative_documents")).isEqualTo("2 a 10");
        assertThat(row(text, "administrative_licensing")).isEqualTo("152");
        assertThat(row(text, "administrative_fees")).isEqualTo("12.5");
        assertThat(row(text, "reconsideration")).isEqualTo("1 0 0 2 3");
        assertThat(row(text, "litigation_after_reconsideration")).isEqualTo("1 a a a 1");
    }

    private static Attempt withoutLabels(List<Alignment> alignments) {
        return alignments.stream()
                .flatMap(alignment -> alignment.tried().stream())
                .filter(attempt -> attempt.reading() == Reading.WITHOUT_LABELS)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rowsWithoutLabelsAreReadWhereTheSumsProveTheirPlace() {
        String whole = proven();
        assertThat(row(whole, "new_received")).isEqualTo("3 0 0 0 0 1 4");
        assertThat(row(whole, "partly_granted")).isEqualTo("1 0 0 0 0 0 1");
        assertThat(cells(whole, "new_received")).noneMatch(UnusualShapesTest::isTrusted);
        assertThat(withoutLabels(explain(whole)).fate()).isEqualTo(Fate.CHOSEN);
        String broken = whole.replaceFirst("3\t0\t0\t0\t0\t0\t3", "2\t0\t0\t0\t0\t0\t2");
        assertThat(explain(broken)).noneMatch(alignment -> alignment.table() != null);
        assertThat(withoutLabels(explain(broken)).fate()).isEqualTo(Fate.UNPROVEN);
    }

    /// Three of natural persons and one of others came; two were granted, one partly, one goes on.
    private static String proven() {
        StringBuilder lines = new StringBuilder();
        for (TableKind.Row row : APPLICATIONS.rows()) {
            lines.append(
                    switch (row.label().id()) {
                        case "new_received" -> "3\t0\t0\t0\t0\t1\t4\n";
                        case "granted" -> "2\t0\t0\t0\t0\t0\t2\n";
                        case "partly_granted" -> "1\t0\t0\t0\t0\t0\t1\n";
                        case "total" -> "3\t0\t0\t0\t0\t0\t3\n";
                        case "carried_forward" -> "0\t0\t0\t0\t0\t1\t1\n";
                        default -> "0\t0\t0\t0\t0\t0\t0\n";
                    });
        }
        return SECTION_3 + "自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n" + lines;
    }

    @Test
    void rowsWithoutLabelsOfAnotherCountOrOfNoughtsAreAbsent() {
        String fewer = proven().replaceFirst("0\t0\t0\t0\t0\t0\t0\n", "");
        assertThat(explain(fewer)).noneMatch(alignment -> alignment.table() != null);
        assertThat(withoutLabels(explain(fewer)).fate()).isEqualTo(Fate.OTHER_COUNT);
        String noughts = proven().replaceAll("[1-9]", "0");
        assertThat(explain(noughts)).noneMatch(alignment -> alignment.table() != null);
        assertThat(withoutLabels(explain(noughts)).fate()).isEqualTo(Fate.UNPROVEN);
    }

    @Test
    void aTableMayHaveFewerColumnsThanItsForm() {
        String text = SECTION_3 + "| 项目 | 自然人 | 法人或其他组织 | 总计 |\n|---|---|---|---|\n| " + ROW + " | 3 | 1 | 4 |\n| "
                + OTHER_ROW + " | 0 |  | 0 |\n| （一）予以公开 | 2 | 1 | 3 |\n";
        assertThat(row(text, "new_received")).isEqualTo("3 a a a a a 4");
        assertThat(row(text, "carried_over")).isEqualTo("0 a a a a a 0");
        assertThat(cells(text, "granted"))
                .filteredOn(Cell.Stated.class::isInstance)
                .allMatch(UnusualShapesTest::isTrusted);
        String one = SECTION_3 + "| 项目 | 总计 |\n|---|---|\n| " + ROW + " | 3 |\n| " + OTHER_ROW + " | 1 |\n";
        assertThat(row(one, "new_received")).isEqualTo("a a a a a a 3");
        String lines = SECTION_3 + "申请人情况 总计\n" + ROW + " 3\n" + OTHER_ROW + " 1\n（一）予以公开 4\n（七）总计 4\n四、结转下年度继续办理 0\n";
        assertThat(row(lines, "new_received")).isEqualTo("a a a a a a 3");
        assertThat(cells(lines, "new_received")).noneMatch(UnusualShapesTest::isTrusted);
    }

    @Test
    void totalsAreToldFromGluedRowsWhoseBlanksLeftNoTrace() {
        String text = SECTION_3 + ROW + "12\n" + OTHER_ROW + "3\n（一）予以公开11\n（二）部分公开2\n（七）总计13\n四、结转下年度继续办理2\n";
        String whole = text;
        for (TableKind.Row row : APPLICATIONS.rows().subList(4, 23)) {
            whole = whole.replace("（七）", row.label().wording() + "0\n（七）");
        }
        assertThat(row(whole, "new_received")).isEqualTo("b b b b b b 12");
        assertThat(row(whole, "granted")).endsWith(" 11");
        assertThat(cells(whole, "granted")).noneMatch(UnusualShapesTest::isTrusted);
    }

    @Test
    void whereTwoTablesSayDifferentThingsNeitherIsStated() {
        String before =
                ROW + "\t4\t0\t0\t0\t0\t0\t4\n" + OTHER_ROW + "\t1\t0\t0\t0\t0\t0\t1\n（一）予以公开\t5\t0\t0\t0\t0\t0\t5\n";
        String text = SECTION_3 + "2020年：\n" + before + "2021年：\n"
                + before.replace("4", "6").replace("5", "7");
        assertThat(row(text, "new_received")).isEqualTo("? 0 0 0 0 0 ?");
        assertThat(row(text, "carried_over")).isEqualTo("1 0 0 0 0 0 1");
        assertThat(cells(text, "granted").getLast())
                .isInstanceOfSatisfying(
                        Cell.Illegible.class,
                        cell -> assertThat(cell.candidates())
                                .containsExactly(new BigDecimal("5"), new BigDecimal("7")));
        assertThat(row(SECTION_3 + before + before, "new_received")).isEqualTo("4 0 0 0 0 0 4");
    }

    @Test
    void aRowOutOfOrderIsFoundByItsLabel() {
        String text = SECTION_3 + "（七）总计\t5\t0\t0\t0\t0\t0\t5\n" + ROW + "\t4\t0\t0\t0\t0\t0\t4\n" + OTHER_ROW
                + "\t1\t0\t0\t0\t0\t0\t1\n（二）部分公开\t2\t0\t0\t0\t0\t0\t2\n（一）予以公开\t3\t0\t0\t0\t0\t0\t3\n";
        assertThat(row(text, "total")).isEqualTo("5 0 0 0 0 0 5");
        assertThat(row(text, "granted")).isEqualTo("3 0 0 0 0 0 3");
        assertThat(row(text, "partly_granted")).isEqualTo("2 0 0 0 0 0 2");
    }

    @Test
    void aColumnOfLastYearOrOfSharesIsNoneOfTheForm() {
        String head = "申请人情况\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\t上年\n";
        String text = SECTION_3 + head + ROW + "\t3\t1\t0\t0\t0\t0\t4\t9\n" + OTHER_ROW + "\t0\t0\t0\t0\t0\t0\t0\t2\n";
        assertThat(row(text, "new_received")).isEqualTo("3 1 0 0 0 0 4");
        assertThat(cells(text, "new_received")).allMatch(UnusualShapesTest::isTrusted);
        String years = SECTION_3 + "项目\t2022年\t2023年\t增减\n" + ROW + "\t3\t1\t-2\n" + OTHER_ROW + "\t0\t0\t0\n";
        assertThat(cells(years, "new_received")).noneMatch(Cell.Stated.class::isInstance);
    }

    @Test
    void aShareOrADateIsNoNumberOfACell() {
        String text = SECTION_2 + "规章\t0\t0\t12%\n行政规范性文件\t2\t1\t10余万\n行政许可\t2023年1月\n行政处罚 30余\n行政强制\t30%\n";
        assertThat(row(text, "regulations")).isEqualTo("0 0 ?");
        assertThat(row(text, "normative_documents")).isEqualTo("2 1 ?");
        assertThat(cells(text, "administrative_licensing")).noneMatch(Cell.Stated.class::isInstance);
        assertThat(cells(text, "administrative_penalties")).noneMatch(Cell.Stated.class::isInstance);
        assertThat(cells(text, "administrative_compulsion")).noneMatch(Cell.Stated.class::isInstance);
    }

    @Test
    void theUnitThatTheHeadStatesIsTheUnitOfItsCells() {
        String text = SECTION_2 + "规章\t0\t0\t0\n信息内容\t本年收费金额（单位：元）\n行政事业性收费\t251000\n";
        assertThat(row(text, "administrative_fees")).isEqualTo("25.1");
        assertThat(row(text.replace("：元", "：万元"), "administrative_fees")).isEqualTo("251000");
        assertThat(row(text.replace("251000", "25.1万元"), "administrative_fees")).isEqualTo("25.1");
    }

    @Test
    void aGluedRowThatAddsUpInNoWayIsToldByWhatTheColumnsWant() {
        StringBuilder lines = new StringBuilder();
        for (TableKind.Row row : APPLICATIONS.rows()) {
            lines.append(row.label().wording())
                    .append(
                            switch (row.label().id()) {
                                case "new_received" -> "123000015";
                                case "granted" -> "172000014";
                                case "partly_granted" -> "0100001";
                                case "total" -> "123000015";
                                default -> "0000000";
                            })
                    .append('\n');
        }
        String text = SECTION_3 + lines;
        assertThat(row(text, "new_received")).isEqualTo("12 3 0 0 0 0 15");
        assertThat(cells(text, "granted")).allSatisfy(cell -> assertThat(cell).isInstanceOf(Cell.Illegible.class));
        assertThat(cells(text, "granted").getFirst())
                .isInstanceOfSatisfying(
                        Cell.Illegible.class,
                        cell -> assertThat(cell.candidates()).containsExactly(new BigDecimal("17")));
    }

    private static final String TITLE = "柳溪县水务局2021年政府信息公开工作年度报告\n";
    private static final String OF_2020 =
            ROW + "\t4\t0\t0\t0\t0\t0\t4\n" + OTHER_ROW + "\t1\t0\t0\t0\t0\t0\t1\n（一）予以公开\t5\t0\t0\t0\t0\t0\t5\n";
    private static final String OF_2021 = OF_2020.replace("4", "6").replace("5", "7");

    private static Fate fate(List<Alignment> alignments, Reading reading) {
        return alignments.stream()
                .flatMap(alignment -> alignment.tried().stream())
                .filter(attempt -> attempt.reading() == reading)
                .map(Attempt::fate)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ofTwoTablesTheOneOfTheReportsYearIsRead() {
        for (String sections : List.of(
                "2020年：\n" + OF_2020 + "2021年：\n" + OF_2021,
                "2021年：\n" + OF_2021 + "2020年：\n" + OF_2020,
                OF_2021 + "附：2020年度情况\n" + OF_2020)) {
            String text = TITLE + SECTION_3 + sections;
            assertThat(row(text, "new_received")).as(text).isEqualTo("6 0 0 0 0 0 6");
            assertThat(row(text, "granted")).as(text).isEqualTo("7 0 0 0 0 0 7");
            assertThat(cells(text, "granted")).allMatch(UnusualShapesTest::isTrusted);
            assertThat(fate(explain(text), Reading.OF_YEAR)).isEqualTo(Fate.CHOSEN);
            assertThat(fate(explain(text), Reading.OTHER_YEAR)).isEqualTo(Fate.REJECTED);
        }
        String unnamed = TITLE + SECTION_3 + "表一：\n" + OF_2020 + "表二：\n" + OF_2021;
        assertThat(row(unnamed, "new_received")).isEqualTo("? 0 0 0 0 0 ?");
        assertThat(fate(explain(unnamed), Reading.TWICE)).isEqualTo(Fate.CHOSEN);
        String others = TITLE + SECTION_3 + "2019年：\n" + OF_2020 + "2020年：\n" + OF_2021;
        assertThat(row(others, "new_received")).isEqualTo("? 0 0 0 0 0 ?");
    }

    @Test
    void ofTwoRowsOfReviewsTheOneOfTheReportsYearIsRead() {
        String head = "行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n";
        String of2020 = "2020年\n" + head + "1\t0\t0\t2\t3" + "\t0".repeat(10) + "\n";
        String of2021 = "2021年\n" + head + "2\t0\t0\t2\t4" + "\t0".repeat(10) + "\n";
        assertThat(row(TITLE + SECTION_4 + of2020 + of2021, "reconsideration")).isEqualTo("2 0 0 2 4");
        assertThat(row(TITLE + SECTION_4 + of2021 + of2020, "reconsideration")).isEqualTo("2 0 0 2 4");
        assertThat(row(SECTION_4 + of2020 + of2021, "reconsideration")).isEqualTo("? 0 0 2 ?");
        assertThat(row(SECTION_4 + of2020 + of2020, "reconsideration")).isEqualTo("1 0 0 2 3");
    }

    @Test
    void aNumberThatNothingNamesIsATotalInDoubt() {
        String text = SECTION_3 + ROW + " 3\n" + OTHER_ROW + " 1\n（一）予以公开 4\n（七）总计 4\n四、结转下年度继续办理 0\n";
        assertThat(row(text, "new_received")).isEqualTo("a a a a a a 3");
        assertThat(cells(text, "new_received").getLast())
                .isInstanceOfSatisfying(
                        Cell.Stated.class, cell -> assertThat(cell.confidence()).isLessThanOrEqualTo(0.6));
        assertThat(fate(explain(text), Reading.TOTALS_ALONE)).isEqualTo(Fate.CHOSEN);
        String persons = text.replace(SECTION_3, SECTION_3 + "项目 自然人\n");
        assertThat(cells(persons, "new_received")).noneMatch(UnusualShapesTest::isTrusted);
        assertThat(row(persons, "new_received")).doesNotEndWith("3");
        String broken = text.replace("总计 4", "总计 5");
        assertThat(cells(broken, "new_received")).noneMatch(Cell.Stated.class::isInstance);
    }

    @Test
    void gluedReviewsThatDoNotAddUpAreToldByWhatTheyComeNearestTo() {
        String head = SECTION_4 + "行政复议行政诉讼\n未经复议直接起诉复议后起诉\n结果维持结果纠正其他结果尚未审结总计\n";
        assertThat(row(head + "248111356201037021 10\n".replace(" ", ""), "reconsideration"))
                .isEqualTo("24 8 11 13 56");
        String wrong = head + "24811135720103702110\n";
        assertThat(cells(wrong, "reconsideration")).noneMatch(Cell.Stated.class::isInstance);
        assertThat(candidates(wrong, "reconsideration")).containsExactly("[24]", "[8]", "[11]", "[13]", "[57]");
        assertThat(candidates(wrong, "litigation_after_reconsideration"))
                .containsExactly("[7]", "[0]", "[2]", "[1]", "[10]");
        assertThat(fate(explain(wrong), Reading.NEAREST)).isEqualTo(Fate.CHOSEN);
        String digits = head + "120030000010001\n";
        assertThat(candidates(digits, "litigation_after_reconsideration"))
                .containsExactly("[1]", "[0]", "[0]", "[0]", "[1]");
        assertThat(candidates(head + "120040000010002\n", "reconsideration"))
                .containsExactly("[1]", "[2]", "[0]", "[0]", "[4]");
    }

    private List<String> candidates(String text, String row) {
        return cells(text, row).stream()
                .map(cell -> cell instanceof Cell.Illegible illegible
                        ? illegible.candidates().toString()
                        : cell instanceof Cell.Stated stated ? "[" + stated.value() + "]" : "")
                .toList();
    }

    @Test
    void numbersMayBeListedAsWordsAre() {
        String text = SECTION_3 + ROW + "：3、1、0、0、0、0、4\n" + OTHER_ROW + " 0、0、/、0、0、0、0\n（一）予以公开：见附件1、2。\n"
                + "四、结转下年度继续办理 1、0、0、0、0、0、1\n";
        assertThat(row(text, "new_received")).isEqualTo("3 1 0 0 0 0 4");
        assertThat(row(text, "carried_over")).isEqualTo("0 0 n 0 0 0 0");
        assertThat(row(text, "granted")).doesNotContain("1", "2");
        assertThat(row(text, "carried_forward")).isEqualTo("1 0 0 0 0 0 1");
    }

    @Test
    void aColumnThatNumbersTheRowsIsNoneOfTheForm() {
        StringBuilder lines = new StringBuilder(SECTION_3);
        int ordinal = 1;
        for (TableKind.Row row : APPLICATIONS.rows()) {
            lines.append(row.label().wording()).append('\t').append(ordinal++).append("\t1\t0\t0\t0\t0\t0\t1\n");
        }
        assertThat(row(lines.toString(), "granted")).isEqualTo("1 0 0 0 0 0 1");
        assertThat(cells(lines.toString(), "granted")).allMatch(UnusualShapesTest::isTrusted);
        String broken = lines.toString().replace("\t9\t1\t0", "\t8\t1\t0");
        assertThat(cells(broken, "granted")).noneMatch(Cell.Stated.class::isInstance);
    }

    @Test
    void aFirstValueMayBeAttachedToItsLabel() {
        String text = SECTION_2 + "规章0 0 12\n行政规范性文件3 2 19\n行政许可152\n" + SECTION_3 + ROW + "3 1 0 0 0 0 4\n" + OTHER_ROW
                + " 0 0 0 0 0 0 0\n";
        assertThat(row(text, "regulations")).isEqualTo("0 0 12");
        assertThat(row(text, "normative_documents")).isEqualTo("3 2 19");
        assertThat(cells(text, "normative_documents")).noneMatch(UnusualShapesTest::isTrusted);
        assertThat(row(text, "new_received")).isEqualTo("3 1 0 0 0 0 4");
        assertThat(cells(text, "new_received")).allMatch(UnusualShapesTest::isTrusted);
    }

    @Test
    void aNumberMayEndAsASentenceDoesOrBeSetInBold() {
        String text = SECTION_3 + ROW + "\t**3**\t1\t0\t0\t0\t0\t__4__\n" + OTHER_ROW + "\t0\t0\t0\t0\t0\t0\t0。\n";
        assertThat(row(text, "new_received")).isEqualTo("3 1 0 0 0 0 4");
        assertThat(row(text, "carried_over")).isEqualTo("0 0 0 0 0 0 0");
    }

    @Test
    void aCellWithTheBeginningOfALabelIsThatLabel() {
        String text =
                SECTION_3 + "本年新收\t3\t1\t0\t0\t0\t0\t4\n上年结转\t0\t0\t0\t0\t0\t0\t0\n（一）予以公开\t4\t0\t0\t0\t0\t0\t4\n";
        assertThat(row(text, "new_received")).isEqualTo("3 1 0 0 0 0 4");
        assertThat(row(text, "carried_over")).isEqualTo("0 0 0 0 0 0 0");
        String prose = SECTION_3 + "本年新收 3 件\n（一）予以公开\t4\t0\t0\t0\t0\t0\t4\n（二）部分公开\t0\t0\t0\t0\t0\t0\t0\n";
        assertThat(row(prose, "new_received")).isEqualTo("a a a a a a a");
    }

    @Test
    void theRowsOfATableMayStandWithinItsCells() {
        String labels = ROW + "\n" + OTHER_ROW + "\n（一）予以公开";
        String text = SECTION_3 + labels + "\n3\n1\n2\n0\n0\n0\n3\n1\n2\n";
        int start = SECTION_3.length();
        List<Block.GridCell> cells = new ArrayList<>();
        List<String> columns = List.of(labels, "3\n1\n2", "0\n0\n0", "3\n1\n2");
        for (String column : columns) {
            cells.add(new Block.GridCell(new Span(start, start + column.length()), 0, cells.size(), 1, 1));
            start += column.length() + 1;
        }
        CanonicalText canonical = CanonicalText.of(text);
        PieceReader reader = new PieceReader(canonical, Fixtures.MODEL.cellMarks());
        List<Piece> row = cells.stream()
                .map(cell -> reader.read(cell.span(), cell.column(), 1))
                .toList();
        List<List<Piece>> rows = new StackedCells(canonical, reader).rows(row);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1))
                .extracting(piece -> canonical.quote(piece.span()))
                .containsExactly(OTHER_ROW, "1", "0", "1");
        assertThat(new StackedCells(canonical, reader).rows(row.subList(0, 2))).hasSize(1);
    }
}
