package io.mingjian.model.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// 异常波动: a cell that is out of all proportion to the year before, or too large for the unit of its column.
///
/// @param cells  the cells looked at
/// @param factor how many times as large, or as small, is unlikely
/// @param least  a smaller difference is never told
/// @param most   a larger number is unlikely at all, or null
public record Plausibility(
        Rule.Head head,
        String table,
        List<Term> cells,
        BigDecimal factor,
        BigDecimal least,
        @Nullable BigDecimal most) implements Rule {
    public Plausibility {
        cells = List.copyOf(cells);
    }

    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public String expression() {
        String names = table + ": " + cells.stream().map(Term::name).collect(Collectors.joining(", "));
        return most == null
                ? names + " ≤ last × " + factor.toPlainString() + ", ≥ last / " + factor.toPlainString()
                        + ", from a difference of " + least.toPlainString()
                : names + " ≤ " + most.toPlainString();
    }

    @Override
    public Set<String> placeholders() {
        return Set.of("place", "expected", "actual", "difference", "factor", "least");
    }
}
