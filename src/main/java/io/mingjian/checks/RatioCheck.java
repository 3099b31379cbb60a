package io.mingjian.checks;

import io.mingjian.metrics.Fact;
import io.mingjian.model.rule.Ratio;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.Folding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Recomputes the percentages that the prose states of a table's matter from the cells of that table.
///
/// Many ways to count are in use, so that a percentage is told only where it fits none of them.
final class RatioCheck {
    private static final int PRECISE = 12;

    private final Wording wording;

    RatioCheck(Wording wording) {
        this.wording = wording;
    }

    List<Outcome> check(Ratio rule, Evidence evidence) {
        Claims claims = new Claims(rule, wording);
        List<Fact> stated = evidence.facts().stream()
                .filter(fact -> fact.metric().equals(rule.metric())
                        && AgreementCheck.speaksOfTheWhole(fact)
                        && isAbout(rule, fact, evidence))
                .toList();
        if (stated.isEmpty()) {
            return claims.notEvaluated(rule.name(), Outcome.Reason.NOT_STATED);
        }
        List<StatutoryTable> tables = evidence.tables(rule.table());
        if (tables.isEmpty()) {
            return claims.notEvaluated(rule.name(), Outcome.Reason.TABLE_MISSING);
        }
        List<Share> shares = new ArrayList<>();
        for (Ratio.Quotient quotient : rule.quotients()) {
            CellSum part = TableLines.sum(quotient.part(), tables.getFirst());
            CellSum whole = TableLines.sum(quotient.whole(), tables.getFirst());
            if (part instanceof CellSum.Known some && whole instanceof CellSum.Known all) {
                share(some, all, shares);
            } else if (shares.isEmpty()) {
                return claims.notEvaluated(rule.name(), reason(part, whole));
            }
        }
        if (shares.isEmpty()) {
            return claims.notEvaluated(rule.name(), Outcome.Reason.NOTHING_TO_DIVIDE);
        }
        stated.forEach(fact -> check(rule, fact, shares, claims, evidence));
        return claims.outcomes();
    }

    private static void share(CellSum.Known part, CellSum.Known whole, List<Share> shares) {
        if (whole.value().signum() > 0) {
            shares.add(new Share(
                    part.value().movePointRight(2).divide(whole.value(), PRECISE, RoundingMode.HALF_UP), part, whole));
        }
    }

    private static Outcome.Reason reason(CellSum part, CellSum whole) {
        return part instanceof CellSum.Unknown unknown
                ? unknown.reason()
                : whole instanceof CellSum.Unknown other ? other.reason() : Outcome.Reason.NOTHING_TO_DIVIDE;
    }

    /// What the table gives, in percent.
    private record Share(BigDecimal value, CellSum.Known part, CellSum.Known whole) {
        String formula() {
            return Wording.plain(part.value()) + "÷" + Wording.plain(whole.value());
        }
    }

    /// Whether its sentence speaks of the table's matter and of nothing that the table does not count.
    private static boolean isAbout(Ratio rule, Fact fact, Evidence evidence) {
        String sentence = Folding.squash(evidence.outline().text().quote(evidence.sentence(fact.valueSpan())));
        return rule.about().stream().anyMatch(sentence::contains)
                && rule.apart().stream().noneMatch(sentence::contains);
    }

    private static void check(Ratio rule, Fact fact, List<Share> shares, Claims claims, Evidence evidence) {
        if (shares.stream().anyMatch(share -> means(fact, share.value()))) {
            claims.satisfied(rule.name());
            return;
        }
        Share share = shares.getFirst();
        boolean doubtful = share.part().doubtful() || share.whole().doubtful() || AgreementCheck.doubtful(fact);
        BigDecimal expected = share.value().setScale(Math.max(decimals(fact), 1), RoundingMode.HALF_UP);
        claims.violated(
                new Place(rule.name(), rule.metric()),
                doubtful ? Blame.ours() : claims.nobody(),
                Map.of(
                        "metric", rule.name(),
                        "quote", evidence.outline().text().quote(fact.span()),
                        "formula", share.formula(),
                        "expected", Wording.plain(expected),
                        "actual", Wording.plain(fact.value()),
                        "difference",
                                Wording.plain(expected.subtract(fact.value()).abs())),
                new Finding.Side(
                        expected, share.part().plus(share.whole()).side().spans()),
                new Finding.Side(fact.value(), List.of(fact.span())));
    }

    /// Rounded or cut off as it is printed, or as far off as the writer says that it may be.
    private static boolean means(Fact fact, BigDecimal exact) {
        int decimals = decimals(fact);
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
        BigDecimal off = exact.subtract(fact.value());
        return switch (fact.approximation()) {
            case null ->
                off.abs().compareTo(step.divide(BigDecimal.TWO)) <= 0
                        || exact.setScale(decimals, RoundingMode.DOWN).compareTo(fact.value()) == 0;
            case ABOUT -> off.abs().compareTo(step) <= 0;
            case OVER, AT_LEAST -> off.signum() >= 0;
            case UNDER -> off.signum() <= 0;
        };
    }

    private static int decimals(Fact fact) {
        return Math.max(0, fact.value().stripTrailingZeros().scale());
    }
}
