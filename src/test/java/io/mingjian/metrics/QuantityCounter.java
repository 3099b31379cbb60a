package io.mingjian.metrics;

import io.mingjian.model.ReportModel;

/// Lets a benchmark of another package time the lexer alone.
public final class QuantityCounter {
    private final QuantityLexer lexer;

    public QuantityCounter(ReportModel model) {
        this.lexer = new QuantityLexer(model.metrics());
    }

    /// How many quantities the text has.
    public int count(String text) {
        return lexer.quantities(text).size();
    }
}
