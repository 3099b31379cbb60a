package io.mingjian.generation;

import io.mingjian.tables.CellKey;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Makes some reports break a rule: one figure of a table is other than its sums demand.
final class SeededErrors {
    /// A cell whose change breaks the rule and hardly another one.
    private record Weakness(String rule, String table, CellKey cell) {}

    private static final List<Weakness> WEAKNESSES = List.of(
            new Weakness("applications.row-sum", "applications", new CellKey("granted", "natural_person")),
            new Weakness("applications.balance", "applications", new CellKey("carried_forward", "total")),
            new Weakness(
                    "review_and_litigation.total", "review_and_litigation", new CellKey("reconsideration", "total")));

    private final double share;
    private final RandomGenerator random;

    SeededErrors(double share, RandomGenerator random) {
        if (share < 0 || share > 1) {
            throw new IllegalArgumentException("a share is from 0 to 1: " + share);
        }
        this.share = share;
        this.random = random;
    }

    /// Figures, and the rule that they break or null.
    record Seeded(Figures figures, @Nullable String rule) {}

    Seeded seed(Figures figures) {
        if (share == 0 || random.nextDouble() >= share) {
            return new Seeded(figures, null);
        }
        Weakness weakness = WEAKNESSES.get(random.nextInt(WEAKNESSES.size()));
        Map<String, Map<CellKey, BigDecimal>> values = new LinkedHashMap<>(figures.values());
        Map<CellKey, BigDecimal> cells = new LinkedHashMap<>(values.getOrDefault(weakness.table(), Map.of()));
        cells.merge(weakness.cell(), BigDecimal.valueOf(10L + random.nextInt(90)), BigDecimal::add);
        values.put(weakness.table(), cells);
        return new Seeded(new Figures(values, figures.carried()), weakness.rule());
    }
}
