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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        List<Fact> rates = evidence.facts().stream()
                .filter(fact -> fact.metric().equals(rule.metric()) && AgreementCheck.speaksOfTheWhole(fact))
                .toList();
        List<Fact> stated =
                rates.stream().filter(fact -> isAbout(rule, fact, evidence)).toList();
        if (stated.isEmpty()) {
            return claims.notEvaluated(
                    rule.name(), rates.isEmpty() ? Outcome.Reason.NOT_STATED : Outcome.Reason.OTHER_MATTER);
        }
        List<StatutoryTable> tables = evidence.tables(rule.table());
        if (tables.isEmpty()) {
            return claims.notEvaluated(rule.name(), Outcome.Reason.TABLE_MISSING);
        }
        List<Share> shares = new ArrayList<>();
        Outcome.Reason open = null;
        for (Ratio.Quotient quotient : rule.quotients()) {
            CellSum part = TableLines.sum(quotient.part(), tables.getFirst());
            CellSum whole = TableLines.sum(quotient.whole(), tables.getFirst());
            if (part instanceof CellSum.Known some && whole instanceof CellSum.Known all) {
                share(some, all, shares);
            } else {
                open = reason(part, whole);
            }
        }
        if (shares.isEmpty()) {
            return claims.notEvaluated(rule.name(), open == null ? Outcome.Reason.NOTHING_TO_DIVIDE : open);
        }
        Shares given = new Shares(shares, open);
        stated.forEach(fact -> check(rule, fact, given, claims, evidence));
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

    /// What the table gives, in each way to count it.
    ///
    /// @param open why a way cannot be counted, or null where all can
    private record Shares(List<Share> known, Outcome.@Nullable Reason open) {}

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

    /// It holds where one of the ways gives it, and the outcome says which; it does not where none does. Where
    /// one of them cannot be counted, that may be the one that was meant.
    private static void check(Ratio rule, Fact fact, Shares shares, Claims claims, Evidence evidence) {
        int decimals = decimals(fact, evidence);
        Optional<Share> meant = shares.known().stream()
                .filter(share -> means(fact, decimals, share.value()))
                .findFirst();
        if (meant.isPresent()) {
            claims.satisfied(rule.name() + " " + meant.get().formula());
            return;
        }
        Outcome.Reason open = shares.open();
        if (open != null) {
            claims.notEvaluated(rule.name(), open);
            return;
        }
        Share share = shares.known().getFirst();
        boolean doubtful = share.part().doubtful() || share.whole().doubtful() || AgreementCheck.doubtful(fact);
        BigDecimal expected = share.value().setScale(Math.max(decimals, 1), RoundingMode.HALF_UP);
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
    private static boolean means(Fact fact, int decimals, BigDecimal exact) {
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

    /// As many as are printed: 98.50 is not 98.5.
    private static int decimals(Fact fact, Evidence evidence) {
        String printed = evidence.outline().text().folded(fact.valueSpan());
        int point = printed.indexOf('.');
        int end = point + 1;
        while (point >= 0 && end < printed.length() && Character.isDigit(printed.charAt(end))) {
            end++;
        }
        return point < 0 ? Math.max(0, fact.value().stripTrailingZeros().scale()) : end - point - 1;
    }
}
