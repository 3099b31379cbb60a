package io.mingjian.feed.sum;

import io.mingjian.store.supervision.Sheet;
import io.mingjian.store.supervision.Sheet.SheetFact;
import io.mingjian.store.supervision.SheetHead;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sums of what the prose states, by year, level, metric and channel. Used by one thread.
///
/// Of a report each metric counts once a channel: the total where one is stated, and of several the greatest. A
/// figure that names no channel is of all of them and stands apart: it is never added to those of the channels.
/// Shares and rates are not added at all.
public final class MetricSums {
    private static final String YEAR = "year";
    private static final String SUBORDINATE = "subordinate";
    private static final String RATE = "_rate";

    private final Map<String, Running> sums = new TreeMap<>();

    /// A sum, and how many reports state it.
    ///
    /// @param channel null where the figures name none
    public record MetricSum(
            @Nullable Integer year,
            String level,
            String metric,
            @Nullable String channel,
            BigDecimal value,
            int units) {}

    private static final class Running {
        private final SheetHead head;
        private final SheetFact fact;
        private BigDecimal value = BigDecimal.ZERO;
        private int units;

        Running(SheetHead head, SheetFact fact) {
            this.head = head;
            this.fact = fact;
        }
    }

    public void add(SheetHead head, Sheet sheet) {
        Map<String, SheetFact> totals = greatest(sheet, false);
        Map<String, SheetFact> parts = greatest(sheet, true);
        parts.forEach(totals::putIfAbsent);
        totals.forEach((place, fact) -> {
            String key = head.year() + " " + level(head) + " " + place;
            Running running = sums.computeIfAbsent(key, none -> new Running(head, fact));
            running.value = running.value.add(fact.value());
            running.units++;
        });
    }

    private static String level(SheetHead head) {
        return Objects.toString(head.level(), "");
    }

    private static Map<String, SheetFact> greatest(Sheet sheet, boolean parts) {
        Map<String, SheetFact> found = new HashMap<>();
        for (SheetFact fact : sheet.facts()) {
            boolean own = fact.period().equals(YEAR) && !SUBORDINATE.equals(fact.scope());
            if (own && parts == (fact.category() != null) && !fact.metric().endsWith(RATE)) {
                String place = fact.metric() + " " + Objects.toString(fact.channel(), "");
                found.merge(place, fact, (one, other) -> one.value().compareTo(other.value()) >= 0 ? one : other);
            }
        }
        return found;
    }

    public List<MetricSum> sums() {
        List<MetricSum> all = new ArrayList<>();
        for (Running running : sums.values()) {
            all.add(new MetricSum(
                    running.head.year(),
                    level(running.head),
                    running.fact.metric(),
                    running.fact.channel(),
                    running.value,
                    running.units));
        }
        return all;
    }
}
