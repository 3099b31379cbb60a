package io.mingjian.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.language.HanLpTokenizer;
import io.mingjian.model.ReportModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The patterns in which reports write figures, each with a passage of its own: what is stated is found with
/// its channel and its time, and nothing else is.
class PatternsTest {
    private static final ReportModel MODEL = FactScorer.bundledModel();
    private static final MetricExtractor EXTRACTOR = new MetricExtractor(MODEL, new HanLpTokenizer(MODEL.lexicon()));

    /// Passages that are not read right yet. One that is by now is taken out of here. What surrounds a page on the web
    /// (`pk128`) is left out before prose is read.
    private static final Set<String> NOT_YET = Set.of("pk043", "pk055", "pk085", "pk128");

    static Stream<FactScorer.Case> passages() throws IOException {
        return FactScorer.passages(Path.of("corpus/passages-7.jsonl")).stream();
    }

    @ParameterizedTest
    @MethodSource("passages")
    void readsEveryPatternButThoseThatAreNamed(FactScorer.Case passage) {
        FactScorer scorer = new FactScorer(EXTRACTOR);
        scorer.score(passage);
        boolean right =
                scorer.count("fp") == 0 && scorer.count("fn") == 0 && scorer.count("full") == scorer.count("tp");
        assertThat(right).as("%s %s", passage.text(), scorer.errors()).isNotEqualTo(NOT_YET.contains(passage.id()));
    }
}
