package io.mingjian.checks;

import io.mingjian.model.Terms;
import io.mingjian.model.rule.Axis;
import io.mingjian.model.rule.Term;
import io.mingjian.tables.Cell;
import io.mingjian.tables.StatutoryTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The cells of a table along one axis: for each index of the other axis, a line of cells by their term.
///
/// @param lines in the order of the table
record TableLines(Map<String, Map<String, Cell>> lines) {
    static TableLines of(StatutoryTable table, Axis axis) {
        Map<String, Map<String, Cell>> lines = new LinkedHashMap<>();
        for (Cell cell : table.cells()) {
            boolean rows = axis == Axis.ROWS;
            String line = rows ? cell.key().column() : cell.key().row();
            String term = rows ? cell.key().row() : cell.key().column();
            lines.computeIfAbsent(line, key -> new LinkedHashMap<>()).put(term, cell);
        }
        return new TableLines(lines);
    }

    Set<String> indexes() {
        return lines.keySet();
    }

    /// The cells of one term in these lines; none where a line lacks it.
    List<Cell> across(String term, Collection<String> indexes) {
        List<Cell> cells = new ArrayList<>();
        for (String index : indexes) {
            Cell cell = lines.getOrDefault(index, Map.of()).get(term);
            if (cell == null) {
                return List.of();
            }
            cells.add(cell);
        }
        return cells;
    }

    /// What is stated of the terms in a line; less than their sum where a cell has no number.
    CellSum.Known stated(String index, List<String> terms) {
        Map<String, Cell> line = lines.getOrDefault(index, Map.of());
        List<Cell> cells = new ArrayList<>();
        terms.stream()
                .map(Terms::matching)
                .forEach(means -> line.forEach((name, cell) -> {
                    if (means.test(name)) {
                        cells.add(cell);
                    }
                }));
        return CellSum.stated(cells);
    }

    /// The sum of the terms' cells in a line; unknown of another form where it has none for a term.
    CellSum sum(String index, List<String> terms) {
        Map<String, Cell> line = lines.getOrDefault(index, Map.of());
        List<Cell> cells = new ArrayList<>();
        for (String term : terms) {
            int before = cells.size();
            Predicate<String> means = Terms.matching(term);
            line.forEach((name, cell) -> {
                if (means.test(name)) {
                    cells.add(cell);
                }
            });
            if (cells.size() == before) {
                return new CellSum.Unknown(Outcome.Reason.OTHER_FORM);
            }
        }
        return CellSum.of(cells);
    }

    /// The sum of a reading: rows and columns with their signs; unknown of another form where the form lacks one.
    static CellSum sum(List<Term> reading, StatutoryTable table) {
        CellSum.Known sum = CellSum.NOTHING;
        for (Term term : reading) {
            Predicate<String> row = Terms.matching(term.row());
            Predicate<String> column = Terms.matching(term.column());
            List<Cell> cells = table.cells().stream()
                    .filter(cell ->
                            row.test(cell.key().row()) && column.test(cell.key().column()))
                    .toList();
            switch (cells.isEmpty() ? new CellSum.Unknown(Outcome.Reason.OTHER_FORM) : CellSum.of(cells)) {
                case CellSum.Known known -> sum = term.minus() ? sum.minus(known) : sum.plus(known);
                case CellSum.Unknown unknown -> {
                    return unknown;
                }
            }
        }
        return sum;
    }

    /// The readings that the table answers.
    static List<CellSum.Known> known(List<List<Term>> readings, StatutoryTable table) {
        List<CellSum.Known> known = new ArrayList<>();
        for (List<Term> reading : readings) {
            if (sum(reading, table) instanceof CellSum.Known sum) {
                known.add(sum);
            }
        }
        return known;
    }
}
