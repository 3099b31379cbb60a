package io.mingjian.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjian.ingest.SourceDocument;
import io.mingjian.metrics.Approximation;
import io.mingjian.metrics.Fact;
import io.mingjian.metrics.Period;
import io.mingjian.metrics.Scope;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.ModelReader;
import io.mingjian.model.ReportModel;
import io.mingjian.outline.Outline;
import io.mingjian.outline.ReportTitle;
import io.mingjian.tables.Cell;
import io.mingjian.tables.CellKey;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckerTest {
    private static final ReportModel MODEL = ModelReader.read(ModelFiles.bundled("government-information-disclosure"));
    private static final Span PLACE = new Span(0, 1);
    private static final Span SAID = new Span(5, 6);
    private static final List<String> RESULTS = List.of("upheld", "corrected", "other", "pending", "total");

    private final Checker checker = new Checker(MODEL);

    private static Outline outline() {
        CanonicalText text = CanonicalText.of("一段文字，没有标题。");
        SourceDocument document =
                new SourceDocument("a.txt", "text/plain", "UTF-8", "", 0, text, List.of(), PageMap.NONE);
        return new Outline(document, ReportTitle.UNKNOWN, List.of(), List.of());
    }

    /// The reconsiderations of a table 4; an empty word is a blank cell.
    private static StatutoryTable reconsiderations(double confidence, String... values) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            CellKey key = new CellKey("reconsideration", RESULTS.get(i));
            cells.add(
                    values[i].isEmpty()
                            ? new Cell.Blank(key, PLACE)
                            : new Cell.Stated(key, new BigDecimal(values[i]), PLACE, confidence));
        }
        return new StatutoryTable("review_and_litigation", "2021", PLACE, cells);
    }

    private static Fact fact(
            String value, @Nullable Approximation approximation, Period period, @Nullable Scope scope) {
        return new Fact(
                "reconsiderations",
                new BigDecimal(value),
                null,
                approximation,
                null,
                null,
                null,
                scope,
                period,
                null,
                SAID,
                SAID,
                null,
                1);
    }

    private static Report report(StatutoryTable table, Fact... facts) {
        return new Report(outline(), List.of(table), List.of(facts));
    }

    private List<Finding> check(StatutoryTable table, Fact... facts) {
        return Outcome.findings(checker.check(report(table, facts), Comparison.NONE));
    }

    @Test
    void aBrokenSumIsReportedWithBothSides() {
        List<Finding> findings = check(reconsiderations(1, "10", "1", "0", "0", "0"));
        assertThat(findings).hasSize(1);
        Finding finding = findings.getFirst();
        assertThat(finding.rule()).isEqualTo("review_and_litigation.total");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.verdict()).isEqualTo(Verdict.LIKELY_MISREPORTED);
        assertThat(finding.expected().value()).isEqualByComparingTo("11");
        assertThat(finding.actual().value()).isEqualByComparingTo("0");
        assertThat(finding.message()).contains("“行政复议”", "应为11", "实为0", "相差11");
        assertThat(finding.spans()).hasSize(5);
    }

    @Test
    void aBlankCellMakesARuleSilent() {
        StatutoryTable table = reconsiderations(1, "10", "", "0", "0", "11");
        assertThat(check(table)).isEmpty();
        assertThat(checker.check(report(table), Comparison.NONE))
                .contains(new Outcome.NotEvaluated("review_and_litigation.total", "行政复议", Outcome.Reason.CELL_BLANK));
    }

    @Test
    void aBlankCellExcusesNoTotalThatIsLessThanTheOtherParts() {
        Finding finding = check(reconsiderations(1, "10", "", "0", "0", "8")).getFirst();
        assertThat(finding.verdict()).isEqualTo(Verdict.LIKELY_MISREPORTED);
        assertThat(finding.message()).contains("应为至少10（空白格未计）", "实为8", "相差2");
        // Where the pending are not counted, 8 is the total of the others.
        assertThat(check(reconsiderations(1, "8", "", "0", "2", "8"))).isEmpty();
    }

    @Test
    void aTotalWithoutThePendingIsAnotherDefinition() {
        assertThat(check(reconsiderations(1, "10", "1", "0", "4", "11")))
                .extracting(Finding::severity, Finding::verdict)
                .containsExactly(tuple(Severity.INCONSISTENCY, Verdict.DEFINITION_DIFFERS));
    }

    @Test
    void aDoubtfulReadingAccusesNobody() {
        assertThat(check(reconsiderations(0.8, "10", "1", "0", "0", "0")))
                .extracting(Finding::severity, Finding::verdict)
                .containsExactly(tuple(Severity.WARNING, Verdict.LIKELY_MISREAD));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # prose, qualified, of,         whose,       agrees with 12 (2 of them pending)
            12,     ,          YEAR,       ,            true
            10,     ,          YEAR,       ,            true
            13,     ,          YEAR,       ,            false
            10,     OVER,      YEAR,       ,            true
            20,     UNDER,     YEAR,       ,            true
            30,     OVER,      YEAR,       ,            false
            13,     AT_LEAST,  YEAR,       ,            false
            13,     ,          PRIOR_YEAR, ,            true
            13,     ,          YEAR,       SUBORDINATE, true
            """)
    void proseIsHeldAgainstTheTable(
            String value, @Nullable Approximation approximation, Period period, @Nullable Scope scope, boolean agrees) {
        List<Finding> findings =
                check(reconsiderations(1, "10", "0", "0", "2", "12"), fact(value, approximation, period, scope));
        assertThat(findings)
                .extracting(Finding::rule)
                .isEqualTo(agrees ? List.of() : List.of("prose.contradicts-table"));
    }

    @Test
    void whereOneOfSeveralStatementsAgreesTheOthersAreItsParts() {
        assertThat(check(
                        reconsiderations(1, "10", "0", "0", "2", "12"),
                        fact("3", null, Period.YEAR, null),
                        fact("12", null, Period.YEAR, null)))
                .isEmpty();
    }

    @Test
    void moreThanTheWholeIsNoPartOfIt() {
        assertThat(check(
                        reconsiderations(1, "10", "0", "0", "2", "12"),
                        fact("12", null, Period.YEAR, null),
                        fact("31", null, Period.YEAR, null)))
                .extracting(finding -> finding.actual().value())
                .containsExactly(new BigDecimal("31"));
    }

    @Test
    void aNumberThatGoesOnBesideItsCellWasMisreadByUs() {
        CanonicalText text = CanonicalText.of("110 1 0 0 111");
        SourceDocument document =
                new SourceDocument("a.txt", "text/plain", "UTF-8", "", 0, text, List.of(), PageMap.NONE);
        Outline outline = new Outline(document, ReportTitle.UNKNOWN, List.of(), List.of());
        int[] places = {0, 4, 6, 8, 10};
        String[] values = {"1", "1", "0", "0", "111"};
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Span span = new Span(places[i], places[i] + values[i].length());
            cells.add(new Cell.Stated(
                    new CellKey("reconsideration", RESULTS.get(i)), new BigDecimal(values[i]), span, 1));
        }
        StatutoryTable table = new StatutoryTable("review_and_litigation", "2021", text.span(), cells);
        assertThat(Outcome.findings(checker.check(new Report(outline, List.of(table), List.of()), Comparison.NONE)))
                .extracting(Finding::severity, Finding::verdict)
                .containsExactly(tuple(Severity.WARNING, Verdict.LIKELY_MISREAD));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            请拨打13800138000咨询,      13800138000
            手机138-0013-8000,          13800138000
            卡号6222 0202 0011 2231 5,  62220202001122315
            编号a13800138000,           ''
            电话0512-88886666,          ''
            """)
    void numbersInGroupsAreOneNumber(String line, String digits) {
        String text = CanonicalText.of(line).folded();
        String found = PersonalNumbers.runs(text, new Span(0, text.length())).stream()
                .map(span -> PersonalNumbers.digits(text.substring(span.start(), span.end())))
                .collect(Collectors.joining(","));
        assertThat(found).isEqualTo(digits);
    }

    @Test
    void identityNumbersAreToldByTheirCheckDigit() {
        assertThat(PersonalNumbers.isMobileNumber("13800138000")).isTrue();
        assertThat(PersonalNumbers.isMobileNumber("12345678901")).isFalse();
        assertThat(PersonalNumbers.isIdentityNumber("11010519491231002X")).isTrue();
        assertThat(PersonalNumbers.isIdentityNumber("110105194912310021")).isFalse();
        assertThat(PersonalNumbers.isIdentityNumber("110105194913310021")).isFalse();
        assertThat(PersonalNumbers.isCardNumber("6222020200112231")).isFalse();
        assertThat(PersonalNumbers.isCardNumber("4111111111111111")).isTrue();
    }
}
