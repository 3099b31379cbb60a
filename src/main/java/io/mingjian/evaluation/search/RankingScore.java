package io.mingjian.evaluation.search;

import io.mingjian.evaluation.search.Topics.Topic;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/// How well ranked lists answer topics, each measure the mean over the topics, from 0 to 1.
///
/// @param ndcg    nDCG@10, gain 2^grade − 1
/// @param mrr     MRR@10
/// @param recall  recall@50
/// @param nothing share of topics for which nothing was found
public record RankingScore(int topics, double ndcg, double mrr, double recall, double nothing) {
    private static final int TOP = 10;
    private static final int DEEP = 50;

    /// Asks all topics.
    ///
    /// @param engine query and limit → the names of what is found, the best first
    public static RankingScore of(
            List<Topic> asked,
            Map<String, Map<String, Integer>> relevant,
            BiFunction<String, Integer, List<String>> engine) {
        double ndcg = 0;
        double mrr = 0;
        double recall = 0;
        int nothing = 0;
        for (Topic topic : asked) {
            Map<String, Integer> right = relevant.getOrDefault(topic.id(), Map.of());
            List<String> found = engine.apply(topic.query(), DEEP);
            ndcg += ndcg(found, right);
            mrr += reciprocalRank(found, right);
            recall += recall(found, right);
            nothing += found.isEmpty() ? 1 : 0;
        }
        int count = Math.max(1, asked.size());
        return new RankingScore(asked.size(), ndcg / count, mrr / count, recall / count, (double) nothing / count);
    }

    private static double ndcg(List<String> found, Map<String, Integer> right) {
        List<Integer> ideal = right.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(TOP)
                .toList();
        double best = gain(ideal);
        return best == 0
                ? 0
                : gain(found.stream()
                                .limit(TOP)
                                .map(name -> right.getOrDefault(name, 0))
                                .toList())
                        / best;
    }

    private static double gain(List<Integer> grades) {
        return IntStream.range(0, grades.size())
                .mapToDouble(i -> (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2.0) / Math.log(2)))
                .sum();
    }

    private static double reciprocalRank(List<String> found, Map<String, Integer> right) {
        for (int i = 0; i < Math.min(TOP, found.size()); i++) {
            if (right.containsKey(found.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    /// Of more than fifty right ones no list of fifty can hold all: fifty are all then.
    private static double recall(List<String> found, Map<String, Integer> right) {
        long hits = found.stream().limit(DEEP).filter(right::containsKey).count();
        return right.isEmpty() ? 0 : (double) hits / Math.min(DEEP, right.size());
    }
}
