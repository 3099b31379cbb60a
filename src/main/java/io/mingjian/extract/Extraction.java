package io.mingjian.extract;

import io.mingjian.checks.Finding;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.metrics.Fact;
import io.mingjian.outline.Outline;
import io.mingjian.tables.StatutoryTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that was found in one document.
///
/// @param model id of the model it was read with
/// @param form  the form its tables follow (`2021`, `2019`, `hybrid`, `pre2019`), or null where it has none
public record Extraction(
        String model,
        @Nullable String form,
        Outline outline,
        List<StatutoryTable> tables,
        List<Fact> facts,
        List<Finding> findings) {
    public Extraction {
        tables = List.copyOf(tables);
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
    }

    public SourceDocument document() {
        return outline.document();
    }
}
