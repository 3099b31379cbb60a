package io.mingjian.checks;

import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A flaw of a report, with the rule it breaks and the places that show it.
///
/// @param rule        the model's id of the rule; stable, never reused
/// @param place       where, in the clerk's words; empty where the whole report is meant
/// @param words       for the clerk: place, what should be, what is, why, what to do
/// @param expected    what should stand there, and the places that say so
/// @param actual      what stands there
/// @param fingerprint of rule, place and values: the same finding has the same in every run, whatever else is
///                    edited
public record Finding(
        String rule,
        Severity severity,
        Verdict verdict,
        String place,
        Message words,
        Side expected,
        Side actual,
        String fingerprint) {

    /// One side of a comparison.
    ///
    /// @param value null where the rule is about no number
    /// @param spans the places of this report that it was read from; none where it comes from elsewhere
    public record Side(@Nullable BigDecimal value, List<Span> spans) {
        /// A side that shows nothing.
        public static final Side NOTHING = new Side(null, List.of());

        public Side {
            spans = List.copyOf(spans);
        }
    }

    /// The places of both sides.
    public List<Span> spans() {
        return Stream.concat(expected.spans().stream(), actual.spans().stream()).toList();
    }

    /// The words in one paragraph.
    public String message() {
        return words.text();
    }

    Finding says(String sentence) {
        return new Finding(rule, severity, verdict, place, words.says(sentence), expected, actual, fingerprint);
    }
}
