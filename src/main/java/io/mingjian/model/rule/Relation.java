package io.mingjian.model.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// 年际衔接: a cell that follows from others, perhaps from those of the unit's report of the year before.
///
/// Like an [Identity] it holds for each index of the other axis; indexes that the terms do not have are passed
/// over.
///
/// @param left  the sum in question
/// @param right what it should be, or should at least be
/// @param wordings how reports say why they differ: a line with one of them explains it
public record Relation(
        Rule.Head head,
        String table,
        Axis axis,
        Comparator comparator,
        List<Operand> left,
        List<Operand> right,
        List<String> wordings)
        implements Rule {
    public Relation {
        left = List.copyOf(left);
        right = List.copyOf(right);
        wordings = List.copyOf(wordings);
    }

    /// Whether it needs the report of the year before.
    @Override
    public boolean looksBack() {
        return Stream.concat(left.stream(), right.stream()).anyMatch(Operand::lastYear);
    }

    @Override
    public String expression() {
        return table + ": " + sum(left) + (comparator == Comparator.EQUAL ? " = " : " ≥ ") + sum(right);
    }

    private static String sum(List<Operand> operands) {
        return operands.stream()
                .map(operand -> (operand.minus() ? "− " : "+ ") + (operand.lastYear() ? "last:" : "") + operand.term())
                .collect(Collectors.joining(" "))
                .substring(2);
    }

    @Override
    public Set<String> placeholders() {
        return Set.of("place", "expected", "actual", "difference");
    }

    /// How the two sides of a [Relation] compare.
    public enum Comparator {
        EQUAL,
        AT_LEAST
    }

    /// A term of a sum; `lastYear` takes it from the report of the year before.
    public record Operand(String term, boolean minus, boolean lastYear) {}
}
