package io.mingjian.model.rule;

import java.util.List;
import java.util.Set;

/// 勾稽关系: the sum of the left cells equals the sum of the right cells.
///
/// Both sides are ids along `axis`, `denied*` standing for `denied` and whatever begins with `denied.`; the rule
/// holds for each index of the other axis separately, in tables whose form has all of the terms.
///
/// @param table       id of the table
/// @param axis        what the terms are
/// @param definitions other ways to count that writers are known for: where one of them holds, the writer counts
///                    differently rather than wrongly
public record Identity(
        Rule.Head head, String table, Axis axis, List<String> left, List<String> right, List<Definition> definitions)
        implements Rule {
    public Identity {
        left = List.copyOf(left);
        right = List.copyOf(right);
        definitions = List.copyOf(definitions);
    }

    /// The two sums.
    public Formula formula() {
        return new Formula(left, right);
    }

    @Override
    public String expression() {
        return table + ": " + String.join(" + ", left) + " = " + String.join(" + ", right);
    }

    @Override
    public Set<String> placeholders() {
        return Set.of("place", "expected", "actual", "difference");
    }

    /// Two sums that should be equal.
    public record Formula(List<String> left, List<String> right) {
        public Formula {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /// Another way to count, and what to call it.
    public record Definition(String name, Formula formula) {}
}
