package io.mingjian.metrics;

import io.mingjian.learning.Guess;
import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.metrics.MetricChoice.Choice;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricModel;
import io.mingjian.model.SecondOpinion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks what was learnt about a number that no wording explains. Immutable, safe to share between threads.
final class OpinionReader {
    /// How many clues a decision is explained by.
    private static final int TOLD = 3;

    private static final Choice NOTHING = new Choice(null, Reason.NO_CUE, null);

    private final @Nullable SecondOpinion opinion;
    private final MetricModel model;

    /// @param opinion null where nothing was learnt
    OpinionReader(@Nullable SecondOpinion opinion, MetricModel model) {
        this.opinion = opinion;
        this.model = model;
    }

    /// The metric that is probable enough, or that nothing says what the number counts.
    Choice of(Scene scene) {
        if (opinion == null) {
            return NOTHING;
        }
        List<String> clues = ClueReader.clues(scene);
        Quantity quantity = scene.window().quantity();
        Guess guess = opinion.classifier()
                .guess(clues, label -> label.equals(SecondOpinion.NONE) || isCounted(label, quantity));
        Optional<MetricKind> metric = model.metric(guess.label());
        if (metric.isEmpty() || guess.probability() < opinion.threshold().doubleValue()) {
            return NOTHING;
        }
        String told = String.join(" ", opinion.classifier().strongest(clues, guess.label(), TOLD));
        return new Choice(
                metric.get(), Reason.LEARNED, null, String.format(Locale.ROOT, "%.2f %s", guess.probability(), told));
    }

    /// Whether the metric is counted in the quantity's unit.
    private boolean isCounted(String label, Quantity quantity) {
        List<String> units = model.metric(label).map(MetricKind::units).orElse(List.of());
        if (quantity.unit() == null) {
            return !units.contains("%");
        }
        return units.contains(quantity.unit())
                || model.metric(label)
                        .filter(kind -> kind.alsoIn().contains(quantity.unit()))
                        .isPresent();
    }
}
