package io.mingjian.extract;

import io.mingjian.checks.Finding;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Report;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.metrics.Fact;
import io.mingjian.outline.Outline;
import io.mingjian.tables.StatutoryTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that was found in one document.
///
/// @param model id of the model it was read with
/// @param outcomes what became of every rule, everywhere
/// @param form  the form its tables follow (`2021`, `2019`, `hybrid`, `pre2019`), or null where it has none
public record Extraction(
        String model,
        @Nullable String form,
        Outline outline,
        List<StatutoryTable> tables,
        List<Fact> facts,
        List<Outcome> outcomes) {
    public Extraction {
        tables = List.copyOf(tables);
        facts = List.copyOf(facts);
        outcomes = List.copyOf(outcomes);
    }

    /// The claims that do not hold and that nobody accepted.
    public List<Finding> findings() {
        return Outcome.findings(outcomes);
    }

    /// What rules are held against, and what a later report is compared with.
    public Report report() {
        return new Report(outline, tables, facts);
    }

    public SourceDocument document() {
        return outline.document();
    }
}
