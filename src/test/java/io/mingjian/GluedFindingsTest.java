package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.checks.Finding;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Verdict;
import io.mingjian.extract.Extraction;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Figures without anything between them that add up in no way: nobody is accused, and the finding says how
/// they were taken apart.
class GluedFindingsTest {
    private static final String TITLE = "柳溪县水务局2021年政府信息公开工作年度报告\n";
    private static final String REVIEWS =
            TITLE + "四、政府信息公开行政复议、行政诉讼情况\n行政复议行政诉讼\n" + "未经复议直接起诉复议后起诉\n结果维持结果纠正其他结果尚未审结总计\n";

    private static List<Finding> findings(String text, String rule) {
        Extraction extraction = Cores.extract(text);
        return Outcome.findings(extraction.outcomes()).stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    @Test
    void reviewsSayWhichGroupDoesNotAddUp() {
        List<Finding> findings = findings(REVIEWS + "24811135720103702110\n", "review_and_litigation.total");
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().verdict()).isEqualTo(Verdict.LIKELY_MISREAD);
        assertThat(findings.getFirst().message())
                .contains("行政复议", "应为56", "实为57", "“248111357”", "结果维持24、结果纠正8、其他结果11、尚未审结13、总计57");
        assertThat(findings(REVIEWS + "24811135620103702110\n", "review_and_litigation.total"))
                .isEmpty();
    }

    @Test
    void applicationsSayHowTheRowWasTakenApart() {
        StringBuilder lines = new StringBuilder(TITLE + "三、收到和处理政府信息公开申请情况\n");
        Fixtures.MODEL.forms().getFirst().tables().stream()
                .filter(table -> table.id().equals("applications"))
                .flatMap(table -> table.rows().stream())
                .forEach(row -> lines.append(row.label().wording())
                        .append(
                                switch (row.label().id()) {
                                    case "new_received", "total" -> "123000015";
                                    case "granted" -> "172000014";
                                    case "partly_granted" -> "0100001";
                                    default -> "0000000";
                                })
                        .append('\n'));
        List<Finding> findings = findings(lines.toString(), "applications.row-sum");
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().verdict()).isEqualTo(Verdict.LIKELY_MISREAD);
        assertThat(findings.getFirst().message()).contains("“172000014”", "自然人17、商业企业2、", "总计14");
    }
}
