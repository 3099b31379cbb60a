package io.mingjian.model.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// 部分与总数: what the prose states of parts adds up to what it states of their whole, or does not exceed it.
///
/// @param name     the whole in the clerk's words
/// @param wholes   sums of metrics, each a way to count the whole
/// @param parts    metrics; empty where the parts are the whole's own counts by channel in the same sentence
/// @param complete whether the parts, where all are stated, are the whole
/// @param table    id of the table of the readings
/// @param readings sums of cells that may be the whole too
/// @param wordings words that open a list of parts
public record Partition(
        Rule.Head head,
        String name,
        List<List<String>> wholes,
        List<String> parts,
        boolean complete,
        String table,
        List<List<Term>> readings,
        List<String> wordings)
        implements Rule {
    public Partition {
        wholes = wholes.stream().map(List::copyOf).toList();
        parts = List.copyOf(parts);
        readings = readings.stream().map(List::copyOf).toList();
        wordings = List.copyOf(wordings);
    }

    @Override
    public String expression() {
        String whole = wholes.stream().map(sum -> String.join(" + ", sum)).collect(Collectors.joining(" | "));
        String sum = parts.isEmpty() ? "Σ channel" : String.join(" + ", parts);
        return sum + (complete ? " = " : " ≤ ") + whole;
    }

    @Override
    public Set<String> placeholders() {
        return Set.of("metric", "expected", "actual", "difference", "quote");
    }
}
