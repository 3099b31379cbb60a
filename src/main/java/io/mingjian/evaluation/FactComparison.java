package io.mingjian.evaluation;

import io.mingjian.metrics.Fact;
import io.mingjian.metrics.Period;
import io.mingjian.tables.Cell;
import io.mingjian.text.CanonicalText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Pairs the facts of a gold with those of an extraction, one to one, and counts.
final class FactComparison {
    private final GoldReport gold;
    private final CanonicalText text;
    private final List<Fact> facts;
    private final List<Cell.Stated> cells;
    private final Tally tally;
    /// Places in `facts` that met a gold fact.
    private final Set<Integer> used = new HashSet<>();

    private FactComparison(
            GoldReport gold, CanonicalText text, List<Fact> facts, List<Cell.Stated> cells, Tally tally) {
        this.gold = gold;
        this.text = text;
        this.facts = facts;
        this.cells = cells;
        this.tally = tally;
    }

    /// @param cells the stated cells of the extraction's tables, in order
    static void count(GoldReport gold, CanonicalText text, List<Fact> facts, List<Cell.Stated> cells, Tally tally) {
        new FactComparison(gold, text, facts, cells, tally).count();
    }

    /// Whether two figures are the same, up to what a double loses.
    static boolean same(BigDecimal wanted, BigDecimal got) {
        double x = wanted.doubleValue();
        return Math.abs(x - got.doubleValue()) < 1e-6 * Math.max(1.0, Math.abs(x));
    }

    private void count() {
        List<GoldFact> missed = new ArrayList<>();
        for (GoldFact wanted : gold.facts()) {
            int best = best(wanted);
            if (best >= 0) {
                used.add(best);
                found(wanted, facts.get(best));
            } else if (wanted.inTable() && standsInCell(wanted)) {
                tally.add(Figure.TP);
                tally.add(Figure.FULL);
            } else {
                missed.add(wanted);
                tally.add(Figure.FN);
                tally.strict(wanted.metric(), new Rate(0, 0, 1));
                tally.error("missed " + wanted + " “" + wanted.quote() + "”");
            }
        }
        List<Fact> invented = invented();
        lenient(missed, invented);
        confusions(missed, invented);
        for (Fact fact : facts) {
            tally.add(Figure.SPAN, Figure.SPAN_OK, text.span().contains(fact.span()));
        }
    }

    /// The place of the unused fact that fits best, or -1. Of equals the first.
    private int best(GoldFact wanted) {
        int best = -1;
        int bestScore = 0;
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            if (used.contains(i) || !same(wanted.value(), fact.value()) || !wanted.acceptsMetric(fact.metric())) {
                continue;
            }
            int score = 1 + Attributes.of(wanted, fact).right();
            if (score > bestScore && Quotes.overlap(wanted.quote(), quote(fact)) && isQuote(fact)) {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }

    /// A quote of half a page states nothing.
    private boolean isQuote(Fact fact) {
        return Quotes.length(Quotes.squash(quote(fact))) <= Fact.MAX_QUOTE;
    }

    private boolean standsInCell(GoldFact wanted) {
        String quote = Quotes.squash(wanted.quote());
        return cells.stream().filter(cell -> same(wanted.value(), cell.value())).anyMatch(cell -> {
            String written = Quotes.squash(text.quote(cell.span()));
            return !written.isEmpty() && quote.contains(written);
        });
    }

    private void found(GoldFact wanted, Fact fact) {
        tally.add(Figure.TP);
        tally.strict(wanted.metric(), new Rate(1, 0, 0));
        tally.lenient(wanted.metric(), new Rate(1, 0, 0));
        tally.trust(fact.confidence(), true);
        Attributes attributes = Attributes.of(wanted, fact);
        tally.add(Figure.ATTR);
        tally.add(Figure.ATTR_CHANNEL, attributes.channel() ? 1 : 0);
        tally.add(Figure.ATTR_PERIOD, attributes.period() ? 1 : 0);
        tally.add(Figure.ATTR_APPROX, attributes.approximation() ? 1 : 0);
        tally.add(Figure.ATTR_CATEGORY, attributes.category() ? 1 : 0);
        if (!attributes.channel()) {
            tally.confusion("channel", wanted.channel(), fact.channel());
        }
        if (!attributes.period()) {
            tally.confusion("period", wanted.period(), wire(fact.period()));
        }
        if (attributes.channel() && attributes.period()) {
            tally.add(Figure.FULL);
        } else {
            tally.error(wanted.metric() + "=" + wanted.value().toPlainString() + " as channel=" + fact.channel()
                    + " period=" + wire(fact.period()) + ", gold " + wanted.channel() + " " + wanted.period() + " “"
                    + wanted.quote() + "”");
        }
    }

    /// The facts that are left and claim something the annotator does not allow.
    private List<Fact> invented() {
        List<Fact> invented = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            if (used.contains(i)) {
                continue;
            }
            if (fact.period() == Period.PLANNED
                    || gold.neutral().stream().anyMatch(neutral -> Quotes.overlap(quote(fact), neutral))) {
                tally.add(Figure.NEUTRAL);
                continue;
            }
            invented.add(fact);
            tally.add(Figure.FP);
            tally.strict(fact.metric(), new Rate(0, 1, 0));
            tally.trust(fact.confidence(), false);
            tally.error("false " + fact.metric() + "=" + fact.value().toPlainString() + " “" + quote(fact) + "”");
        }
        return invented;
    }

    /// What is missed strictly may still be met by a fact of the same metric and value that quotes another place.
    private void lenient(List<GoldFact> missed, List<Fact> invented) {
        List<Fact> left = new ArrayList<>(invented);
        for (GoldFact wanted : missed) {
            Fact met = left.stream()
                    .filter(fact -> wanted.acceptsMetric(fact.metric()) && same(wanted.value(), fact.value()))
                    .findFirst()
                    .orElse(null);
            tally.lenient(wanted.metric(), met == null ? new Rate(0, 0, 1) : new Rate(1, 0, 0));
            left.remove(met);
        }
        left.forEach(fact -> tally.lenient(fact.metric(), new Rate(0, 1, 0)));
    }

    /// What is missed may have been read as another metric.
    private void confusions(List<GoldFact> missed, List<Fact> invented) {
        List<Fact> left = new ArrayList<>(invented);
        for (GoldFact wanted : missed) {
            Fact met = left.stream()
                    .filter(fact -> same(wanted.value(), fact.value()) && Quotes.overlap(wanted.quote(), quote(fact)))
                    .findFirst()
                    .orElse(null);
            tally.confusion("metric", wanted.metric(), met == null ? null : met.metric());
            left.remove(met);
        }
        left.forEach(fact -> tally.confusion("metric", null, fact.metric()));
    }

    private String quote(Fact fact) {
        return text.quote(fact.span());
    }

    private static @Nullable String wire(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }

    /// Which attributes of a fact are as annotated.
    private record Attributes(boolean channel, boolean period, boolean approximation, boolean category) {
        static Attributes of(GoldFact wanted, Fact fact) {
            return new Attributes(
                    wanted.acceptsChannel(fact.channel()),
                    wanted.acceptsPeriod(String.valueOf(wire(fact.period()))),
                    wanted.acceptsApproximation(wire(fact.approximation())),
                    wanted.acceptsCategory(fact.category()));
        }

        int right() {
            return (channel ? 1 : 0) + (period ? 1 : 0) + (approximation ? 1 : 0) + (category ? 1 : 0);
        }
    }
}
