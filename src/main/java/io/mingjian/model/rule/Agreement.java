package io.mingjian.model.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// 表文一致: what the prose states of a metric equals what a table states.
///
/// A reading is a sum of cells; the first is the usual one, the others are other ways to count. The prose agrees
/// where it agrees with any.
///
/// @param metric id of the metric
/// @param name   the metric in the clerk's words
/// @param table  id of the table
/// @param wordings words of a sentence that speaks of a narrower scope than the table
/// @param apart  words of a statement that counts something else in the same words: drafts are no documents issued
public record Agreement(
        Rule.Head head,
        String metric,
        String name,
        String table,
        List<List<Term>> readings,
        List<String> wordings,
        List<String> apart)
        implements Rule {
    public Agreement {
        readings = readings.stream().map(List::copyOf).toList();
        wordings = List.copyOf(wordings);
        apart = List.copyOf(apart);
    }

    @Override
    public String expression() {
        return metric + " = " + readings.stream().map(Term::sum).collect(Collectors.joining(" | "));
    }

    @Override
    public Set<String> placeholders() {
        return Set.of("metric", "place", "expected", "actual", "difference", "quote");
    }
}
