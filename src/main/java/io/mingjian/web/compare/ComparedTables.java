package io.mingjian.web.compare;

import io.mingjian.generation.OfficialTables;
import io.mingjian.generation.Paper;
import io.mingjian.model.Form;
import io.mingjian.model.ReportModel;
import io.mingjian.model.SectionKind;
import io.mingjian.model.TableKind;
import io.mingjian.store.supervision.Sheet.CellName;
import io.mingjian.web.compare.CompareView.Box;
import io.mingjian.web.compare.CompareView.TableDifference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Prints the cells of two years in the layout of the form that has room for most of them.
final class ComparedTables {
    private final ReportModel model;

    ComparedTables(ReportModel model) {
        this.model = model;
    }

    /// @param boxes what to print for each cell that either year has
    List<TableDifference> print(Map<CellName, Box.Figures> boxes) {
        return model.forms().stream()
                .max(Comparator.comparingLong(form -> room(form, boxes)))
                .filter(form -> room(form, boxes) > 0)
                .map(form -> form.tables().stream()
                        .filter(table -> table.rows().stream().anyMatch(row -> isFilled(table, row, boxes)))
                        .map(table -> print(table, boxes))
                        .toList())
                .orElse(List.of());
    }

    private static long room(Form form, Map<CellName, Box.Figures> boxes) {
        return form.tables().stream()
                .flatMap(table -> table.rows().stream()
                        .flatMap(row -> row.columns().stream()
                                .map(column ->
                                        new CellName(table.id(), row.label().id(), column.id()))))
                .filter(boxes::containsKey)
                .count();
    }

    private static boolean isFilled(TableKind table, TableKind.Row row, Map<CellName, Box.Figures> boxes) {
        return row.columns().stream()
                .anyMatch(column ->
                        boxes.containsKey(new CellName(table.id(), row.label().id(), column.id())));
    }

    /// The layout is printed with the names of cells for texts, and each name is then replaced by its figures.
    private TableDifference print(TableKind table, Map<CellName, Box.Figures> boxes) {
        Map<String, Box.Figures> named = new java.util.HashMap<>();
        boxes.forEach((name, figures) -> named.put(name.toString(), figures));
        Paper.Table printed =
                OfficialTables.print(table, (row, column) -> new CellName(table.id(), row, column).toString());
        List<List<Box>> rows = printed.rows().stream()
                .map(row -> {
                    boolean hasFigures = row.stream().anyMatch(cell -> named.containsKey(cell.text()));
                    return row.stream()
                            .map(cell -> box(cell, named, hasFigures ? "row" : "col"))
                            .toList();
                })
                .toList();
        String name = model.section(table.section())
                .map(SectionKind::headings)
                .map(List::getFirst)
                .orElse(table.id());
        return new TableDifference(table.id(), name, rows);
    }

    private static Box box(Paper.TableCell cell, Map<String, Box.Figures> named, String scope) {
        Box.Figures figures = named.get(cell.text());
        return figures == null
                ? new Box.Wording(cell.text(), cell.rowSpan(), cell.columnSpan(), scope)
                : figures.over(cell.rowSpan(), cell.columnSpan());
    }
}
