package io.mingjian.tables;

import io.mingjian.model.ReportModel;
import io.mingjian.outline.Outline;
import java.util.List;
import java.util.Objects;

/// Aligns what stands in the sections to the forms of the model. Safe to share between threads.
public final class TableAligner {
    private final ReportModel model;

    public TableAligner(ReportModel model) {
        this.model = Objects.requireNonNull(model);
    }

    public List<StatutoryTable> align(Outline outline) {
        Objects.requireNonNull(model);
        return List.of();
    }
}
