package io.mingjian.checks;

import io.mingjian.model.rule.Relation;
import io.mingjian.tables.Cell;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Holds cells against what follows from others of this year and of the unit's report of the year before: equal,
/// or explained.
final class RelationCheck {
    private final Wording wording;
    private final IdentityCheck places;

    RelationCheck(Wording wording) {
        this.wording = wording;
        this.places = new IdentityCheck(wording);
    }

    List<Outcome> check(Relation rule, Evidence evidence) {
        Claims claims = new Claims(rule, wording);
        List<StatutoryTable> now = evidence.tables(rule.table());
        if (now.isEmpty()) {
            return claims.notEvaluated(Outcome.Reason.TABLE_MISSING);
        }
        StatutoryTable table = now.getFirst();
        if (!rule.head().validity().holdsFor(table.form())) {
            return claims.notEvaluated(Outcome.Reason.OTHER_FORM);
        }
        Optional<StatutoryTable> last = Optional.empty();
        if (rule.looksBack()) {
            Outcome.Reason reason = evidence.withoutPrevious();
            if (reason != null) {
                return claims.notEvaluated(reason);
            }
            last = Objects.requireNonNull(evidence.comparison().previous()).tables(rule.table()).stream()
                    .findFirst();
            if (last.isEmpty()) {
                return claims.notEvaluated(Outcome.Reason.TABLE_MISSING);
            }
        }
        Sums sums = new Sums(
                TableLines.of(table, rule.axis()),
                last.map(one -> TableLines.of(one, rule.axis())).orElse(new TableLines(Map.of())));
        for (String index : sums.now().indexes()) {
            if (sums.has(index, rule.left())) {
                check(rule, sums, index, places.place(rule.axis(), table, index), evidence, claims);
            }
        }
        return claims.outcomes();
    }

    private static void check(Relation rule, Sums sums, String index, Place place, Evidence evidence, Claims claims) {
        CellSum left = sums.of(index, rule.left());
        CellSum right = sums.of(index, rule.right());
        if (left instanceof CellSum.Unknown unknown) {
            claims.notEvaluated(place.words(), unknown.reason());
        } else if (right instanceof CellSum.Unknown unknown) {
            claims.notEvaluated(place.words(), unknown.reason());
        } else if (left instanceof CellSum.Known actual && right instanceof CellSum.Known expected) {
            int compared = actual.value().compareTo(expected.value());
            boolean holds =
                    switch (rule.comparator()) {
                        case EQUAL -> compared == 0;
                        case AT_LEAST -> compared >= 0;
                    };
            if (holds) {
                claims.satisfied(place.words());
                return;
            }
            Optional<Span> explained = explanation(rule, evidence);
            List<Span> spans = new ArrayList<>(actual.side().spans());
            explained.ifPresent(spans::add);
            claims.violated(
                    place,
                    blame(rule, actual, expected, explained.map(span -> quote(span, evidence)), sums.shifted(rule)),
                    Wording.figures(place.words(), expected.value(), actual.value()),
                    rule.looksBack() ? here(rule, sums, index, expected) : expected.side(),
                    new Finding.Side(actual.value(), spans));
        }
    }

    /// Of what should be, the places that stand in this report.
    private static Finding.Side here(Relation rule, Sums sums, String index, CellSum.Known expected) {
        List<Relation.Operand> own =
                rule.right().stream().filter(operand -> !operand.lastYear()).toList();
        return sums.of(index, own) instanceof CellSum.Known known
                ? new Finding.Side(expected.value(), known.side().spans())
                : expected.elsewhere();
    }

    private static Blame blame(
            Relation rule, CellSum.Known actual, CellSum.Known expected, Optional<String> explained, boolean shifted) {
        if (actual.doubtful() || expected.doubtful() || shifted) {
            return Blame.ours();
        }
        return explained
                .map(words -> Blame.definition(Severity.INFO, words))
                .orElse(rule.looksBack() ? Blame.nobody(rule) : Blame.reporter(rule));
    }

    /// The sentence in which the writer says why the figures differ.
    private static Optional<Span> explanation(Relation rule, Evidence evidence) {
        return evidence.sentences().stream()
                .filter(sentence -> {
                    String words = Folding.squash(evidence.outline().text().quote(sentence));
                    return rule.wordings().stream().anyMatch(words::contains);
                })
                .findFirst();
    }

    private static String quote(Span span, Evidence evidence) {
        return evidence.outline().text().quote(span);
    }

    /// The lines of this year's table and of last year's.
    private record Sums(TableLines now, TableLines last) {
        boolean has(String index, List<Relation.Operand> operands) {
            return operands.stream()
                    .noneMatch(operand -> now.sum(index, List.of(operand.term())) instanceof CellSum.Unknown unknown
                            && unknown.reason() == Outcome.Reason.OTHER_FORM);
        }

        /// Whether two rows that should be equal are so some columns aside: then we have misread one of them.
        boolean shifted(Relation rule) {
            if (rule.comparator() != Relation.Comparator.EQUAL
                    || rule.left().size() + rule.right().size() > 2) {
                return false;
            }
            List<Cell> left = across(rule.left().getFirst());
            List<Cell> right = across(rule.right().getFirst());
            return left.size() == right.size()
                    && (ShiftedRows.isShifted(left, others(left, right))
                            || ShiftedRows.isShifted(right, others(right, left)));
        }

        private List<Cell> across(Relation.Operand operand) {
            return (operand.lastYear() ? last : now).across(operand.term(), now.indexes());
        }

        /// What the other row says, where the two differ.
        private static Map<Integer, BigDecimal> others(List<Cell> row, List<Cell> other) {
            Map<Integer, BigDecimal> wanted = new HashMap<>();
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i) instanceof Cell.Stated one
                        && other.get(i) instanceof Cell.Stated two
                        && one.value().compareTo(two.value()) != 0) {
                    wanted.put(i, two.value());
                }
            }
            return wanted;
        }

        CellSum of(String index, List<Relation.Operand> operands) {
            CellSum.Known sum = CellSum.NOTHING;
            for (Relation.Operand operand : operands) {
                switch ((operand.lastYear() ? last : now).sum(index, List.of(operand.term()))) {
                    case CellSum.Known known -> sum = operand.minus() ? sum.minus(known) : sum.plus(known);
                    case CellSum.Unknown unknown -> {
                        return unknown;
                    }
                }
            }
            return sum;
        }
    }
}
