package io.mingjian.tables;

import io.mingjian.model.TableKind;
import io.mingjian.model.Terms;
import io.mingjian.model.rule.Axis;
import io.mingjian.model.rule.Identity;
import java.math.BigDecimal;
import java.util.ArrayList;
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
