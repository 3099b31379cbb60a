package io.mingjian.checks;

import io.mingjian.metrics.Fact;
import io.mingjian.metrics.Period;
import io.mingjian.metrics.Scope;
import io.mingjian.model.rule.Agreement;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Holds what the prose states against the tables.
///
/// All statements of one figure are one set. Where none agrees with any reading of the table, the first is told.
/// Where one agrees, the others are taken for its parts, since prose counts parts in the same words as wholes;
/// except what is more than the whole, and what says the very same words with another number.
final class AgreementCheck {
    /// Facts of less confidence may well be our misreading of the sentence.
    private static final double DOUBTFUL = 0.7;

    private final Wording wording;

    AgreementCheck(Wording wording) {
        this.wording = wording;
    }

    List<Outcome> check(Agreement rule, Evidence evidence) {
        Claims claims = new Claims(rule, wording);
        List<Fact> all = evidence.facts().stream()
                .filter(fact -> fact.metric().equals(rule.metric()))
                .filter(AgreementCheck::speaksOfTheWhole)
                .toList();
        List<Fact> stated =
                all.stream().filter(fact -> isOfTheMatter(rule, fact, evidence)).toList();
        if (stated.isEmpty()) {
            return claims.notEvaluated(
                    rule.name(), all.isEmpty() ? Outcome.Reason.NOT_STATED : Outcome.Reason.OTHER_MATTER);
        }
        List<StatutoryTable> tables = evidence.tables(rule.table());
        if (tables.isEmpty()) {
            return claims.notEvaluated(rule.name(), Outcome.Reason.TABLE_MISSING);
        }
        StatutoryTable table = tables.getFirst();
        if (TableLines.sum(rule.readings().getFirst(), table) instanceof CellSum.Unknown unknown
                && unknown.reason() != Outcome.Reason.OTHER_FORM) {
            return claims.notEvaluated(rule.name(), unknown.reason());
        }
        List<CellSum.Known> known = TableLines.known(rule.readings(), table);
        if (known.isEmpty()) {
            return claims.notEvaluated(rule.name(), Outcome.Reason.OTHER_FORM);
        }
        check(rule, new Sides(stated, known, table), evidence, claims);
        if (claims.isEmpty()) {
            claims.satisfied(rule.name());
        }
        return claims.outcomes();
    }

    /// The two sides of an agreement.
    private record Sides(List<Fact> stated, List<CellSum.Known> known, StatutoryTable table) {}

    private static boolean isOfTheMatter(Agreement rule, Fact fact, Evidence evidence) {
        String quote = Folding.squash(evidence.outline().text().quote(fact.span()));
        return rule.apart().stream().noneMatch(quote::contains);
    }

    /// Parts, other years and other scopes need not agree with the table.
    static boolean speaksOfTheWhole(Fact fact) {
        return fact.period() == Period.YEAR
                && fact.category() == null
                && fact.channel() == null
                && (fact.scope() == null || fact.scope() == Scope.ALL);
    }

    /// Whether it may well be our misreading of the sentence.
    static boolean doubtful(Fact fact) {
        return fact.confidence() < DOUBTFUL;
    }

    private void check(Agreement rule, Sides sides, Evidence evidence, Claims claims) {
        CanonicalText text = evidence.outline().text();
        List<Fact> agreeing = sides.stated().stream()
                .filter(fact -> agrees(fact, sides.known(), text))
                .toList();
        if (agreeing.isEmpty()) {
            violated(rule, sides.stated().getFirst(), sides, evidence, claims);
            return;
        }
        sides.stated().stream()
                .filter(fact -> !agreeing.contains(fact))
                .filter(fact -> (exceeds(fact, sides.known(), text) && fact.scope() != Scope.ALL)
                        || agreeing.stream().anyMatch(other -> sameWords(fact, other, evidence)))
                .findFirst()
                .ifPresent(fact -> violated(rule, fact, sides, evidence, claims));
    }

    private static boolean agrees(Fact fact, List<CellSum.Known> known, CanonicalText text) {
        Interval interval = Interval.of(fact, text);
        return known.stream().anyMatch(sum -> interval.contains(sum.value()));
    }

    private static boolean exceeds(Fact fact, List<CellSum.Known> known, CanonicalText text) {
        Interval interval = Interval.of(fact, text);
        return known.stream().allMatch(sum -> interval.low().compareTo(sum.value()) > 0);
    }

    /// The same sentence about the same thing twice, with two numbers; one word may name many small things.
    private static boolean sameWords(Fact one, Fact other, Evidence evidence) {
        CanonicalText text = evidence.outline().text();
        String words = Sentences.words(text, one.span());
        return words.length() >= 4
                && words.equals(Sentences.words(text, other.span()))
                && Objects.equals(one.unit(), other.unit())
                && !evidence.sentence(one.span()).equals(evidence.sentence(other.span()));
    }

    private void violated(Agreement rule, Fact fact, Sides sides, Evidence evidence, Claims claims) {
        CellSum.Known sum = sides.known().getFirst();
        String quote = evidence.outline().text().quote(fact.span());
        Place cell = wording.cell(sides.table(), sum.cells().getFirst().key());
        claims.violated(
                new Place(rule.name(), rule.metric() + "=" + cell.key()),
                blame(rule, fact, sum, evidence),
                Map.of(
                        "metric", rule.name(),
                        "place", cell.words(),
                        "quote", quote,
                        "expected", Wording.plain(sum.value()),
                        "actual", Wording.plain(fact.value()),
                        "difference",
                                Wording.plain(sum.value().subtract(fact.value()).abs())),
                sum.side(),
                new Finding.Side(fact.value(), List.of(fact.span())));
    }

    private static Blame blame(Agreement rule, Fact fact, CellSum.Known sum, Evidence evidence) {
        if (sum.doubtful() || doubtful(fact)) {
            return Blame.ours();
        }
        CanonicalText text = evidence.outline().text();
        Span sentence = evidence.sentence(fact.span());
        String before = Folding.squash(
                text.quote(new Span(sentence.start(), fact.valueSpan().start())));
        int compared = fact.value().compareTo(sum.value());
        boolean narrower = fact.value().signum() > 0
                && compared < 0
                && rule.wordings().stream().anyMatch(before::contains);
        boolean wider = compared > 0 && fact.scope() == Scope.ALL;
        return narrower || wider ? Blame.definition(Severity.WARNING, text.quote(sentence)) : Blame.nobody(rule);
    }
}
