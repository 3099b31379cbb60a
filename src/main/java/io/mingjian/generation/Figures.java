package io.mingjian.generation;

import io.mingjian.model.Form;
import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import io.mingjian.tables.CellKey;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The numbers of one report's tables, consistent in themselves.
///
/// @param values  table → cell → value
/// @param carried what is carried forward into the next year, by applicant
record Figures(Map<String, Map<CellKey, BigDecimal>> values, Map<String, Integer> carried) {
    private static final String APPLICATIONS = "applications";
    private static final String REVIEW = "review_and_litigation";
    private static final String TOTAL = "total";

    /// What stands at the end of a year → what is added in it, in either form.
    private static final Map<String, String> ISSUED = Map.of("in_force", "issued", "total_public", "made");

    private static final int STOCK_COLUMNS = 3;

    BigDecimal value(String table, CellKey key) {
        return values.getOrDefault(table, Map.of()).getOrDefault(key, BigDecimal.ZERO);
    }

    /// Draws the numbers of a year.
    ///
    /// @param before the year before of the same unit, or null
    static Figures draw(Form form, @Nullable Figures before, RandomGenerator random) {
        Map<String, Map<CellKey, BigDecimal>> values = new LinkedHashMap<>();
        Map<String, Integer> carried = new LinkedHashMap<>();
        for (TableKind table : form.tables()) {
            Map<CellKey, BigDecimal> cells = new LinkedHashMap<>();
            switch (table.id()) {
                case APPLICATIONS -> applications(table, before, random, cells, carried);
                case REVIEW -> reviews(table, random, cells);
                default -> free(table, before, random, cells);
            }
            values.put(table.id(), cells);
        }
        return new Figures(values, carried);
    }

    /// Each applicant's applications are dealt out to the outcomes, the rest is carried forward.
    private static void applications(
            TableKind table,
            @Nullable Figures before,
            RandomGenerator random,
            Map<CellKey, BigDecimal> cells,
            Map<String, Integer> carried) {
        List<String> rows = table.rows().stream().map(row -> row.label().id()).toList();
        List<String> outcomes = rows.subList(2, rows.size() - 2);
        boolean busy = random.nextBoolean();
        for (Label column : table.rows().getFirst().columns()) {
            if (column.id().equals(TOTAL)) {
                continue;
            }
            Map<String, Integer> counts = new LinkedHashMap<>();
            int over = before == null ? 0 : before.carried().getOrDefault(column.id(), 0);
            int received = random.nextInt(busy ? 60 : 4);
            int left = random.nextInt(1 + (over + received) / 8 + 1);
            int closed = Math.max(0, over + received - left);
            counts.put(rows.get(0), received);
            counts.put(rows.get(1), over);
            for (int i = 0; i < closed; i++) {
                // The first outcomes are the common ones.
                int outcome = Math.min(random.nextInt(outcomes.size()), random.nextInt(outcomes.size()));
                counts.merge(outcomes.get(outcome), 1, Integer::sum);
            }
            counts.put(TOTAL, closed);
            counts.put(rows.getLast(), over + received - closed);
            carried.put(column.id(), over + received - closed);
            rows.forEach(row -> put(cells, row, column.id(), counts.getOrDefault(row, 0)));
        }
        for (String row : rows) {
            put(cells, row, TOTAL, sum(cells, row));
        }
    }

    private static void reviews(TableKind table, RandomGenerator random, Map<CellKey, BigDecimal> cells) {
        for (TableKind.Row row : table.rows()) {
            for (Label column : row.columns()) {
                boolean total = column.id().equals(TOTAL);
                String id = row.label().id();
                put(cells, id, column.id(), total ? sum(cells, id) : Math.max(0, random.nextInt(12) - 7));
            }
        }
    }

    /// Documents in force go on from the year before; all else is drawn.
    private static void free(
            TableKind table, @Nullable Figures before, RandomGenerator random, Map<CellKey, BigDecimal> cells) {
        for (TableKind.Row row : table.rows()) {
            String id = row.label().id();
            List<String> columns = row.columns().stream().map(Label::id).toList();
            if (columns.size() == STOCK_COLUMNS && columns.getFirst().equals(ISSUED.get(columns.getLast()))) {
                stock(id, columns, before, random, cells);
                continue;
            }
            for (String column : columns) {
                cells.put(
                        new CellKey(id, column),
                        column.startsWith("amount")
                                ? BigDecimal.valueOf(random.nextInt(100_000), 2)
                                : BigDecimal.valueOf(random.nextInt(3) == 0 ? 0 : random.nextInt(1200)));
            }
        }
    }

    /// Issued, repealed (or published), and what stands at the end of the year.
    private static void stock(
            String row,
            List<String> columns,
            @Nullable Figures before,
            RandomGenerator random,
            Map<CellKey, BigDecimal> cells) {
        boolean rare = random.nextInt(4) > 0;
        int old = before == null ? random.nextInt(rare ? 1 : 40) : before.inForce(row);
        int issued = rare ? 0 : random.nextInt(6);
        boolean repeals = columns.get(1).equals("repealed");
        int second = repeals ? random.nextInt(Math.min(old, 4) + 1) : issued;
        put(cells, row, columns.get(0), issued);
        put(cells, row, columns.get(1), second);
        put(cells, row, columns.get(2), repeals ? old + issued - second : old + issued);
    }

    private int inForce(String row) {
        return ISSUED.keySet().stream()
                .mapToInt(stock -> values.values().stream()
                        .mapToInt(cells -> cells.getOrDefault(new CellKey(row, stock), BigDecimal.ZERO)
                                .intValue())
                        .max()
                        .orElse(0))
                .max()
                .orElse(0);
    }

    private static void put(Map<CellKey, BigDecimal> cells, String row, String column, int value) {
        cells.put(new CellKey(row, column), BigDecimal.valueOf(value));
    }

    private static int sum(Map<CellKey, BigDecimal> cells, String row) {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().row().equals(row)
                        && !cell.getKey().column().equals(TOTAL))
                .mapToInt(cell -> cell.getValue().intValue())
                .sum();
    }
}
