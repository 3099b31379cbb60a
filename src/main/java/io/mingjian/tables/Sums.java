package io.mingjian.tables;

import io.mingjian.model.TableKind;
import io.mingjian.model.Terms;
import io.mingjian.model.rule.Axis;
import io.mingjian.model.rule.Identity;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sums that a table of a form must fulfil: each row's, and those down its columns.
final class Sums {
    private final TableKind kind;
    private final List<Identity.Formula> downColumns;

    Sums(TableKind kind, List<Identity> identities) {
        this.kind = kind;
        List<String> rows = kind.rows().stream().map(row -> row.label().id()).toList();
        this.downColumns = identities.stream()
                .filter(identity -> identity.axis() == Axis.ROWS)
                .map(identity -> new Identity.Formula(expand(identity.left(), rows), expand(identity.right(), rows)))
                .filter(formula -> !formula.left().isEmpty() && !formula.right().isEmpty())
                .toList();
    }

    /// The rows that the terms mean, each once; none where a term means no row of the form.
    private static List<String> expand(List<String> terms, List<String> rows) {
        List<String> expanded = new ArrayList<>();
        for (String term : terms) {
            List<String> meant = rows.stream()
                    .filter(Terms.matching(term))
                    .filter(row -> !expanded.contains(row))
                    .toList();
            if (meant.isEmpty()) {
                return List.of();
            }
            expanded.addAll(meant);
        }
        return expanded;
    }

    /// The sums that hold in each column, their terms the ids of rows.
    List<Identity.Formula> downColumns() {
        return downColumns;
    }

    /// How many sums of the cells are fulfilled and how many are not; those of noughts only, and those with a
    /// term that is not stated, say nothing.
    Tally of(Map<CellKey, Cell> cells) {
        Tally tally = Tally.NONE;
        if (kind.sumsUp()) {
            for (TableKind.Row row : kind.rows()) {
                List<String> columns =
                        row.columns().stream().map(column -> column.id()).toList();
                String id = row.label().id();
                tally = tally.and(
                        sum(cells, List.of(id), columns.subList(0, columns.size() - 1)),
                        sum(cells, List.of(id), List.of(columns.getLast())));
            }
        }
        for (Identity.Formula formula : downColumns) {
            for (var column : kind.rows().getFirst().columns()) {
                tally = tally.and(
                        sum(cells, formula.left(), List.of(column.id())),
                        sum(cells, formula.right(), List.of(column.id())));
            }
        }
        return tally;
    }

    /// Whether every sum holds and each of those down the columns is of more than noughts: then the rows stand
    /// where they are taken for. What is left blank adds nothing; a cell that cannot be read proves nothing.
    boolean prove(Map<CellKey, Cell> cells) {
        Map<CellKey, Cell> filled = new HashMap<>(cells);
        cells.forEach((key, cell) -> {
            if (cell instanceof Cell.Blank || cell instanceof Cell.NotApplicable) {
                filled.put(key, new Cell.Stated(key, BigDecimal.ZERO, new Span(0, 0), 0));
            }
        });
        Tally tally = of(filled);
        boolean legible = filled.values().stream().allMatch(Cell.Stated.class::isInstance);
        return legible
                && tally.broken() == 0
                && !downColumns.isEmpty()
                && downColumns.stream().allMatch(formula -> says(filled, formula));
    }

    /// Whether all sums down a column hold where these are its values by the ids of their rows, those of other
    /// rows nothing, and none of them is of noughts only.
    boolean holdAlone(Map<String, BigDecimal> column) {
        return !downColumns.isEmpty()
                && downColumns.stream().allMatch(formula -> {
                    BigDecimal left = sum(column, formula.left());
                    return left.signum() != 0 && left.compareTo(sum(column, formula.right())) == 0;
                });
    }

    private static BigDecimal sum(Map<String, BigDecimal> column, List<String> rows) {
        return rows.stream()
                .map(row -> column.getOrDefault(row, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Whether a column has something to say in this sum.
    private boolean says(Map<CellKey, Cell> cells, Identity.Formula formula) {
        return kind.rows().getFirst().columns().stream()
                .flatMap(column -> sum(cells, formula.left(), List.of(column.id())).stream())
                .anyMatch(sum -> sum.signum() != 0);
    }

    private static Optional<BigDecimal> sum(Map<CellKey, Cell> cells, List<String> rows, List<String> columns) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String row : rows) {
            for (String column : columns) {
                if (!(cells.get(new CellKey(row, column)) instanceof Cell.Stated stated)) {
                    return Optional.empty();
                }
                sum = sum.add(stated.value());
            }
        }
        return Optional.of(sum);
    }

    /// How many sums are fulfilled, and how many are broken.
    record Tally(int fulfilled, int broken) {
        static final Tally NONE = new Tally(0, 0);

        private Tally and(Optional<BigDecimal> left, Optional<BigDecimal> right) {
            if (left.isEmpty()
                    || right.isEmpty()
                    || (left.get().signum() == 0 && right.get().signum() == 0)) {
                return this;
            }
            return left.get().compareTo(right.get()) == 0
                    ? new Tally(fulfilled + 1, broken)
                    : new Tally(fulfilled, broken + 1);
        }

        int balance() {
            return fulfilled - broken;
        }
    }
}
