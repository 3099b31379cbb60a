package io.mingjian.web.overview;

import io.mingjian.model.Form;
import io.mingjian.model.Label;
import io.mingjian.model.ReportModel;
import io.mingjian.model.TableKind;
import io.mingjian.store.supervision.Sheet.CellName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The figures of a form: of a table that sums up its columns, the last one of every row; rows of one group,
/// whose ids begin alike (`denied.state_secret`), together. Of other tables every cell.
final class Measures {
    private static final String WITHIN = "/";

    private Measures() {}

    /// The figures of one table, in printed order.
    ///
    /// @param totals those of them that are sums of a row
    record Panel(String table, List<Measure.OfCells> measures, List<Measure.OfCells> totals) {
        Panel {
            measures = List.copyOf(measures);
            totals = List.copyOf(totals);
        }

        /// What a figure can be held against: all others of a table that sums up; else those of rows with the same
        /// columns, for a number of decisions and an amount of money are not on one scale.
        String scale(Measure.OfCells measure) {
            String row = measure.cells().getFirst().row();
            return totals.isEmpty()
                    ? measures.stream()
                            .map(other -> other.cells().getFirst())
                            .filter(cell -> cell.row().equals(row))
                            .map(CellName::column)
                            .collect(Collectors.joining(WITHIN))
                    : "";
        }
    }

    /// The tables of the form that a year's reports had to use.
    static List<Panel> of(ReportModel model, int year) {
        return model.forms().stream()
                .filter(form -> form.fromYear() <= year && year <= form.toYear())
                .findFirst()
                .or(() -> model.forms().stream().max(Comparator.comparingInt(Form::toYear)))
                .map(form -> form.tables().stream().map(Measures::panel).toList())
                .orElse(List.of());
    }

    private static Panel panel(TableKind table) {
        if (!table.sumsUp()) {
            return new Panel(table.id(), cells(table), List.of());
        }
        if (table.layout() == TableKind.Layout.ROWS) {
            List<Measure.OfCells> rows = rows(table);
            return new Panel(table.id(), rows, rows);
        }
        String last = table.rows().getFirst().columns().getLast().id();
        List<Measure.OfCells> cells = cells(table);
        return new Panel(
                table.id(),
                cells,
                cells.stream()
                        .filter(cell -> cell.cells().getFirst().column().equals(last))
                        .toList());
    }

    private static List<Measure.OfCells> rows(TableKind table) {
        Map<String, List<TableKind.Row>> groups = new LinkedHashMap<>();
        for (TableKind.Row row : table.rows()) {
            String id = row.label().id();
            int end = id.indexOf('.');
            groups.computeIfAbsent(end < 0 ? id : id.substring(0, end), none -> new ArrayList<>())
                    .add(row);
        }
        List<Measure.OfCells> measures = new ArrayList<>();
        groups.forEach((id, rows) -> {
            Label first = rows.getFirst().label();
            measures.add(new Measure.OfCells(
                    table.id() + WITHIN + id,
                    rows.size() == 1 ? shortest(first) : first.group(),
                    rows.stream()
                            .map(row -> new CellName(
                                    table.id(),
                                    row.label().id(),
                                    row.columns().getLast().id()))
                            .toList()));
        });
        return measures;
    }

    private static List<Measure.OfCells> cells(TableKind table) {
        List<Measure.OfCells> measures = new ArrayList<>();
        for (TableKind.Row row : table.rows()) {
            for (Label column : row.columns()) {
                CellName key = new CellName(table.id(), row.label().id(), column.id());
                measures.add(new Measure.OfCells(
                        key.toString(), row.label().wording() + " · " + shortest(column), List.of(key)));
            }
        }
        return measures;
    }

    /// Forms print a remark behind some wordings, which variants leave out.
    private static String shortest(Label label) {
        return label.wordings().stream()
                .filter(wording -> label.wording().startsWith(wording))
                .min(Comparator.comparingInt(String::length))
                .orElse(label.wording());
    }
}
