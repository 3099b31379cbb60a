package io.mingjian.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Holds what the extractor reaches on annotated material that lies beside the project, where it does.
class CorpusFactsTest {
    private static final Path SHARED = Path.of("../shared/corpus");

    @Test
    void findsTheFiguresOfWholeReports() throws IOException {
        FactScorer scorer = score(SHARED.resolve("seeds"), false);
        assertThat(scorer.f1("tp")).as(scorer.summary()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void findsTheFiguresOfPassages() throws IOException {
        FactScorer scorer = score(SHARED.resolve("passages.jsonl"), true);
        assertThat(scorer.f1("tp")).as(scorer.summary()).isGreaterThanOrEqualTo(0.95);
        assertThat(scorer.f1("full")).as(scorer.summary()).isGreaterThanOrEqualTo(0.92);
        assertThat(scorer.precision()).as(scorer.summary()).isGreaterThanOrEqualTo(0.96);
        assertThat(scorer.share("category")).as(scorer.summary()).isGreaterThanOrEqualTo(0.85);
        assertThat(scorer.share("approx")).as(scorer.summary()).isGreaterThanOrEqualTo(0.97);
    }

    private static FactScorer score(Path material, boolean passages) throws IOException {
        Assumptions.assumeTrue(Files.exists(material), material + " is not here");
        FactScorer scorer = new FactScorer(FactScorer.bundledModel());
        for (FactScorer.Case annotated : passages ? FactScorer.passages(material) : FactScorer.documents(material)) {
            scorer.score(annotated);
        }
        return scorer;
    }
}
