package io.mingjian.checks;

import io.mingjian.metrics.Fact;
import io.mingjian.outline.Outline;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One report, what it is compared with, and its prose cut into sentences once for all rules.
record Evidence(Report report, Comparison comparison, List<Span> sentences) {
    static Evidence of(Report report, Comparison comparison) {
        return new Evidence(report, comparison, Sentences.of(report));
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

    List<Fact> facts() {
        return report.facts();
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
