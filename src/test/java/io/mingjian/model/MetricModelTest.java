package io.mingjian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricModelTest {

    @Test
    void readsAMetricWithItsCues() {
        MetricModel model = read("""
                {"topics": [{"id": "t", "words": ["topic"]}],
                 "metrics": [{"id": "m", "topic": "t", "units": ["u"],
                   "cues": ["a…b", {"words": ["c"], "weak": true, "within": ["t"]}]}]}
                """);
        MetricKind metric = model.metric("m").orElseThrow();
        assertThat(metric.cues())
                .containsExactly(
                        new MetricCue(List.of("a", "b"), false, true, List.of(), null),
                        new MetricCue(List.of("c"), true, false, List.of("t"), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"metrix": []}                                                          | "metrix" is not known here
            {"metrics": [{"id": "m", "units": [], "que": []}]}                      | "que" is not known here
            {"metrics": [{"id": "m", "units": []}, {"id": "m", "units": []}]}       | metric "m" is given twice
            {"metrics": [{"id": "m", "units": [], "topic": "x"}]}                   | no topic "x"
            {"metrics": [{"id": "m", "units": [], "cues": ["…b"]}]}                 | has an empty part
            {"metrics": [{"id": "m", "units": [], "echoes": [{"of": "x"}]}]}        | no metric "x"
            {"columns": [{"metric": "x", "words": ["w"]}]}                          | no metric "x"
            {"marks": [{"id": "nothing", "words": []}]}                             | is none of
            {"script": {"written": "ab", "read": "a"}}                              | "written" has 2 characters
            """)
    void refusesAMistakeWithItsPlace(String json, String reason) {
        assertThatThrownBy(() -> read("\n" + json))
                .isInstanceOf(InvalidModel.class)
                .hasMessageStartingWith("metrics.json:2: ")
                .hasMessageContaining(reason);
    }

    private static MetricModel read(String json) {
        return MetricModel.read(Node.parse("metrics.json", json));
    }
}
