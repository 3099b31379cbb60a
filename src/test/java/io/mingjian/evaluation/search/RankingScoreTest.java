package io.mingjian.evaluation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mingjian.evaluation.search.Topics.Topic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingScoreTest {
    private static final List<Topic> TOPICS = List.of(new Topic("1", "word", "甲"), new Topic("2", "word", "乙"));
    private static final Map<String, Map<String, Integer>> RIGHT =
            Map.of("1", Map.of("a", 2, "b", 1), "2", Map.of("c", 1));

    @Test
    void givesThePerfectListEveryPoint() {
        assertThat(RankingScore.of(
                        TOPICS, RIGHT, (query, limit) -> query.equals("甲") ? List.of("a", "b") : List.of("c")))
                .isEqualTo(new RankingScore(2, 1, 1, 1, 0));
    }

    @Test
    void countsRanksGradesAndEmptyAnswers() {
        RankingScore score = RankingScore.of(
                TOPICS, RIGHT, (query, limit) -> query.equals("甲") ? List.of("x", "b") : List.<String>of());
        assertThat(score.mrr()).isEqualTo(0.25);
        assertThat(score.recall()).isEqualTo(0.25);
        assertThat(score.nothing()).isEqualTo(0.5);
        // One right of grade 1 at the second place: 1/log2(3) of 3 + 1/log2(3).
        assertThat(score.ndcg()).isCloseTo(0.6309 / 3.6309 / 2, within(0.0001));
    }
}
