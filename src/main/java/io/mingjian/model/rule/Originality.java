package io.mingjian.model.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// 照抄: a section is not last year's, nor that of another unit.
///
/// @param sections   ids of the sections looked at
/// @param share      from which share of its characters in sentences that stand there too a section is copied
/// @param characters shorter sections are not looked at
/// @param names      what to call the one copied from: `previous`, `other`
public record Originality(
        Rule.Head head, List<String> sections, BigDecimal share, int characters, Map<String, String> names)
        implements Rule {
    public Originality {
        sections = List.copyOf(sections);
        names = Map.copyOf(names);
    }

    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public String expression() {
        return "copied(" + String.join(", ", sections) + ") < " + share.toPlainString();
    }

    @Override
    public Set<String> placeholders() {
        return Set.of("section", "source", "actual", "count");
    }
}
