package io.mingjian.checks;

import io.mingjian.metrics.Fact;
import io.mingjian.outline.Outline;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One report, what it is compared with, and its prose, told from its tables once for all rules.
///
/// @param lost      the rows that each table seems to lack
/// @param sentences of the prose
/// @param facts     of the prose; a number of a table that was taken for prose is none
record Evidence(Report report, Comparison comparison, List<LostRows> lost, List<Span> sentences, List<Fact> facts) {
    static Evidence of(Report report, Comparison comparison, Wording wording) {
        List<LostRows> lost = report.tables().stream()
                .map(table -> LostRows.of(table, report, wording))
                .toList();
        List<Span> tables = new ArrayList<>();
        report.tables().forEach(table -> tables.add(table.span()));
        lost.forEach(rows -> rows.rest().ifPresent(tables::add));
        return new Evidence(
                report,
                comparison,
                lost,
                Sentences.of(report).stream()
                        .filter(sentence -> apart(sentence, tables))
                        .toList(),
                report.facts().stream()
                        .filter(fact -> apart(fact.valueSpan(), tables))
                        .toList());
    }

    private static boolean apart(Span place, List<Span> tables) {
        return tables.stream().noneMatch(place::overlaps);
    }

    LostRows lostRows(StatutoryTable table) {
        return lost.stream()
                .filter(rows -> rows.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    Outline outline() {
        return report.outline();
    }

    List<StatutoryTable> tables() {
        return report.tables();
    }

    List<StatutoryTable> tables(String id) {
        return report.tables(id);
    }

    boolean inTable(Span span) {
        return report.inTable(span);
    }

    /// The year reported on, or null.
    @Nullable
    Integer year() {
        return report.outline().title().year();
    }

    /// The sentence that holds the place, or the place itself where it is in none.
    Span sentence(Span place) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span sentence = sentences.get(middle);
            if (sentence.end() <= place.start()) {
                low = middle + 1;
            } else if (sentence.start() > place.start()) {
                high = middle - 1;
            } else {
                return sentence;
            }
        }
        return place;
    }

    /// Why nothing can be compared with the year before; null where it can.
    Outcome.@Nullable Reason withoutPrevious() {
        Report previous = comparison.previous();
        if (previous == null) {
            return Outcome.Reason.NO_PREVIOUS;
        }
        Integer year = year();
        Integer before = previous.outline().title().year();
        return year != null && before != null && before != year - 1 ? Outcome.Reason.PREVIOUS_OF_OTHER_YEAR : null;
    }
}
