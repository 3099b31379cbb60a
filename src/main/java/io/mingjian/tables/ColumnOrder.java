package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import io.mingjian.tables.Alignment.Attempt;
import io.mingjian.tables.Alignment.Fate;
import io.mingjian.tables.Alignment.Reading;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// In which order the values of a row stand, as the head says and as far as the sums of the rows do not
/// contradict it.
final class ColumnOrder {
    /// So many rows that add up to another column than the last are no chance.
    private static final int NO_CHANCE = 3;

    private final TableKind kind;
    private final HeaderColumns head;
    private final List<RowAlignment.Match> matches;
    /// Index of the total → rows in which it is the sum of the others, if it is there.
    private final Map<Integer, Long> support = new HashMap<>();
    /// Number of columns → the values of the rows that have one for each, not all of them noughts.
    private final Map<Integer, List<List<Piece>>> telling = new HashMap<>();
    private @Nullable Order known;
    private int knownRows;
    private List<Label> knownWanted = List.of();
    private final Set<Attempt> attempts = new LinkedHashSet<>();

    ColumnOrder(TableKind kind, HeaderColumns head, List<RowAlignment.Match> matches) {
        this.kind = kind;
        this.head = head;
        this.matches = matches;
    }

    /// How much of an order can be relied upon.
    enum Trust {
        SURE,
        /// Told by a head that may be read in more than one way.
        DOUBTED,
        /// Nothing tells the columns apart but the sums, and they only tell the total.
        TOTAL_ONLY
    }

    /// The columns in the order of their values.
    ///
    /// @param total index of the total among them
    record Order(List<Label> columns, int total, Trust trust) {}

    /// The order of the columns. The head of several levels, its labels on lines of their own, may be read in
    /// more than one way: of those and the form's own order the one in which most rows add up, the head's first
    /// where they are alike and its total is the last; the form's where the labels of the head came in pieces.
    Order of(List<Label> wanted) {
        if (known == null || knownRows != head.rows() || !knownWanted.equals(wanted)) {
            known = weigh(wanted);
            knownRows = head.rows();
            knownWanted = wanted;
        }
        return known;
    }

    private Order weigh(List<Label> wanted) {
        List<Label> ordered = head.inOrder(wanted);
        int last = wanted.size() - 1;
        if (!kind.sumsUp()) {
            boolean doubted = head.isDamaged() && !ordered.equals(wanted);
            return new Order(ordered, ordered.indexOf(wanted.getLast()), doubted ? Trust.DOUBTED : Trust.SURE);
        }
        List<List<Label>> orders = new ArrayList<>(List.of(ordered));
        orders.addAll(head.otherOrders(wanted));
        orders.add(wanted);
        List<Label> best = ordered;
        for (List<Label> other : orders) {
            long more = support(other, wanted) - support(best, wanted);
            boolean form = other.equals(wanted) && best.indexOf(wanted.getLast()) != last;
            best = more > 0 || (more == 0 && form && support(other, wanted) > 0) ? other : best;
        }
        boolean lost = head.isNested()
                && head.isDamaged()
                && !best.equals(wanted)
                && support(wanted, wanted) >= support(best, wanted);
        best = lost ? wanted : best;
        int total = best.indexOf(wanted.getLast());
        int most = mostSupported(wanted.size());
        boolean elsewhere = support(most, wanted.size()) >= NO_CHANCE * (1 + support(total, wanted.size()));
        note(orders, best, wanted, elsewhere ? most : total);
        if (elsewhere) {
            return new Order(ordered, most, Trust.TOTAL_ONLY);
        }
        boolean sure = !lost && (best.equals(wanted) || !head.isNested());
        return new Order(best, total, sure ? Trust.SURE : Trust.DOUBTED);
    }

    /// Whether more rows add up in another order that the head may mean than in this one, by the places of a
    /// grid: a merged cell of the head covers fewer columns than it says, or more.
    boolean contradicts(List<Label> byPlace, List<Label> wanted) {
        Order other = of(wanted);
        return support(other.columns(), wanted) > support(byPlace, wanted);
    }

    /// What was weighed, where the orders differ in the place of the total.
    private void note(List<List<Label>> orders, List<Label> best, List<Label> wanted, int total) {
        Span span = head.span().orElse(matches.getFirst().source().span());
        boolean elsewhere = best.indexOf(wanted.getLast()) != total;
        if (orders.stream().distinct().count() < 2 && !elsewhere) {
            return;
        }
        Set<List<Label>> told = new HashSet<>();
        for (List<Label> order : orders) {
            if (told.add(order)) {
                Reading reading = order.equals(wanted) ? Reading.COLUMNS_OF_FORM : Reading.COLUMNS_OF_HEAD;
                boolean chosen = order.equals(best) && !elsewhere;
                attempts.add(attempt(reading, span, order.indexOf(wanted.getLast()), wanted.size(), chosen));
            }
        }
        if (elsewhere) {
            attempts.add(attempt(Reading.TOTAL_ELSEWHERE, span, total, wanted.size(), true));
        }
    }

    private Attempt attempt(Reading reading, Span span, int total, int columns, boolean chosen) {
        int fulfilled = (int) support(total, columns);
        int all = telling(columns).size();
        return new Attempt(kind.id(), reading, span, fulfilled, all - fulfilled, chosen ? Fate.CHOSEN : Fate.REJECTED);
    }

    /// Each once, as far as the head was read.
    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    private long support(List<Label> order, List<Label> wanted) {
        return support(order.indexOf(wanted.getLast()), wanted.size());
    }

    private List<List<Piece>> telling(int columns) {
        return telling.computeIfAbsent(
                columns,
                size -> matches.stream()
                        .map(match -> match.source().written())
                        .filter(values -> values.size() == size && ColumnAlignment.says(values))
                        .toList());
    }

    private int mostSupported(int columns) {
        int best = 0;
        for (int i = 1; i < columns; i++) {
            best = support(i, columns) > support(best, columns) ? i : best;
        }
        return best;
    }

    /// The rows, not all noughts, that add up if the total stands at the index.
    private long support(int total, int columns) {
        return support.computeIfAbsent(
                total,
                index -> telling(columns).stream()
                        .filter(values -> ColumnAlignment.addsUp(values, index))
                        .count());
    }
}
