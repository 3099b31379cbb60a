package io.mingjian.checks;

import io.mingjian.model.Rule;
import io.mingjian.model.Terms;
import io.mingjian.tables.Cell;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Holds the identities of the forms against the cells of one table.
///
/// Suspects ourselves first: a cell that was read with doubt, and a table of which so much is wrong that rather its
/// reading is, make no accusation.
final class IdentityCheck {
    /// Below it, a cell was guessed from its surroundings rather than read.
    private static final double DOUBTFUL = 0.9;

    /// A table with so many broken sums, and so great a share of them, was misread as a whole.
    private static final int MANY = 6;

    private static final int SHARE = 3;

    private final Wording wording;

    IdentityCheck(Wording wording) {
        this.wording = wording;
    }

    /// The outcomes of all identities at all places of the table.
    List<Outcome> check(List<Rule.Identity> rules, StatutoryTable table) {
        List<Outcome> outcomes = new ArrayList<>();
        rules.stream()
                .filter(rule -> rule.table().equals(table.id()))
                .forEach(rule -> outcomes.addAll(check(rule, table)));
        long broken =
                outcomes.stream().filter(Outcome.Violated.class::isInstance).count();
        long judged = broken
                + outcomes.stream().filter(Outcome.Satisfied.class::isInstance).count();
        boolean misread = broken >= MANY && broken * SHARE > judged;
        return misread ? outcomes.stream().map(IdentityCheck::doubted).toList() : outcomes;
    }

    private List<Outcome> check(Rule.Identity rule, StatutoryTable table) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Map.Entry<String, Map<String, Cell>> line :
                lines(rule.axis(), table).entrySet()) {
            String place = rule.axis() == Rule.Axis.ROWS
                    ? wording.column(table.id(), table.form(), line.getKey())
                    : wording.row(table.id(), table.form(), line.getKey());
            outcomes.add(check(rule, place, line.getValue()));
        }
        return outcomes;
    }

    /// Index of the other axis → term → cell, in the order of the table.
    private static Map<String, Map<String, Cell>> lines(Rule.Axis axis, StatutoryTable table) {
        Map<String, Map<String, Cell>> lines = new LinkedHashMap<>();
        for (Cell cell : table.cells()) {
            boolean rows = axis == Rule.Axis.ROWS;
            String line = rows ? cell.key().column() : cell.key().row();
            String term = rows ? cell.key().row() : cell.key().column();
            lines.computeIfAbsent(line, key -> new LinkedHashMap<>()).put(term, cell);
        }
        return lines;
    }

    private Outcome check(Rule.Identity rule, String place, Map<String, Cell> line) {
        Optional<CellSum> left = sum(rule.formula().left(), line);
        Optional<CellSum> right = sum(rule.formula().right(), line);
        if (left.isEmpty() || right.isEmpty()) {
            return new Outcome.NotEvaluated(rule.id(), place, Outcome.Reason.OTHER_FORM);
        }
        if (left.get() instanceof CellSum.Unknown unknown) {
            return new Outcome.NotEvaluated(rule.id(), place, unknown.reason());
        }
        if (right.get() instanceof CellSum.Unknown unknown) {
            return new Outcome.NotEvaluated(rule.id(), place, unknown.reason());
        }
        if (left.get() instanceof CellSum.Known expected && right.get() instanceof CellSum.Known actual) {
            return expected.value().compareTo(actual.value()) == 0
                    ? new Outcome.Satisfied(rule.id(), place)
                    : violated(rule, place, line, expected, actual);
        }
        throw new IllegalStateException("a sum is known or unknown");
    }

    private static Outcome violated(
            Rule.Identity rule, String place, Map<String, Cell> line, CellSum.Known expected, CellSum.Known actual) {
        BigDecimal difference = expected.value().subtract(actual.value()).abs();
        List<Span> spans = Stream.concat(expected.cells().stream(), actual.cells().stream())
                .map(Cell.Stated::span)
                .toList();
        boolean definition = rule.definitions().stream().anyMatch(formula -> holds(formula, line));
        Finding finding = new Finding(
                rule.id(),
                definition
                        ? Severity.INCONSISTENCY
                        : Severity.valueOf(rule.severity().toUpperCase(Locale.ROOT)),
                definition ? Verdict.DEFINITION_DIFFERS : Verdict.LIKELY_MISREPORTED,
                Wording.fill(
                        rule.message(),
                        Map.of(
                                "place", place,
                                "expected", Wording.plain(expected.value()),
                                "actual", Wording.plain(actual.value()),
                                "difference", Wording.plain(difference))),
                expected.value(),
                actual.value(),
                spans);
        Outcome outcome = new Outcome.Violated(place, finding);
        boolean doubtful = Stream.concat(expected.cells().stream(), actual.cells().stream())
                .anyMatch(cell -> cell.confidence() < DOUBTFUL);
        return doubtful ? doubted(outcome) : outcome;
    }

    private static boolean holds(Rule.Formula formula, Map<String, Cell> line) {
        Optional<CellSum> left = sum(formula.left(), line);
        Optional<CellSum> right = sum(formula.right(), line);
        return left.isPresent()
                && right.isPresent()
                && left.get() instanceof CellSum.Known one
                && right.get() instanceof CellSum.Known other
                && one.value().compareTo(other.value()) == 0;
    }

    /// The sum of the terms' cells; empty where the form has none for a term.
    private static Optional<CellSum> sum(List<String> terms, Map<String, Cell> line) {
        List<Cell> cells = new ArrayList<>();
        for (String term : terms) {
            Predicate<String> means = Terms.matching(term);
            List<Cell> meant = line.entrySet().stream()
                    .filter(entry -> means.test(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            if (meant.isEmpty()) {
                return Optional.empty();
            }
            cells.addAll(meant);
        }
        return Optional.of(CellSum.of(cells));
    }

    /// The same finding without the accusation.
    private static Outcome doubted(Outcome outcome) {
        if (!(outcome instanceof Outcome.Violated violated)) {
            return outcome;
        }
        Finding finding = violated.finding();
        return new Outcome.Violated(
                violated.place(),
                new Finding(
                        finding.rule(),
                        Severity.WARNING,
                        Verdict.LIKELY_MISREAD,
                        finding.message(),
                        finding.expected(),
                        finding.actual(),
                        finding.spans()));
    }
}
