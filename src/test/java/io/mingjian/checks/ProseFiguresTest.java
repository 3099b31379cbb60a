package io.mingjian.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Fixtures;
import io.mingjian.outline.Outline;
import io.mingjian.outline.ReportTitle;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Percentages are recomputed from what stands beside them.
class ProseFiguresTest {
    private final Checker checker = new Checker(Fixtures.MODEL);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # sentence                                                                  | what becomes of the rates
            主动公开信息180条，其中工作动态36条，占比20%；通知公告99条，占比55%。           | SS
            主动公开信息180条，其中工作动态36条，占比25%。                                | V
            全年接听146次来电，业务咨询119次(占比81.5%)。                                 | S
            全年收到申请5件，其中信函申请3件，占总数的60%；当面申请2件，占总数的40%。       | SS
            公开信息318条，较上年增加27条，增长9.28%。                                    | S
            公开信息318条，较上年增加27条，增长9.27%。                                    | S
            公开信息318条，较上年增加27条，增长9.3%。                                     | S
            公开信息318条，较上年增加27条，增长8.5%。                                     | V
            公开信息318条，较上年增加27条，增长约9.2%。                                   | S
            收到申请30件，比上年的40件下降25%。                                          | S
            收到申请30件，比上年的40件增长-25%。                                         | S
            收到申请30件，比上年的40件增长-33.3%。                                       | V
            收到申请30件，比上年的40件下降33.3%。                                        | V
            受理申请141件，相较2024年减少39.0%。                                         | ?
            政策法规类15条，占12.5%；机构职能类9条，占7.5%。                              | ??
            收到申请1488件（上年度结转17件，结转下年度9件，同比下降6.1%）。                   | ?
            受理申请871件，较去年回落11.9%；答复812件（含上年度结转申请19件）。              | ?
            办结率100%，满意度98%。                                                     | ''
            同比增长百分之五十，由20件增加到30件。                                        | ?
            """)
    void percentagesAreRecomputed(String sentence, String expected) {
        StringBuilder found = new StringBuilder();
        for (Outcome outcome : outcomes(sentence)) {
            found.append(
                    switch (outcome) {
                        case Outcome.Satisfied ignored -> 'S';
                        case Outcome.Violated ignored -> 'V';
                        case Outcome.Waived ignored -> 'W';
                        case Outcome.NotEvaluated open -> open.reason() == Outcome.Reason.AMBIGUOUS ? "?" : "";
                    });
        }
        assertThat(found).hasToString(expected);
    }

    private List<Outcome> outcomes(String sentence) {
        Outline outline = new Outline(Fixtures.document(sentence), ReportTitle.UNKNOWN, List.of(), List.of());
        return checker.check(new Report(outline, List.of(), List.of()), Comparison.NONE).stream()
                .filter(outcome -> outcome.rule().equals("prose.rate"))
                .toList();
    }
}
