package io.mingjian.metrics;

import io.mingjian.learning.Guess;
import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricModel;
import io.mingjian.model.SecondOpinion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Asks what was learnt about a number that no wording explains. Immutable, safe to share between threads.
final class OpinionReader {
    /// How many clues a decision is explained by.
    private static final int TOLD = 3;

    private final @Nullable SecondOpinion opinion;
    /// What the labels stand for; the one that stands for nothing is not among them.
    private final Map<String, MetricKind> metrics;

    /// @param opinion null where nothing was learnt
    OpinionReader(@Nullable SecondOpinion opinion, MetricModel model) {
        this.opinion = opinion;
        this.metrics =
                model.metrics().stream().collect(Collectors.toUnmodifiableMap(MetricKind::id, Function.identity()));
    }

    /// The metric that is probable enough, or that nothing says what the number counts.
    Choice of(Scene scene) {
        if (opinion == null) {
            return Choice.NOTHING;
        }
        List<String> clues = ClueReader.clues(scene);
        Quantity quantity = scene.window().quantity();
        Guess guess = opinion.classifier().guess(clues, label -> isPossible(metrics.get(label), quantity));
        MetricKind metric = metrics.get(guess.label());
        if (metric == null || guess.probability() < opinion.threshold().doubleValue()) {
            return Choice.NOTHING;
        }
        String told = String.join(" ", opinion.classifier().strongest(clues, guess.label(), TOLD));
        return new Choice(
                metric, Reason.LEARNED, null, String.format(Locale.ROOT, "%.2f %s", guess.probability(), told));
    }

    /// Whether the metric is counted in the quantity's unit; no metric, in any.
    private static boolean isPossible(@Nullable MetricKind metric, Quantity quantity) {
        if (metric == null) {
            return true;
        }
        String unit = quantity.unit();
        return unit == null
                ? !metric.units().contains("%")
                : metric.units().contains(unit) || metric.alsoIn().contains(unit);
    }
}
