package io.mingjian.checks;

import io.mingjian.model.rule.Rule;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Collects the outcomes of one rule while it is held against one report. Used by one thread.
final class Claims {
    private final Rule rule;
    private final Wording wording;
    private final List<Outcome> outcomes = new ArrayList<>();

    Claims(Rule rule, Wording wording) {
        this.rule = rule;
        this.wording = wording;
    }

    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /// The blame where nothing tells which of two statements is wrong.
    Blame nobody() {
        return Blame.nobody(rule);
    }

    boolean isEmpty() {
        return outcomes.isEmpty();
    }

    void satisfied(String place) {
        outcomes.add(new Outcome.Satisfied(rule.id(), place));
    }

    /// A claim about the whole report, whose message needs no figures.
    void present(boolean there) {
        if (there) {
            satisfied("");
        } else {
            violated(Place.WHOLE, Map.of(), List.of(), List.of());
        }
    }

    /// @param identity what tells this flaw from others of the rule at the same place
    void violated(Place place, Map<String, String> values, List<Span> spans, List<String> identity) {
        violated(place, Blame.reporter(rule), values, Finding.Side.NOTHING, new Finding.Side(null, spans), identity);
    }

    /// The fault is likely ours; nobody is accused.
    void misread(Place place, Map<String, String> values, List<Span> spans) {
        Blame blame = new Blame(Severity.INFO, Verdict.LIKELY_MISREAD, "");
        violated(place, blame, values, Finding.Side.NOTHING, new Finding.Side(null, spans), List.of());
    }

    /// Two numbers that do not fit.
    void violated(Place place, Blame blame, Map<String, String> values, Finding.Side expected, Finding.Side actual) {
        List<String> identity = new ArrayList<>();
        for (Finding.Side side : List.of(expected, actual)) {
            identity.add(side.value() == null ? "" : Wording.plain(side.value()));
        }
        violated(place, blame, values, expected, actual, identity);
    }

    /// Adds a sentence to what was claimed last.
    void says(String sentence) {
        if (outcomes.getLast() instanceof Outcome.Violated violated) {
            outcomes.set(
                    outcomes.size() - 1, new Outcome.Violated(violated.finding().says(sentence)));
        }
    }

    private void violated(
            Place place,
            Blame blame,
            Map<String, String> values,
            Finding.Side expected,
            Finding.Side actual,
            List<String> identity) {
        outcomes.add(new Outcome.Violated(new Finding(
                rule.id(),
                blame.severity(),
                blame.verdict(),
                place.words(),
                wording.message(rule.head(), blame, values, values.containsKey("difference")),
                expected,
                actual,
                Fingerprint.of(rule.id(), place.key(), identity))));
    }

    List<Outcome> notEvaluated(Outcome.Reason reason) {
        return notEvaluated("", reason);
    }

    List<Outcome> notEvaluated(String place, Outcome.Reason reason) {
        outcomes.add(new Outcome.NotEvaluated(rule.id(), place, reason));
        return outcomes();
    }
}
