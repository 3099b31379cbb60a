package io.mingjian.checks;

import io.mingjian.metrics.Fact;
import io.mingjian.outline.Outline;
import io.mingjian.outline.Section;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.Span;
import java.util.List;

/// What the earlier stages found in one document, which rules are held against.
public record Report(Outline outline, List<StatutoryTable> tables, List<Fact> facts) {
    public Report {
        tables = List.copyOf(tables);
        facts = List.copyOf(facts);
    }

    List<StatutoryTable> tables(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).toList();
    }

    List<Section> sections(String id) {
        return outline.sections().stream()
                .filter(section -> section.id().equals(id))
                .toList();
    }

    boolean inTable(Span span) {
        for (StatutoryTable table : tables) {
            if (table.span().overlaps(span)) {
                return true;
            }
        }
        return false;
    }
}
