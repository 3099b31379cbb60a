package io.mingjian.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.language.HanLpTokenizer;
import io.mingjian.learning.Classifier;
import io.mingjian.learning.Weight;
import io.mingjian.model.InvalidModel;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.ModelReader;
import io.mingjian.model.ReportModel;
import io.mingjian.model.SecondOpinion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What was learnt speaks where no wording does, and nowhere else.
class SecondOpinionTest {
    private static final ReportModel BUNDLED = FactScorer.bundledModel();
    private static final SecondOpinion.HeldOut HELD_OUT =
            new SecondOpinion.HeldOut(8, 6, new BigDecimal("0.9"), new BigDecimal("0.91"));

    /// An opinion that a number after 摆出 counts events.
    private static SecondOpinion opinion(int hundredths, String threshold) {
        Classifier classifier = new Classifier(
                List.of("events_held", SecondOpinion.NONE),
                Map.of("pair=摆出", List.of(new Weight(0, hundredths)), "unit=条", List.of(new Weight(1, 1))));
        return new SecondOpinion(classifier, new BigDecimal(threshold), HELD_OUT);
    }

    private static List<Candidate> candidates(@Nullable SecondOpinion opinion, String text) {
        ReportModel model = BUNDLED.with(opinion);
        return new MetricExtractor(model, new HanLpTokenizer(model.lexicon()))
                .candidates(FactScorer.outline(text), List.of());
    }

    @Test
    void explainsWhatNoWordingExplains() {
        String text = "全年摆出36场。";
        assertThat(candidates(null, text)).extracting(Candidate::reason).containsExactly(Candidate.Reason.NO_CUE);
        Candidate found = candidates(opinion(300, "0.6"), text).getFirst();
        assertThat(found.reason()).isEqualTo(Candidate.Reason.LEARNED);
        assertThat(found.wording()).isEqualTo("0.95 pair=摆出");
        assertThat(found.fact()).isNotNull().satisfies(fact -> {
            assertThat(fact.metric()).isEqualTo("events_held");
            assertThat(fact.value()).isEqualByComparingTo("36");
            assertThat(fact.confidence()).isEqualTo(0.7);
        });
    }

    @Test
    void staysSilentBelowItsThreshold() {
        String text = "全年摆出36场。";
        assertThat(candidates(opinion(50, "0.6"), text).getFirst().reason()).isEqualTo(Candidate.Reason.LEARNED);
        assertThat(candidates(opinion(50, "0.63"), text).getFirst().reason()).isEqualTo(Candidate.Reason.NO_CUE);
    }

    @Test
    void countsNothingInUnitsThatAreNotTheMetrics() {
        assertThat(candidates(opinion(900, "0.6"), "全年摆出36元。").getFirst().fact())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            摆出情况：主动公开信息36条。 | WEAK_CUE
            摆出展板，清理过期信息36次。 | UNRELATED
            摆出活动较上年增加36次。    | DIFFERENCE
            摆出第36次活动。           | LABEL
            """)
    void isNotAskedWhereAWordingTells(String text, Candidate.Reason reason) {
        assertThat(candidates(opinion(900, "0.1"), text))
                .extracting(Candidate::reason)
                .containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "labels": ["accounts_operated" | "labels": ["no_such_metric"      | no metric "no_such_metric"
            "threshold": 0.6              | "threshold": 1.1                 | outside 0..1
            "heldOut": {"claims": \\d+     | "heldOut": {"claims": -1         | right of -1
            (?m)^(  "before=.*?": ")\\d+:  | $1999:                           | no label 999
            (?m)^(  "before=.*?": ")\\d+:  | $1x:                             | is no label:hundredths
            """)
    void isCheckedLikeTheRestOfTheModel(String before, String after, String reason) {
        ModelFiles bundled = ModelFiles.bundled("government-information-disclosure");
        ModelFiles changed = name -> name.equals("second-opinion.json")
                ? bundled.read(name).replaceFirst(before.replace("{", "\\{").replace("[", "\\["), after)
                : bundled.read(name);
        assertThatThrownBy(() -> ModelReader.read(changed))
                .isInstanceOf(InvalidModel.class)
                .hasMessageContaining("second-opinion.json:")
                .hasMessageContaining(reason);
    }
}
