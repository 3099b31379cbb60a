package io.mingjian.tables;

import io.mingjian.Cores;
import io.mingjian.evaluation.Corpus;
import io.mingjian.evaluation.GoldReport.GoldCell;
import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// Figures to print a table of a form with: invented ones, and those of annotated reports.
final class TableFigures {
    private static final Path ANNOTATED = Path.of("corpus/documents");

    /// Table → cell → value or none, of each annotated report.
    private final List<Map<String, Map<CellKey, BigDecimal>>> annotated = new ArrayList<>();

    TableFigures() throws IOException {
        for (Corpus.Case each : Corpus.read(List.of(ANNOTATED)).cases()) {
            Map<String, Map<CellKey, BigDecimal>> tables = new LinkedHashMap<>();
            for (GoldCell cell : each.gold().cells()) {
                Map<CellKey, BigDecimal> cells = tables.computeIfAbsent(cell.table(), id -> new LinkedHashMap<>());
                if (cell.value() != null) {
                    cells.put(new CellKey(cell.row(), cell.column()), cell.value());
                }
            }
            if (!tables.isEmpty()) {
                annotated.add(tables);
            }
        }
    }

    /// The table of a kind of report that is drawn, and figures for it.
    record Drawn(TableKind kind, Map<CellKey, BigDecimal> values) {}

    /// A table of each kind, each of any form: offices mix them. Half of them have the figures of an annotated
    /// report where one has that form.
    List<Drawn> draw(RandomGenerator random) {
        Map<String, List<TableKind>> kinds = new LinkedHashMap<>();
        Cores.MODEL
                .forms()
                .forEach(form -> form.tables()
                        .forEach(table -> kinds.computeIfAbsent(table.id(), id -> new ArrayList<>())
                                .add(table)));
        List<Drawn> drawn = new ArrayList<>();
        int form = random.nextInt(2);
        boolean mixed = random.nextInt(5) == 0;
        kinds.forEach((id, tables) -> {
            TableKind kind = tables.get(mixed ? random.nextInt(tables.size()) : form);
            drawn.add(new Drawn(kind, random.nextBoolean() ? annotated(kind, random) : invented(kind, random)));
        });
        return drawn;
    }

    private Map<CellKey, BigDecimal> annotated(TableKind kind, RandomGenerator random) {
        List<Map<CellKey, BigDecimal>> fitting = annotated.stream()
                .map(report -> report.getOrDefault(kind.id(), Map.of()))
                .filter(cells -> !cells.isEmpty()
                        && kind.rows().stream()
                                        .flatMap(row -> row.columns().stream()
                                                .map(column ->
                                                        new CellKey(row.label().id(), column.id())))
                                        .filter(cells::containsKey)
                                        .count()
                                == cells.size())
                .toList();
        return fitting.isEmpty() ? invented(kind, random) : fitting.get(random.nextInt(fitting.size()));
    }

    /// Figures that fulfil the sums of the form.
    static Map<CellKey, BigDecimal> invented(TableKind kind, RandomGenerator random) {
        Map<CellKey, BigDecimal> values = new LinkedHashMap<>();
        int most = List.of(3, 30, 400).get(random.nextInt(3));
        for (TableKind.Row row : kind.rows()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Label column : row.columns()) {
                int drawn = random.nextInt(2) == 0 ? 0 : random.nextInt(most);
                BigDecimal value = column.id().equals("change")
                        ? BigDecimal.valueOf(drawn - 5)
                        : column.id().startsWith("amount")
                                ? BigDecimal.valueOf(drawn * 37L, 2)
                                : kind.sumsUp() ? BigDecimal.valueOf(drawn) : BigDecimal.valueOf(drawn * 100L);
                boolean total = kind.sumsUp() && column.equals(row.columns().getLast());
                values.put(new CellKey(row.label().id(), column.id()), total ? sum : value);
                sum = sum.add(value);
            }
        }
        if (kind.rows().size() > 20) {
            balance(kind, values);
        }
        return values;
    }

    /// The total of the outcomes is their sum, and what was received is what was closed and carried forward.
    private static void balance(TableKind kind, Map<CellKey, BigDecimal> values) {
        List<String> rows = kind.rows().stream().map(row -> row.label().id()).toList();
        for (Label column : kind.rows().getFirst().columns()) {
            BigDecimal closed = BigDecimal.ZERO;
            for (String row : rows.subList(2, rows.size() - 2)) {
                closed = closed.add(value(values, row, column));
            }
            BigDecimal forward = value(values, "carried_forward", column);
            BigDecimal over = value(values, "carried_over", column).min(closed);
            values.put(new CellKey("total", column.id()), closed);
            values.put(new CellKey("carried_over", column.id()), over);
            values.put(
                    new CellKey("new_received", column.id()),
                    closed.add(forward).subtract(over));
        }
    }

    private static BigDecimal value(Map<CellKey, BigDecimal> values, String row, Label column) {
        return Objects.requireNonNull(values.get(new CellKey(row, column.id())));
    }
}
