package io.mingjian.checks;

import io.mingjian.model.rule.Plausibility;
import io.mingjian.model.rule.Term;
import io.mingjian.tables.StatutoryTable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Looks for numbers out of all proportion: to the year before, or to the unit of their column.
final class PlausibilityCheck {
    private final Wording wording;

    PlausibilityCheck(Wording wording) {
        this.wording = wording;
    }

    List<Outcome> check(Plausibility rule, Evidence evidence) {
        Claims claims = new Claims(rule, wording);
        List<StatutoryTable> now = evidence.tables(rule.table());
        if (now.isEmpty()) {
            return claims.notEvaluated(Outcome.Reason.TABLE_MISSING);
        }
        StatutoryTable table = now.getFirst();
        if (!rule.head().validity().holdsFor(table.form())) {
            return claims.notEvaluated(Outcome.Reason.OTHER_FORM);
        }
        Outcome.Reason reason = evidence.withoutPrevious();
        if (reason != null && rule.most() == null) {
            return claims.notEvaluated(reason);
        }
        Optional<StatutoryTable> last = reason != null
                ? Optional.empty()
                : Objects.requireNonNull(evidence.comparison().previous()).tables(rule.table()).stream()
                        .findFirst();
        for (Term term : rule.cells()) {
            check(rule, term, table, last, claims);
        }
        return claims.outcomes();
    }

    private void check(
            Plausibility rule, Term term, StatutoryTable table, Optional<StatutoryTable> last, Claims claims) {
        String words = wording.row(table.id(), table.form(), term.row()) + "·"
                + wording.column(table.id(), table.form(), term.column());
        Place place = new Place(words, table.id() + "/" + term.name());
        CellSum sum = TableLines.sum(List.of(term), table);
        if (sum instanceof CellSum.Unknown unknown) {
            claims.notEvaluated(place.words(), unknown.reason());
        } else if (sum instanceof CellSum.Known actual) {
            BigDecimal most = rule.most();
            Optional<CellSum.Known> before = before(term, last);
            if (most != null && actual.value().compareTo(most) > 0) {
                violated(rule, place, actual, most, claims);
            } else if (before.isPresent()
                    && jumps(rule, actual.value(), before.get().value())) {
                violated(rule, place, actual, before.get().value(), claims);
            } else if (before.isEmpty() && most == null) {
                claims.notEvaluated(place.words(), Outcome.Reason.OTHER_FORM);
            } else {
                claims.satisfied(place.words());
            }
        }
    }

    private static Optional<CellSum.Known> before(Term term, Optional<StatutoryTable> last) {
        return last.map(table -> TableLines.sum(List.of(term), table))
                .filter(CellSum.Known.class::isInstance)
                .map(CellSum.Known.class::cast);
    }

    /// Whether one is so many times the other; of nothing everything is, once the difference counts.
    private static boolean jumps(Plausibility rule, BigDecimal one, BigDecimal other) {
        BigDecimal larger = one.max(other);
        BigDecimal smaller = one.min(other);
        return larger.subtract(smaller).compareTo(rule.least()) >= 0
                && larger.compareTo(smaller.multiply(rule.factor())) >= 0
                && (smaller.signum() > 0 || rule.least().signum() > 0);
    }

    private static void violated(
            Plausibility rule, Place place, CellSum.Known actual, BigDecimal expected, Claims claims) {
        Map<String, String> values = new HashMap<>(Wording.figures(place.words(), expected, actual.value()));
        values.put("factor", Wording.plain(rule.factor()));
        values.put("least", Wording.plain(rule.least()));
        claims.violated(
                place,
                actual.doubtful() ? Blame.ours() : Blame.nobody(rule),
                values,
                new Finding.Side(expected, List.of()),
                actual.side());
    }
}
