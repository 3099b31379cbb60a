package io.mingjian.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The scores of a corpus, case by case, and what they add up to.
public record ScoreSheet(List<Score> scores) {
    public ScoreSheet {
        scores = List.copyOf(scores);
    }

    /// A group of claims of similar confidence: how sure the extractor was on average, and how often it was right.
    public record Reliability(double from, double to, int claims, double meanConfidence, double accuracy) {}

    /// All scores as one.
    public Score total() {
        Map<Figure, Integer> counts = new EnumMap<>(Figure.class);
        TreeMap<String, Rate> strict = new TreeMap<>();
        TreeMap<String, Rate> lenient = new TreeMap<>();
        TreeMap<String, Integer> cells = new TreeMap<>();
        TreeMap<String, Integer> confusions = new TreeMap<>();
        List<Score.Trust> trusts = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (Score score : scores) {
            score.counts().forEach((figure, count) -> counts.merge(figure, count, Integer::sum));
            score.strict().forEach((metric, rate) -> strict.merge(metric, rate, Rate::plus));
            score.lenient().forEach((metric, rate) -> lenient.merge(metric, rate, Rate::plus));
            score.cells().forEach((state, count) -> cells.merge(state, count, Integer::sum));
            score.confusions().forEach((kind, count) -> confusions.merge(kind, count, Integer::sum));
            trusts.addAll(score.trusts());
            errors.addAll(score.errors());
        }
        return new Score("total", counts, strict, lenient, cells, confusions, trusts, errors, null, medianTime());
    }

    /// Cases that could not be read, with the reason.
    public List<String> failures() {
        List<String> failures = new ArrayList<>();
        for (Score score : scores) {
            if (score.failure() != null) {
                failures.add(score.failure());
            }
        }
        return failures;
    }

    /// The upper median, as the judges' script has it; zero for an empty corpus.
    public Duration medianTime() {
        List<Duration> sorted = scores.stream().map(Score::time).sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
    }

    /// The cases where most went wrong, the worst first; sound ones are not among them.
    public List<Score> worst(int limit) {
        return scores.stream()
                .filter(score -> score.damage() > 0)
                .sorted(Comparator.comparingInt(Score::damage).reversed().thenComparing(Score::name))
                .limit(limit)
                .toList();
    }

    /// Whether a confidence means what it says: claims in ten groups, empty ones left out.
    public List<Reliability> reliability() {
        List<Score.Trust> trusts = total().trusts();
        List<Reliability> groups = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int group = i;
            List<Score.Trust> members = trusts.stream()
                    .filter(trust -> Math.min(9, (int) (trust.confidence() * 10)) == group)
                    .toList();
            if (!members.isEmpty()) {
                groups.add(new Reliability(
                        i / 10.0,
                        (i + 1) / 10.0,
                        members.size(),
                        members.stream()
                                .mapToDouble(Score.Trust::confidence)
                                .average()
                                .orElse(0),
                        (double) members.stream().filter(Score.Trust::right).count() / members.size()));
            }
        }
        return groups;
    }
}
