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
                        cue(List.of(words("a"), words("b")), false, List.of()),
                        cue(List.of(words("c")), true, List.of("t")));
    }

    @Test
    void aClassStandsForItsWordsAloneAndWithinAWording() {
        MetricModel model = read("""
                {"classes": {"get": ["a", "b"], "thing": ["{get}x"], "last": {"words": ["l"], "year": -1}},
                 "metrics": [{"id": "m", "units": ["{get}", "u"], "cues": ["{get}…{thing}", "p{get}q", "{last}…r"]}]}
                """);
        MetricKind metric = model.metric("m").orElseThrow();
        assertThat(metric.units()).containsExactly("a", "b", "u");
        assertThat(metric.cues().stream().map(MetricCue::parts))
                .containsExactly(
                        List.of(words("a", "b"), words("ax", "bx")),
                        List.of(words("paq", "pbq")),
                        List.of(new MetricCue.Part(List.of("l"), -1), words("r")));
    }

    private static MetricCue cue(List<MetricCue.Part> parts, boolean weak, List<String> within) {
        return new MetricCue(parts, weak, !weak, within, List.of(), false, null, false);
    }

    private static MetricCue.Part words(String... words) {
        return new MetricCue.Part(List.of(words), null);
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
            {"metrics": [{"id": "m", "units": ["{x}"]}]}                            | no class of words in "{x}"
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
