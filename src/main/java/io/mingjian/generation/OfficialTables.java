package io.mingjian.generation;

import io.mingjian.generation.Paper.Table;
import io.mingjian.generation.Paper.TableCell;
import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Prints a table of a form as the form prescribes it, heads and merged cells included.
public final class OfficialTables {
    private OfficialTables() {}

    /// The table with what `text` says for each row id and column id.
    public static Table print(TableKind kind, BiFunction<String, String, String> text) {
        return switch (kind.layout()) {
            case BLOCKS -> blocks(kind, text);
            case ROWS -> sharesColumns(kind) ? matrix(kind, text) : lists(kind, text);
        };
    }

    private static boolean sharesColumns(TableKind kind) {
        return kind.rows().stream()
                .allMatch(row -> row.columns().equals(kind.rows().getFirst().columns()));
    }

    /// A list of rows under a head of its own for each group (表二).
    private static Table lists(TableKind kind, BiFunction<String, String, String> text) {
        int columns = 1
                + kind.rows().stream()
                        .mapToInt(row -> row.columns().size())
                        .max()
                        .orElse(0);
        List<List<TableCell>> rows = new ArrayList<>();
        String group = "";
        for (TableKind.Row row : kind.rows()) {
            int width = columns - 1;
            if (!row.label().group().equals(group)) {
                group = row.label().group();
                rows.add(List.of(new TableCell(group, 1, columns)));
                rows.add(spread(
                        kind.headers().getFirst(),
                        row.columns().stream().map(Label::wording).toList(),
                        width));
            }
            List<String> values = row.columns().stream()
                    .map(column -> text.apply(row.label().id(), column.id()))
                    .toList();
            rows.add(spread(row.label().wording(), values, width));
        }
        return new Table(columns, rows);
    }

    /// A label and its cells, the last one as wide as is left.
    private static List<TableCell> spread(String label, List<String> cells, int width) {
        List<TableCell> row = new ArrayList<>();
        row.add(TableCell.of(label));
        for (int i = 0; i < cells.size(); i++) {
            int span = i == cells.size() - 1 ? width - i : 1;
            row.add(new TableCell(cells.get(i), 1, span));
        }
        return row;
    }

    /// Rows in groups of groups, under one head of persons and organizations (表三).
    private static Table matrix(TableKind kind, BiFunction<String, String, String> text) {
        List<Label> columns = kind.rows().getFirst().columns();
        List<List<TableCell>> rows = new ArrayList<>();
        List<TableCell> top = new ArrayList<>();
        top.add(new TableCell(kind.headers().get(0), 3, 3));
        top.add(new TableCell(kind.headers().get(1), 1, columns.size()));
        rows.add(top);
        rows.add(List.of(
                new TableCell(columns.getFirst().wording(), 2, 1),
                new TableCell(kind.headers().get(2), 1, columns.size() - 2),
                new TableCell(columns.getLast().wording(), 2, 1)));
        rows.add(columns.subList(1, columns.size() - 1).stream()
                .map(column -> TableCell.of(column.wording()))
                .toList());
        String outer = kind.rows().stream()
                .map(row -> row.label().group())
                .filter(group -> !group.isEmpty())
                .findFirst()
                .orElse("");
        int first = firstOf(kind, outer);
        int last = lastOf(kind, outer);
        for (int i = 0; i < kind.rows().size(); i++) {
            TableKind.Row row = kind.rows().get(i);
            List<TableCell> cells = new ArrayList<>();
            if (i == first) {
                cells.add(new TableCell(outer, last - first + 1, 1));
            }
            String group = row.label().group();
            boolean subgroup = !group.isEmpty() && !group.equals(outer);
            if (subgroup && i == firstOf(kind, group)) {
                cells.add(new TableCell(group, lastOf(kind, group) - i + 1, 1));
            }
            cells.add(new TableCell(row.label().wording(), 1, subgroup ? 1 : group.isEmpty() ? 3 : 2));
            columns.forEach(
                    column -> cells.add(TableCell.of(text.apply(row.label().id(), column.id()))));
            rows.add(cells);
        }
        return new Table(3 + columns.size(), rows);
    }

    private static int firstOf(TableKind kind, String group) {
        int i = 0;
        while (!kind.rows().get(i).label().group().equals(group)) {
            i++;
        }
        return i;
    }

    private static int lastOf(TableKind kind, String group) {
        int i = kind.rows().size() - 1;
        while (!kind.rows().get(i).label().group().equals(group)) {
            i--;
        }
        return i;
    }

    /// All rows of the form side by side (表四).
    private static Table blocks(TableKind kind, BiFunction<String, String, String> text) {
        List<TableCell> top = new ArrayList<>();
        List<TableCell> middle = new ArrayList<>();
        List<TableCell> bottom = new ArrayList<>();
        List<TableCell> values = new ArrayList<>();
        String open = "";
        for (int i = 0; i < kind.rows().size(); i++) {
            TableKind.Row row = kind.rows().get(i);
            String group = row.label().group();
            if (group.isEmpty()) {
                top.add(new TableCell(row.label().wording(), 1, row.columns().size()));
                row.columns().forEach(column -> middle.add(new TableCell(column.wording(), 2, 1)));
            } else {
                if (!group.equals(open)) {
                    int width = kind.rows().stream()
                            .filter(other -> other.label().group().equals(group))
                            .mapToInt(other -> other.columns().size())
                            .sum();
                    top.add(new TableCell(group, 1, width));
                }
                middle.add(new TableCell(row.label().wording(), 1, row.columns().size()));
                row.columns().forEach(column -> bottom.add(TableCell.of(column.wording())));
            }
            open = group;
            row.columns()
                    .forEach(column ->
                            values.add(TableCell.of(text.apply(row.label().id(), column.id()))));
        }
        return new Table(kind.cells(), List.of(top, middle, bottom, values));
    }
}
