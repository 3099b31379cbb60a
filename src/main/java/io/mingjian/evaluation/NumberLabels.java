package io.mingjian.evaluation;

import io.mingjian.learning.Example;
import io.mingjian.metrics.CluedNumber;
import io.mingjian.metrics.Fact;
import io.mingjian.model.SecondOpinion;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Tells what the numbers of a text count, by its annotation.
///
/// A number states an annotated fact where its value is the fact's and it stands within the quote. Of several
/// facts it is the one that the wordings of the model found, too, else the one quoted in fewest words: the 3 of
/// 收到3件，均已答复 counts applications received.
final class NumberLabels {
    private final List<Fact> facts;
    private final List<Quoted> golds = new ArrayList<>();

    /// A place where the quote of an annotated fact stands.
    private record Quoted(GoldFact fact, Span span) {}

    /// @param facts what was found in the text without a second opinion
    NumberLabels(CanonicalText text, GoldReport gold, List<Fact> facts) {
        this.facts = facts;
        SquashedText squashed = new SquashedText(text.value());
        for (GoldFact fact : gold.facts()) {
            squashed.places(fact.quote()).forEach(span -> golds.add(new Quoted(fact, span)));
        }
        golds.sort(Comparator.comparingInt(quoted -> quoted.span().length()));
    }

    Example of(CluedNumber number) {
        List<GoldFact> stated = golds.stream()
                .filter(quoted -> quoted.span().contains(number.span().start())
                        && FactComparison.same(quoted.fact().value(), number.value()))
                .map(Quoted::fact)
                .toList();
        if (stated.isEmpty()) {
            return new Example(number.clues(), SecondOpinion.NONE);
        }
        String label = facts.stream()
                .filter(fact -> fact.valueSpan().start() == number.span().start())
                .map(Fact::metric)
                .filter(metric -> stated.stream().anyMatch(gold -> gold.acceptsMetric(metric)))
                .findFirst()
                .orElse(stated.getFirst().metric());
        return new Example(number.clues(), label);
    }
}
