package io.mingjian.model.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// 比率与表一致: a percentage that the prose states without its figures is what the cells of a table give.
///
/// The quotients are the ways to count it, the usual one first. The prose is right where it fits any of them as
/// it is rounded.
///
/// @param metric    id of the metric, in percent
/// @param name      the metric in the clerk's words
/// @param table     id of the table
/// @param quotients the ways to count it
/// @param about     words of which one stands in the sentence that speaks of the table's matter
/// @param apart     words of which none stands in it: they speak of something else, which the table does not count
public record Ratio(
        Rule.Head head,
        String metric,
        String name,
        String table,
        List<Quotient> quotients,
        List<String> about,
        List<String> apart)
        implements Rule {
    public Ratio {
        quotients = List.copyOf(quotients);
        about = List.copyOf(about);
        apart = List.copyOf(apart);
    }

    @Override
    public String expression() {
        return metric + " = " + quotients.stream().map(Quotient::formula).collect(Collectors.joining(" | "));
    }

    @Override
    public Set<String> placeholders() {
        return Set.of("metric", "expected", "actual", "difference", "quote", "formula");
    }

    /// A sum of cells by another.
    public record Quotient(List<Term> part, List<Term> whole) {
        public Quotient {
            part = List.copyOf(part);
            whole = List.copyOf(whole);
        }

        String formula() {
            return "(" + Term.sum(part) + ") / (" + Term.sum(whole) + ")";
        }
    }
}
