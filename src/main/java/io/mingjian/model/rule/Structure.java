package io.mingjian.model.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a report consists of and must not contain.
///
/// @param wordings what the aspect looks for, where it looks for words
/// @param names    what to call what it finds, where it tells several things apart
public record Structure(Rule.Head head, Aspect aspect, List<String> wordings, Map<String, String> names)
        implements Rule {
    public Structure {
        wordings = List.copyOf(wordings);
        names = Map.copyOf(names);
    }

    @Override
    public String expression() {
        return aspect.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Set<String> placeholders() {
        return Set.of("section", "place", "expected", "actual", "quote", "source", "kind");
    }
}
