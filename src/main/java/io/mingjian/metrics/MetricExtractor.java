package io.mingjian.metrics;

import io.mingjian.language.Tokenizer;
import io.mingjian.model.ReportModel;
import io.mingjian.outline.Outline;
import io.mingjian.text.Span;
import java.util.List;
import java.util.Objects;

/// Extracts the figures of the prose. Safe to share between threads.
public final class MetricExtractor {
    private final ReportModel model;
    private final Tokenizer tokenizer;

    public MetricExtractor(ReportModel model, Tokenizer tokenizer) {
        this.model = Objects.requireNonNull(model);
        this.tokenizer = Objects.requireNonNull(tokenizer);
    }

    /// The facts of the outline's prose in the order of their places.
    ///
    /// @param tables spans that are tables, to be left out
    public List<Fact> extract(Outline outline, List<Span> tables) {
        Objects.requireNonNull(model);
        Objects.requireNonNull(tokenizer);
        return List.of();
    }
}
