package io.mingjian.extract;

import io.mingjian.ingest.SourceDocument;
import io.mingjian.metrics.Fact;
import io.mingjian.tables.Cell;
import io.mingjian.tables.StatutoryTable;
import java.util.List;

/// How far what was found can be trusted, given how its text was read: what was recognised from pictures may
/// hold wrong characters, and a wrong digit looks like any other.
record ReadingDoubt(double trust) {
    private static final double RECOGNIZED = 0.7;

    static ReadingDoubt of(SourceDocument document) {
        return new ReadingDoubt(document.recognized() ? RECOGNIZED : 1);
    }

    List<StatutoryTable> tables(List<StatutoryTable> tables) {
        if (trust == 1) {
            return tables;
        }
        return tables.stream()
                .map(table -> new StatutoryTable(
                        table.id(),
                        table.form(),
                        table.span(),
                        table.cells().stream().map(this::cell).toList()))
                .toList();
    }

    private Cell cell(Cell cell) {
        return switch (cell) {
            case Cell.Stated stated ->
                new Cell.Stated(stated.key(), stated.value(), stated.span(), rounded(stated.confidence()));
            case Cell.Blank blank -> blank;
            case Cell.NotApplicable none -> none;
            case Cell.Absent absent -> absent;
            case Cell.Illegible illegible -> illegible;
        };
    }

    List<Fact> facts(List<Fact> facts) {
        if (trust == 1) {
            return facts;
        }
        return facts.stream().map(fact -> fact.with(rounded(fact.confidence()))).toList();
    }

    private double rounded(double confidence) {
        return Math.round(confidence * trust * 1000) / 1000.0;
    }
}
