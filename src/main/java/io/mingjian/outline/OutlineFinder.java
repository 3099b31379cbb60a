package io.mingjian.outline;

import io.mingjian.ingest.SourceDocument;
import io.mingjian.model.ReportModel;
import java.util.List;
import java.util.Objects;

/// Finds title and sections. Safe to share between threads.
public final class OutlineFinder {
    private final ReportModel model;

    public OutlineFinder(ReportModel model) {
        this.model = Objects.requireNonNull(model);
    }

    public Outline find(SourceDocument document) {
        Objects.requireNonNull(model);
        return new Outline(document, ReportTitle.UNKNOWN, document.blocks(), List.of());
    }
}
