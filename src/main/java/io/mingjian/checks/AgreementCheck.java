package io.mingjian.checks;

import io.mingjian.metrics.Fact;
import io.mingjian.metrics.Period;
import io.mingjian.metrics.Scope;
import io.mingjian.model.Rule;
import io.mingjian.model.Terms;
import io.mingjian.outline.Outline;
import io.mingjian.tables.Cell;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// Holds what the prose states against the tables.
///
/// All statements of one figure are one set: where any of them agrees with any reading of the table, the others are
/// taken for parts of it, since prose counts parts in the same words as wholes.
final class AgreementCheck {
    private final Wording wording;

    AgreementCheck(Wording wording) {
        this.wording = wording;
    }

    Outcome check(Rule.Agreement rule, Evidence evidence) {
        List<Fact> stated = evidence.facts().stream()
                .filter(fact -> fact.metric().equals(rule.metric()))
                .filter(AgreementCheck::speaksOfTheWhole)
                .toList();
        if (stated.isEmpty()) {
            return new Outcome.NotEvaluated(rule.id(), rule.name(), Outcome.Reason.NOT_STATED);
        }
        List<StatutoryTable> tables = evidence.tables(rule.table());
        if (tables.isEmpty()) {
            return new Outcome.NotEvaluated(rule.id(), rule.name(), Outcome.Reason.TABLE_MISSING);
        }
        StatutoryTable table = tables.getFirst();
        List<CellSum> readings =
                rule.readings().stream().map(reading -> sum(reading, table)).toList();
        if (readings.getFirst() instanceof CellSum.Unknown unknown && unknown.reason() != Outcome.Reason.OTHER_FORM) {
            return new Outcome.NotEvaluated(rule.id(), rule.name(), unknown.reason());
        }
        List<CellSum.Known> known = readings.stream()
                .filter(CellSum.Known.class::isInstance)
                .map(CellSum.Known.class::cast)
                .toList();
        if (known.isEmpty()) {
            return new Outcome.NotEvaluated(rule.id(), rule.name(), Outcome.Reason.OTHER_FORM);
        }
        boolean agrees = stated.stream()
                .map(Interval::of)
                .anyMatch(interval -> known.stream().anyMatch(sum -> interval.contains(sum.value())));
        return agrees
                ? new Outcome.Satisfied(rule.id(), rule.name())
                : violated(rule, evidence.outline(), stated.getFirst(), table, known.getFirst());
    }

    /// Parts, other years and other scopes need not agree with the table.
    private static boolean speaksOfTheWhole(Fact fact) {
        return fact.period() == Period.YEAR
                && fact.category() == null
                && fact.channel() == null
                && (fact.scope() == null || fact.scope() == Scope.ALL);
    }

    /// The sum that a reading means; unknown of another form where the table's form lacks a term.
    private static CellSum sum(List<Rule.Term> reading, StatutoryTable table) {
        CellSum.Known sum = CellSum.NOTHING;
        for (Rule.Term term : reading) {
            Predicate<String> row = Terms.matching(term.row());
            Predicate<String> column = Terms.matching(term.column());
            List<Cell> cells = table.cells().stream()
                    .filter(cell ->
                            row.test(cell.key().row()) && column.test(cell.key().column()))
                    .toList();
            switch (cells.isEmpty() ? new CellSum.Unknown(Outcome.Reason.OTHER_FORM) : CellSum.of(cells)) {
                case CellSum.Known known -> sum = term.minus() ? sum.minus(known) : sum.plus(known);
                case CellSum.Unknown unknown -> {
                    return unknown;
                }
            }
        }
        return sum;
    }

    private Outcome violated(Rule.Agreement rule, Outline outline, Fact fact, StatutoryTable table, CellSum.Known sum) {
        Cell.Stated cell = sum.cells().getFirst();
        List<Span> spans = new ArrayList<>(List.of(fact.span()));
        sum.cells().forEach(one -> spans.add(one.span()));
        String place = wording.row(table.id(), table.form(), cell.key().row()) + " "
                + wording.column(table.id(), table.form(), cell.key().column());
        return new Outcome.Violated(
                rule.name(),
                new Finding(
                        rule.id(),
                        Severity.valueOf(rule.severity().toUpperCase(Locale.ROOT)),
                        Verdict.UNDECIDED,
                        Wording.fill(
                                rule.message(),
                                Map.of(
                                        "metric", rule.name(),
                                        "place", place,
                                        "quote", outline.text().quote(fact.span()),
                                        "expected", Wording.plain(sum.value()),
                                        "actual", Wording.plain(fact.value()))),
                        sum.value(),
                        fact.value(),
                        spans));
    }
}
