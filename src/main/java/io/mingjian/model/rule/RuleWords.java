package io.mingjian.model.rule;

import java.util.Map;
import java.util.Set;

/// How a finding is put into words, whatever rule it breaks.
///
/// @param expected what should be, where a rule has no words of its own; knows {expected}; the next two
///                 likewise
/// @param atLeast  a sum with a blank in it; knows {value}
/// @param basis    template of why it should be so; knows {basis}
/// @param culprit  template of the hint that several broken sums share a cell; knows {place}, {actual} and
///                 {expected}
/// @param nearest  template of the hint how glued figures were taken apart; knows {place}, {written} and
///                 {numbers}
/// @param part     one of those numbers; knows {place} and {value}
/// @param comma    what stands between two of them
/// @param verdicts what is added for a verdict, by its name with hyphens; knows {definition}
/// @param nowhere  what stands for a place where a report as a whole is meant
public record RuleWords(
        String expected,
        String actual,
        String difference,
        String atLeast,
        String basis,
        String culprit,
        String nearest,
        String part,
        String comma,
        Map<String, String> verdicts,
        String nowhere) {
    /// The verdicts that have words of their own.
    static final Set<String> VERDICTS =
            Set.of("likely-misread", "definition-differs", "likely-misreported", "undecided");

    public RuleWords {
        verdicts = Map.copyOf(verdicts);
    }
}
