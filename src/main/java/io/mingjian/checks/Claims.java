package io.mingjian.checks;

import io.mingjian.model.Rule;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Collects the outcomes of one rule while it is held against one report. Used by one thread.
final class Claims {
    private final Rule rule;
    private final List<Outcome> outcomes = new ArrayList<>();

    Claims(Rule rule) {
        this.rule = rule;
    }

    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    void satisfied(String place) {
        outcomes.add(new Outcome.Satisfied(rule.id(), place));
    }

    /// A claim about the whole report, whose message needs no figures.
    void present(boolean there) {
        if (there) {
            satisfied("");
        } else {
            violated("", Map.of(), List.of(), false);
        }
    }

    /// @param misread whether the fault is likely ours; then nobody is accused
    void violated(String place, Map<String, String> values, List<Span> spans, boolean misread) {
        outcomes.add(new Outcome.Violated(
                place,
                new Finding(
                        rule.id(),
                        misread
                                ? Severity.INFO
                                : Severity.valueOf(rule.severity().toUpperCase(Locale.ROOT)),
                        misread ? Verdict.LIKELY_MISREAD : Verdict.LIKELY_MISREPORTED,
                        Wording.fill(rule.message(), values),
                        null,
                        null,
                        spans)));
    }

    List<Outcome> notEvaluated(Outcome.Reason reason) {
        outcomes.add(new Outcome.NotEvaluated(rule.id(), "", reason));
        return outcomes();
    }
}
