package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjian.checks.Comparison;
import io.mingjian.checks.Finding;
import io.mingjian.checks.Severity;
import io.mingjian.checks.Verdict;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.Upload;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the rules make of real and realistic reports.
class SharedChecksTest {
    private static Extraction extract(String name) {
        Path file = Fixtures.shared(name);
        return Cores.EXTRACTOR.extract(new Upload(String.valueOf(file.getFileName()), null, file));
    }

    @Test
    void theRealReportHasTwoErrorsOfTableFour() {
        assertThat(extract("real/hongze-2023.pdf").findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::rule, Finding::place, Finding::verdict)
                .containsExactly(
                        tuple("review_and_litigation.total", "行政复议", Verdict.LIKELY_MISREPORTED),
                        tuple("review_and_litigation.total", "复议后起诉", Verdict.LIKELY_MISREPORTED));
    }

    @Test
    void theOtherYearShowsWhatWasNotCarriedOver() {
        Extraction before = extract("documents/t07_jtzf2022_md.md");
        Extraction now = extract("documents/t49_err_carry.txt");
        List<Finding> findings = Cores.EXTRACTOR
                .recheck(now, Comparison.with(before.report()), List.of())
                .findings();
        assertThat(findings)
                .extracting(
                        Finding::rule,
                        finding -> finding.expected().value(),
                        finding -> finding.actual().value())
                .contains(
                        tuple("continuity.carried-over", new BigDecimal(111), new BigDecimal(109)),
                        tuple("continuity.in-force", new BigDecimal(467), new BigDecimal(477)));
        assertThat(now.findings()).extracting(Finding::rule).doesNotContain("continuity.carried-over");
    }

    @Test
    void aNarrowerScopeIsADifferenceOfDefinition() {
        assertThat(extract("documents/t60_mergedother_odt.odt").findings())
                .extracting(Finding::rule, Finding::severity, Finding::verdict)
                .containsExactly(tuple("prose.contradicts-table", Severity.WARNING, Verdict.DEFINITION_DIFFERS));
    }

    @Test
    void theCellThatMendsBothSumsIsNamed() {
        assertThat(extract("documents/t45_err_rowsum.html").findings())
                .hasSize(2)
                .allMatch(finding -> finding.message().endsWith("由33改为31，则都成立"));
    }
}
