package io.mingjian.evaluation.generator;

import io.mingjian.evaluation.generator.Draft.Part.Table;
import io.mingjian.evaluation.generator.Draft.TableCell;
import io.mingjian.model.Form;
import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import io.mingjian.tables.CellKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Lays the numbers out as the official forms print them, merged cells included.
final class FormTables {
    private final Phrases.Heads heads;
    private final Form form;
    private final Figures figures;
    /// What a 0 is written as: `0`, or nothing.
    private final String zero;

    FormTables(Phrases.Heads heads, Form form, Figures figures, String zero) {
        this.heads = heads;
        this.form = form;
        this.figures = figures;
        this.zero = zero;
    }

    Table lay(TableKind table) {
        return switch (table.layout()) {
            case BLOCKS -> blocks(table);
            case ROWS ->
                heads.blocks().getOrDefault(form.id(), Map.of()).values().stream()
                                .anyMatch(rows -> rows.contains(
                                        table.rows().getFirst().label().id()))
                        ? sheet(table)
                        : applications(table);
        };
    }

    private String number(TableKind table, String row, String column) {
        BigDecimal value = figures.value(table.id(), new CellKey(row, column));
        return value.signum() == 0 ? zero : value.stripTrailingZeros().toPlainString();
    }

    /// 表二: blocks of rows, each under its own head, as wide as the widest.
    private Table sheet(TableKind table) {
        int width = 1
                + table.rows().stream()
                        .mapToInt(row -> row.columns().size())
                        .max()
                        .orElse(0);
        List<List<TableCell>> rows = new ArrayList<>();
        heads.blocks().getOrDefault(form.id(), Map.of()).forEach((title, members) -> {
            rows.add(List.of(new TableCell(title, 1, width)));
            List<TableKind.Row> own = table.rows().stream()
                    .filter(row -> members.contains(row.label().id()))
                    .toList();
            List<String> head = new ArrayList<>(List.of(heads.label()));
            own.getFirst().columns().forEach(column -> head.add(column.wording()));
            rows.add(stretched(head, width));
            for (TableKind.Row row : own) {
                List<String> cells = new ArrayList<>(List.of(row.label().wording()));
                row.columns()
                        .forEach(column -> cells.add(number(table, row.label().id(), column.id())));
                rows.add(stretched(cells, width));
            }
        });
        return new Table(rows, width);
    }

    /// The last cell takes what is left of the width.
    private static List<TableCell> stretched(List<String> texts, int width) {
        List<TableCell> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            cells.add(new TableCell(texts.get(i), 1, i == texts.size() - 1 ? width - i : 1));
        }
        return cells;
    }

    /// 表三: three columns of labels, groups reaching down beside their rows, then the applicants.
    private Table applications(TableKind table) {
        List<Label> columns = table.rows().getFirst().columns();
        List<List<TableCell>> rows = new ArrayList<>();
        rows.add(List.of(new TableCell(heads.balance(), 3, 3), new TableCell(heads.applicants(), 1, columns.size())));
        rows.add(List.of(
                new TableCell(columns.getFirst().wording(), 2, 1),
                new TableCell(heads.organizations(), 1, columns.size() - 2),
                new TableCell(columns.getLast().wording(), 2, 1)));
        rows.add(columns.subList(1, columns.size() - 1).stream()
                .map(column -> TableCell.of(column.wording()))
                .toList());
        String group = "";
        boolean outcomes = false;
        for (TableKind.Row row : table.rows()) {
            List<TableCell> cells = new ArrayList<>();
            Label label = row.label();
            boolean nested = label.id().indexOf('.') >= 0;
            if (!label.group().isEmpty() && !outcomes) {
                outcomes = true;
                cells.add(new TableCell(label.group(), grouped(table), 1));
            }
            if (nested && !label.group().equals(group)) {
                cells.add(new TableCell(label.group(), members(table, label.group()), 1));
            }
            group = label.group();
            cells.add(new TableCell(label.wording(), 1, label.group().isEmpty() ? 3 : nested ? 1 : 2));
            columns.forEach(column -> cells.add(TableCell.of(number(table, label.id(), column.id()))));
            rows.add(cells);
        }
        return new Table(rows, 3 + columns.size());
    }

    private static int grouped(TableKind table) {
        return (int) table.rows().stream()
                .filter(row -> !row.label().group().isEmpty())
                .count();
    }

    private static int members(TableKind table, String group) {
        return (int) table.rows().stream()
                .filter(row -> row.label().group().equals(group))
                .count();
    }

    /// 表四: all rows of the form side by side; all but the first are litigation.
    private Table blocks(TableKind table) {
        List<TableCell> top = new ArrayList<>();
        List<TableCell> middle = new ArrayList<>();
        List<TableCell> labels = new ArrayList<>();
        List<TableCell> values = new ArrayList<>();
        int width = 0;
        for (TableKind.Row row : table.rows()) {
            int size = row.columns().size();
            if (width == 0) {
                top.add(new TableCell(row.label().wording(), 2, size));
                top.add(new TableCell(
                        heads.litigation(), 1, size * (table.rows().size() - 1)));
            } else {
                middle.add(new TableCell(row.label().wording(), 1, size));
            }
            row.columns().forEach(column -> {
                labels.add(TableCell.of(column.wording()));
                values.add(TableCell.of(number(table, row.label().id(), column.id())));
            });
            width += size;
        }
        return new Table(List.of(top, middle, labels, values), width);
    }
}
