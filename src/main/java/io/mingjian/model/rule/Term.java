package io.mingjian.model.rule;

import java.util.List;
import java.util.stream.Collectors;

/// A cell of a sum: `row` may end in `*` like the terms of an [Identity]; `minus` takes it away.
public record Term(String row, String column, boolean minus) {
    /// `row/column`.
    public String name() {
        return row + "/" + column;
    }

    /// The sum as a formula.
    static String sum(List<Term> terms) {
        return terms.stream()
                .map(term -> (term.minus() ? "− " : "+ ") + term.name())
                .collect(Collectors.joining(" "))
                .substring(2);
    }
}
