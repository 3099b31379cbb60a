package io.mingjian.model.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// 比例与增幅: a percentage of the prose is what the stated figures give.
///
/// @param words what the check reads by: `share`, `up`, `down`, `since`, `last`, `joint`, `about`, and what only
/// looks like it
public record Rate(Rule.Head head, Map<String, List<String>> words) implements Rule {
    /// The lists of words that a rate is read by.
    public static final Set<String> WORDS =
            Set.of("share", "up", "down", "since", "last", "about", "joint", "uncounted");

    public Rate {
        Map<String, List<String>> copy = new TreeMap<>();
        words.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        words = Map.copyOf(copy);
    }

    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public String expression() {
        return "share = part / whole, growth = (this − last) / last";
    }

    @Override
    public Set<String> placeholders() {
        return Set.of("expected", "actual", "difference", "quote", "formula");
    }
}
