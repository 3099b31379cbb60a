package io.mingjian.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjian.Fixtures;
import io.mingjian.ingest.Limits;
import io.mingjian.outline.Outline;
import io.mingjian.outline.OutlineFinder;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TableAlignerTest {
    private static final String SECTION_2 = "二、主动公开政府信息情况\n";
    private static final String SECTION_3 = "三、收到和处理政府信息公开申请情况\n";
    private static final String SECTION_4 = "四、政府信息公开行政复议、行政诉讼情况\n";
    private static final List<String> APPLICANTS = List.of(
            "natural_person",
            "commercial_enterprise",
            "research_institution",
            "public_welfare_organization",
            "legal_service_institution",
            "other",
            "total");

    private final OutlineFinder outlines = new OutlineFinder(Fixtures.MODEL);
    private final TableAligner aligner = new TableAligner(Fixtures.MODEL);

    private List<StatutoryTable> tables(String text) {
        return aligner.align(outlines.find(Fixtures.document(text)));
    }

    private Cell cell(String text, String table, String row, String column) {
        return tables(text).stream()
                .filter(found -> found.id().equals(table))
                .flatMap(found -> found.cells().stream())
                .filter(cell -> cell.key().equals(new CellKey(row, column)))
                .findFirst()
                .orElseThrow();
    }

    private Optional<BigDecimal> value(String text, String table, String row, String column) {
        return cell(text, table, row, column) instanceof Cell.Stated stated
                ? Optional.of(stated.value())
                : Optional.empty();
    }

    private List<Integer> applicants(String text, String row) {
        return APPLICANTS.stream()
                .map(column -> value(text, "applications", row, column)
                        .map(BigDecimal::intValueExact)
                        .orElse(-1))
                .toList();
    }

    @Test
    void rowsShiftedLeftKeepTheirColumns() {
        String text = SECTION_3
                + "一、本年新收政府信息公开申请数量\t\t\t63\t21\t0\t2\t4\t0\t90\n"
                + "\t（三）不予公开\t1.属于国家秘密\t2\t0\t0\t0\t0\t0\t2\n"
                + "3.危及“三安全一稳定”\t5\t0\t0\t0\t0\t0\t5\t\t\n";
        assertThat(applicants(text, "new_received")).containsExactly(63, 21, 0, 2, 4, 0, 90);
        assertThat(applicants(text, "denied.state_secret")).containsExactly(2, 0, 0, 0, 0, 0, 2);
        assertThat(applicants(text, "denied.three_securities_one_stability")).containsExactly(5, 0, 0, 0, 0, 0, 5);
    }

    @Test
    void oneCellALineReadsLikeTheTableItWas() {
        String text = SECTION_3
                + "\t一、本年新收政府信息公开申请数量\n\t \n\t \n\t \n\t \n\t \n\t \n\t 2\n\n"
                + "\t三、本年度办理结果\n\t（一）予以公开\n\t1\n\t0\n\t0\n\t0\n\t0\n\t0\n\t1\n\n";
        assertThat(applicants(text, "new_received")).containsExactly(-1, -1, -1, -1, -1, -1, 2);
        assertThat(applicants(text, "granted")).containsExactly(1, 0, 0, 0, 0, 0, 1);
    }

    @Test
    void aBlankIsNeverAZeroAndWhatIsMissingIsAbsent() {
        String text = SECTION_2 + "规章\t\t\t\n行政规范性文件\t1\t/\t无\n行政许可\t?\n";
        assertThat(cell(text, "proactive_disclosure", "regulations", "issued")).isInstanceOf(Cell.Blank.class);
        assertThat(cell(text, "proactive_disclosure", "normative_documents", "repealed"))
                .isInstanceOf(Cell.NotApplicable.class);
        assertThat(cell(text, "proactive_disclosure", "normative_documents", "in_force"))
                .isInstanceOf(Cell.NotApplicable.class);
        assertThat(cell(text, "proactive_disclosure", "administrative_licensing", "decisions"))
                .isInstanceOf(Cell.Illegible.class);
        assertThat(cell(text, "proactive_disclosure", "administrative_fees", "amount_wan_yuan"))
                .isInstanceOf(Cell.Absent.class);
    }

    @Test
    void labelsWrappedOverLinesFindTheirNumbers() {
        String text = SECTION_3
                + "一、本年新收政府信息公开申请       688     5     0      0      7      0       700\n数量\n"
                + "三、本年 （一）予以公开         285     3     0      0      3      0       291\n度办理结 \n"
                + "     （三）不 1.属于国      10      0     0      0      0      0       10\n     予公开   家秘密\n"
                + "           2.其他法     5       0     0      0      0      0       5\n           律行政法\n       规禁止公\n       开\n";
        assertThat(applicants(text, "new_received")).containsExactly(688, 5, 0, 0, 7, 0, 700);
        assertThat(applicants(text, "denied.state_secret")).containsExactly(10, 0, 0, 0, 0, 0, 10);
        assertThat(applicants(text, "denied.prohibited_by_law")).containsExactly(5, 0, 0, 0, 0, 0, 5);
    }

    @Test
    void unitsAndNotesInCellsLeaveTheNumber() {
        String text = SECTION_2
                + "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t22（其中修订16件）\t１\t1,024\n"
                + "信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t251000元\n";
        assertThat(value(text, "proactive_disclosure", "normative_documents", "issued"))
                .contains(new BigDecimal("22"));
        assertThat(value(text, "proactive_disclosure", "normative_documents", "repealed"))
                .contains(BigDecimal.ONE);
        assertThat(value(text, "proactive_disclosure", "normative_documents", "in_force"))
                .contains(new BigDecimal("1024"));
        assertThat(value(text, "proactive_disclosure", "administrative_fees", "amount_wan_yuan"))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("25.1"));
    }

    @Test
    void theEarlierFormIsToldByItsColumns() {
        String text = SECTION_2
                + "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t0\t0\t0\n规范性文件\t6\t6\t41\n"
                + "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t38\t-2\t1724\n"
                + "信息内容\t采购项目数量\t采购总金额\n政府集中采购\t11\t821.73万元\n";
        assertThat(tables(text)).extracting(StatutoryTable::form).containsExactly("2019");
        assertThat(value(text, "proactive_disclosure", "administrative_licensing", "change"))
                .contains(new BigDecimal("-2"));
        assertThat(value(text, "proactive_disclosure", "government_procurement", "amount_yuan"))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("8217300"));
    }

    @Test
    void blanksAtTheStartOfTheReviewTableStayBlank() {
        String text = SECTION_4
                + "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n"
                + "结果 维持\t结果 纠正\t其他 结果\t尚 未 审 结\t总 计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n"
                + "\t\t\t\t\t结果 维持\t结果 纠正\t其他 结果\t尚未 审结\t总计\t结果 维持\t结果 纠正\t其他 结果\t尚未 审结\t总计\n"
                + "\t\t\t\t\t1\t0\t0\t0\t1\t0\t0\t0\t2\t2\n";
        assertThat(cell(text, "review_and_litigation", "reconsideration", "total"))
                .isInstanceOf(Cell.Blank.class);
        assertThat(value(text, "review_and_litigation", "litigation_direct", "upheld"))
                .contains(BigDecimal.ONE);
        assertThat(value(text, "review_and_litigation", "litigation_after_reconsideration", "pending"))
                .contains(new BigDecimal("2"));
    }

    @Test
    void markdownRulesAreNoRows() {
        String text = SECTION_4
                + "| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"
                + "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |\n"
                + "| 3 | 1 | 1 | 0 | 5 | 2 | 1 | 0 | 0 | 3 | 0 | 0 | 0 | 0 | 0 |\n";
        assertThat(value(text, "review_and_litigation", "reconsideration", "total"))
                .contains(new BigDecimal("5"));
    }

    @Test
    void gluedCellsAreDecodedWhereOneReadingAddsUp() {
        String text = SECTION_3
                + "申请人情况自然人总计一、本年新收政府信息公开申请数量15130000154二、上年结转政府信息公开申请数量0000000三、本年度办理结果（一）予以公开1000001"
                + "（三）不予公开1.属于国家秘密20000022.其他法律行政法规禁止公开0000000\n";
        assertThat(applicants(text, "new_received")).containsExactly(151, 3, 0, 0, 0, 0, 154);
        assertThat(applicants(text, "denied.state_secret")).containsExactly(2, 0, 0, 0, 0, 0, 2);
        assertThat(((Cell.Stated) cell(text, "applications", "new_received", "total")).confidence())
                .isLessThan(0.9);
    }

    @Test
    void gluedCellsWithSeveralReadingsAreIllegible() {
        String text = SECTION_3 + "一、本年新收政府信息公开申请数量1112000012\n二、上年结转政府信息公开申请数量111000012\n";
        assertThat(cell(text, "applications", "carried_over", "natural_person")).isInstanceOf(Cell.Illegible.class);
    }

    @Test
    void ofSeveralReadingsTheNumbersThatAllShareAreStated() {
        String text = SECTION_3 + ROW + "111000012\n" + OTHER_ROW + "0000000\n";
        assertThat(applicants(text, "new_received")).containsExactly(-1, -1, -1, 0, 0, 0, 12);
        assertThat(cell(text, "applications", "new_received", "research_institution"))
                .isInstanceOfSatisfying(
                        Cell.Illegible.class,
                        cell -> assertThat(cell.candidates()).containsExactly(BigDecimal.ZERO, BigDecimal.TEN));
    }

    @Test
    void unitsNotesAndCommasTellWhereGluedNumbersEnd() {
        String text = SECTION_3 + ROW + "11件1件000012件\n" + OTHER_ROW + "12（含网上1件）3000015\n（一）予以公开1,234000001,234\n";
        assertThat(applicants(text, "new_received")).containsExactly(11, 1, 0, 0, 0, 0, 12);
        assertThat(applicants(text, "carried_over")).containsExactly(12, 3, 0, 0, 0, 0, 15);
        assertThat(applicants(text, "granted")).containsExactly(1234, 0, 0, 0, 0, 0, 1234);
    }

    @Test
    void gluedNumbersMayStandBeforeTheirLabels() {
        String text = SECTION_3 + "3000003" + ROW + "\n1000001" + OTHER_ROW + "\n4000004（一）予以公开\n";
        assertThat(applicants(text, "new_received")).containsExactly(3, 0, 0, 0, 0, 0, 3);
        assertThat(applicants(text, "granted")).containsExactly(4, 0, 0, 0, 0, 0, 4);
    }

    @Test
    void openRowsAreToldByWhatTheyAddUpTo() {
        String text = SECTION_3 + ROW + "111000012\n" + OTHER_ROW + "2000002\n（七）总计\t3\t11\t0\t0\t0\t0\t14\n"
                + "四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0\n";
        assertThat(applicants(text, "new_received")).containsExactly(1, 11, 0, 0, 0, 0, 12);
    }

    @Test
    void smallTablesWithTheirValuesFirstAreToldByTheirEnds() {
        String text = SECTION_2 + "7\n行政许可\n8\n行政处罚\n9\n行政强制\n10\n行政事业性收费\n";
        assertThat(value(text, "proactive_disclosure", "administrative_licensing", "decisions"))
                .contains(new BigDecimal("7"));
        assertThat(value(text, "proactive_disclosure", "administrative_fees", "amount_wan_yuan"))
                .contains(BigDecimal.TEN);
        String usual = SECTION_2 + "行政许可\n7\n行政处罚\n8\n行政强制\n9\n行政事业性收费\n10\n";
        assertThat(value(usual, "proactive_disclosure", "administrative_licensing", "decisions"))
                .contains(new BigDecimal("7"));
    }

    @Test
    void signsAndGreatUnitsInCellsAreRead() {
        String text = SECTION_2 + "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t1.2万\t减少2\t1,724\n"
                + "行政处罚\t３８\t+3\t0.5万件\n信息内容\t采购项目数量\t采购总金额\n政府集中采购\t11\t1.2亿元\n";
        assertThat(value(text, "proactive_disclosure", "administrative_licensing", "previous_year_items"))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("12000"));
        assertThat(value(text, "proactive_disclosure", "administrative_licensing", "change"))
                .contains(new BigDecimal("-2"));
        assertThat(value(text, "proactive_disclosure", "administrative_penalties", "change"))
                .contains(new BigDecimal("3"));
        assertThat(value(text, "proactive_disclosure", "government_procurement", "amount_yuan"))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("120000000"));
    }

    @Test
    void gluedCellsWithoutASumAreCutOnlyDigitByDigit() {
        String text = SECTION_2 + "规章000\n行政规范性文件4738512\n行政许可2563\n";
        assertThat(value(text, "proactive_disclosure", "regulations", "in_force"))
                .contains(BigDecimal.ZERO);
        assertThat(cell(text, "proactive_disclosure", "normative_documents", "issued"))
                .isInstanceOf(Cell.Illegible.class);
        assertThat(value(text, "proactive_disclosure", "administrative_licensing", "decisions"))
                .contains(new BigDecimal("2563"));
    }

    @Test
    void proseAloneIsNoTable() {
        assertThat(tables(SECTION_2 + "全年制发行政规范性文件2件，作出行政许可 5 件。\n" + SECTION_3 + "收到申请 1 件。\n"))
                .isEmpty();
    }

    @Test
    void everyRowAndColumnOfTheFormHasACell() {
        String text = SECTION_3 + "一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1\n";
        assertThat(tables(text).getFirst().cells()).hasSizeGreaterThanOrEqualTo(23 * 7);
    }

    private static final String ROW = "一、本年新收政府信息公开申请数量";
    private static final String OTHER_ROW = "二、上年结转政府信息公开申请数量";

    @Test
    void aPieceWithoutASectionIsReadByItsWholeRows() {
        String piece =
                "| | （六）其他处理 | 3.其他 | 1 | 2 | 0 | 0 | 0 | 0 | 3 |\n" + "| | （七）总计 | | 5 | 2 | 0 | 0 | 0 | 0 | 7 |\n";
        assertThat(applicants(piece, "total")).containsExactly(5, 2, 0, 0, 0, 0, 7);
        String sentence = "全年（七）总计答复7件，四、结转下年度继续办理2件。";
        assertThat(tables(sentence)).isEmpty();
    }

    @Test
    void columnsInAnotherOrderFollowTheirHead() {
        String text = SECTION_2 + "信息内容\t本年废止件数\t现行有效件数\t本年制发件数\n规章\t1\t2\t3\n行政规范性文件\t4\t5\t6\n";
        assertThat(value(text, "proactive_disclosure", "regulations", "issued")).contains(new BigDecimal("3"));
        assertThat(value(text, "proactive_disclosure", "normative_documents", "repealed"))
                .contains(new BigDecimal("4"));
    }

    @Test
    void valuesMayStandBeforeTheirLabels() {
        String text = SECTION_3 + "3\t0\t0\t0\t0\t0\t3\t" + ROW + "\n1\t0\t0\t0\t0\t0\t1\t" + OTHER_ROW + "\n";
        assertThat(applicants(text, "new_received")).containsExactly(3, 0, 0, 0, 0, 0, 3);
        assertThat(applicants(text, "carried_over")).containsExactly(1, 0, 0, 0, 0, 0, 1);
    }

    @Test
    void aBlankWithinANumberIsClosedWhereOnlySoTheRowAddsUp() {
        String text = SECTION_3 + ROW + "  1 5 3 0 0 0 0 18\n" + OTHER_ROW + "  1 0 0 0 0 0 1\n";
        assertThat(applicants(text, "new_received")).containsExactly(15, 3, 0, 0, 0, 0, 18);
        assertThat(cell(text, "applications", "new_received", "natural_person"))
                .isInstanceOfSatisfying(Cell.Stated.class, cell -> {
                    assertThat(cell.decoded()).isTrue();
                    assertThat(cell.confidence()).isLessThan(0.9);
                });
    }

    @Test
    void aMissingBlankIsPutBackWhereOnlySoTheRowAddsUp() {
        String text = SECTION_3 + ROW + "  15 30 0 0 0 18\n" + OTHER_ROW + "  1 0 0 0 0 0 1\n";
        assertThat(applicants(text, "new_received")).containsExactly(15, 3, 0, 0, 0, 0, 18);
    }

    @Test
    void whatIsReadPlainlyIsNeverChangedForASum() {
        String text = SECTION_3 + ROW + "  12 3 0 0 0 0 24\n" + OTHER_ROW + "\t1\t0\t0\t0\t0\t0\t2\n";
        assertThat(applicants(text, "new_received")).containsExactly(12, 3, 0, 0, 0, 0, 24);
        assertThat(applicants(text, "carried_over")).containsExactly(1, 0, 0, 0, 0, 0, 2);
    }

    @Test
    void emptyCellsBehindAMergedLabelAreNoValues() {
        String text = SECTION_3
                + ROW + "\t\t\t17\t0\t0\t0\t0\t1\t18\n"
                + "\t（一）予以公开\t\t16\t0\t0\t0\t0\t0\t\n\t（二）部分公开\t\t0\t0\t0\t0\t0\t0\t\n"
                + "\t（三）不予公开\t1.属于国家秘密\t2\t0\t0\t0\t0\t1\t3\n";
        assertThat(applicants(text, "granted")).containsExactly(16, 0, 0, 0, 0, 0, -1);
        assertThat(applicants(text, "partly_granted")).containsExactly(0, 0, 0, 0, 0, 0, -1);
    }

    @Test
    void numbersOfAWallThatWasNotDrawnArePartedWhereColumnsAreMissing() {
        String text = SECTION_2 + "规章\t5\t4 5\n行政规范性文件\t0\t1（其中修订0件）29\n行政许可\t1 5\n";
        assertThat(value(text, "proactive_disclosure", "regulations", "repealed"))
                .contains(new BigDecimal("4"));
        assertThat(value(text, "proactive_disclosure", "normative_documents", "in_force"))
                .contains(new BigDecimal("29"));
        assertThat(value(text, "proactive_disclosure", "administrative_licensing", "decisions"))
                .contains(new BigDecimal("15"));
    }

    @Test
    void whereBlanksLeaveNoTraceTheTotalsAreToldAndTheOthersAreNot() {
        String text = SECTION_3 + ROW + " 24 1 1 26\n" + OTHER_ROW + " 1 1\n（一）予以公开 4\n";
        assertThat(applicants(text, "new_received")).containsExactly(-1, -1, -1, -1, -1, -1, 26);
        assertThat(applicants(text, "granted")).containsExactly(-1, -1, -1, -1, -1, -1, 4);
        assertThat(cell(text, "applications", "new_received", "natural_person")).isInstanceOf(Cell.Illegible.class);
        assertThat(((Cell.Stated) cell(text, "applications", "granted", "total")).confidence())
                .isLessThan(0.9);
    }

    @Test
    void whereNoRowHasItsSumTheTotalWasLeftBlank() {
        String text = SECTION_3 + ROW + " 16 2 0 0 0 1\n" + OTHER_ROW + " 3 1 0 0 0 0\n（一）予以公开 0 0 0 0 0 0\n";
        assertThat(applicants(text, "new_received")).containsExactly(16, 2, 0, 0, 0, 1, -1);
        assertThat(applicants(text, "granted")).containsExactly(0, 0, 0, 0, 0, 0, -1);
    }

    @Test
    void aNumberBeforeALabelIsNoValue() {
        String text = SECTION_3 + "（三）不予公开 1. 属于国家秘\n密 2 0 0 0 0 0 2\n2. 其他法律行\n政法规禁止公开 0 0 0 0 0 0 0\n";
        assertThat(applicants(text, "denied.state_secret")).containsExactly(2, 0, 0, 0, 0, 0, 2);
        assertThat(applicants(text, "denied.prohibited_by_law")).containsExactly(0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void aHeadOnLinesOfItsOwnDoesNotMoveTheTotalAgainstTheSums() {
        String text = SECTION_3 + "申请人情况\n\n总计\n\n自然人\n\n法人或其他组织\n\n商业企业\n\n科研机构\n\n社会公益组织\n\n法律服务机构\n\n"
                + "其他\n\n" + ROW + "\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n" + OTHER_ROW
                + "\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n";
        assertThat(applicants(text, "new_received")).containsExactly(1, 0, 0, 0, 0, 0, 1);
    }

    @Test
    void aDamagedLabelThatIsLikeNoOtherLeavesNoDoubt() {
        String text = SECTION_3 + "一、本年薪收政府信息公开申清数量\t12\t3\t0\t0\t0\t0\t24\n" + OTHER_ROW + "\t1\t0\t0\t0\t0\t0\t1\n"
                + "结转下年度继续力理\t5\t0\t0\t0\t0\t0\t5\n";
        assertThat(((Cell.Stated) cell(text, "applications", "carried_forward", "total")).confidence())
                .isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void lettersAreDigitsOnlyWhereSoTheRowAddsUp() {
        String text = SECTION_3 + ROW + "\tl2\tO\t0\t0\t0\t0\t12\n" + OTHER_ROW + "\tl\t0\t0\t0\t0\t0\t3\n";
        assertThat(applicants(text, "new_received")).containsExactly(12, 0, 0, 0, 0, 0, 12);
        assertThat(cell(text, "applications", "carried_over", "natural_person"))
                .isInstanceOfSatisfying(
                        Cell.Illegible.class,
                        cell -> assertThat(cell.candidates()).containsExactly(BigDecimal.ONE));
    }

    @Test
    void severalReadingsAreToldAsCandidates() {
        String text = SECTION_3 + ROW + "111000012\n" + OTHER_ROW + "11001000012\n";
        assertThat(cell(text, "applications", "new_received", "natural_person"))
                .isInstanceOfSatisfying(
                        Cell.Illegible.class,
                        cell -> assertThat(cell.candidates()).containsExactly(BigDecimal.ONE, new BigDecimal("11")));
    }

    @Test
    void aRowTakenForAHeadingIsStillARow() {
        String text =
                SECTION_3 + ROW + "\t3\t0\t0\t0\t0\t0\t3\n四、结转下年度继续办理 1 0 0 0 0 0 1\n" + "四、政府信息公开行政复议、行政诉讼情况\n无。\n";
        assertThat(applicants(text, "carried_forward")).containsExactly(1, 0, 0, 0, 0, 0, 1);
    }

    @Test
    void moreRowsOrLongerLinesThanAreAcceptedAreRefusedAndNeverCut() {
        String rows = ROW + "\t3\t0\t0\t0\t0\t0\t3\n" + OTHER_ROW + "\t1\t0\t0\t0\t0\t0\t1\n"
                + "（一）予以公开\t4\t0\t0\t0\t0\t0\t4\n";
        int longest = rows.lines().mapToInt(String::length).max().orElseThrow();
        for (int more = 0; more < 2; more++) {
            assertThat(granted(rows, shape(3 + more, longest + more))).isInstanceOf(Cell.Stated.class);
        }
        refused(rows, shape(2, 100), "mingjian.limits.table-rows", 2);
        refused(rows, shape(3, longest - 1), "mingjian.limits.line-characters", longest - 1);
        Limits.Shape usual = Limits.Shape.DEFAULTS;
        assertThat(granted(rows + "正文\n".repeat(usual.tableRows() - 3), usual)).isInstanceOf(Cell.Stated.class);
        refused(rows + "正文\n".repeat(usual.tableRows() - 2), usual, "mingjian.limits.table-rows", usual.tableRows());
    }

    private static Limits.Shape shape(int rows, int characters) {
        Limits.Shape rest = Limits.Shape.DEFAULTS;
        return new Limits.Shape(
                rest.nesting(), rest.tableColumns(), rest.sheetCells(), rest.pageLines(), rows, characters);
    }

    private void refused(String rows, Limits.Shape shape, String limit, int value) {
        assertThatThrownBy(() -> granted(rows, shape)).isInstanceOfSatisfying(MingjianException.class, problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.TEXT_TOO_LONG);
            assertThat(problem.limitName()).isEqualTo(limit);
            assertThat(problem.limitValue()).isEqualTo(value);
        });
    }

    private Cell granted(String rows, Limits.Shape shape) {
        return new TableAligner(Fixtures.MODEL, shape)
                .align(outlines.find(Fixtures.document(SECTION_3 + rows))).stream()
                        .flatMap(table -> table.cells().stream())
                        .filter(cell -> cell.key().equals(new CellKey("granted", "total")))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void itTellsHowEachRowWasRead() {
        String text = SECTION_3 + ROW + "15130000154\n" + OTHER_ROW + "0000000\n";
        Alignment alignment =
                aligner.explain(outlines.find(Fixtures.document(text))).getFirst();
        assertThat(alignment.rows())
                .extracting(Alignment.RowReading::row, Alignment.RowReading::how)
                .containsExactly(
                        tuple("new_received", Alignment.How.DECODED), tuple("carried_over", Alignment.How.DECODED));
        assertThat(alignment.forms()).extracting(Alignment.FormFit::form).contains("2021", "2019");
    }

    @Tag("slow")
    @Test
    void theTimeGrowsWithTheRows() {
        long small = time(2_000);
        long large = time(8_000);
        assertThat((double) large / small).isLessThan(12);
    }

    /// Of rows that look like those of a table and are none; the best of several, in nanoseconds.
    private long time(int rows) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        String letters = "政府信息公开申请数量本年结转其他法律规章处理";
        StringBuilder text = new StringBuilder(SECTION_3);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < 10; j++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            text.append(random.nextInt(3) == 0 ? "\n" : "\t1\t2\t3\t0\t0\t0\t6\n");
        }
        Outline outline = outlines.find(Fixtures.document(text.toString()));
        TableAligner any = new TableAligner(Fixtures.MODEL, shape(2 * rows, 100));
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            any.align(outline);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
