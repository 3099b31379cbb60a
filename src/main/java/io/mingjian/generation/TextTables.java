package io.mingjian.generation;

import io.mingjian.generation.Paper.Table;
import io.mingjian.generation.Paper.TableCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The ways in which a table comes as text.
final class TextTables {
    /// Where converted labels are wrapped.
    private static final int WRAP = 8;

    private TextTables() {}

    static String tabs(Table table) {
        return separated(table, "", "\t", "");
    }

    static String pipes(Table table) {
        return separated(table, "｜ ", " ｜ ", " ｜");
    }

    private static String separated(Table table, String before, String between, String behind) {
        return table.grid().stream()
                .map(row -> before + String.join(between, row) + behind + "\n")
                .collect(Collectors.joining());
    }

    static String commas(Table table) {
        return table.grid().stream()
                .map(row -> row.stream().map(TextTables::quoted).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining());
    }

    static String wideCommas(Table table) {
        return table.grid().stream()
                .map(row -> row.stream()
                                .map(text -> text.indexOf('，') < 0 && text.indexOf('\n') < 0 ? text : '"' + text + '"')
                                .collect(Collectors.joining("，"))
                        + "\n")
                .collect(Collectors.joining());
    }

    static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    static String markdown(Table table) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : table.grid()) {
            boolean first = text.isEmpty();
            text.append("| ").append(bars(row)).append(" |\n");
            text.append(first ? rule(table) : "");
        }
        return text.toString();
    }

    static String rowTables(Table table) {
        return table.grid().stream()
                .map(row -> "| " + bars(row) + " |\n" + rule(table) + "\n")
                .collect(Collectors.joining());
    }

    /// Markdown knows no line end within a cell.
    private static String bars(List<String> row) {
        return String.join(" | ", row).replace("\n", "<br>");
    }

    private static String rule(Table table) {
        return "|---".repeat(table.columns()) + "|\n";
    }

    static String cellLines(Table table) {
        return table.rows().stream()
                .map(row -> row.stream().map(cell -> "\t" + cell.text() + "\n").collect(Collectors.joining()) + "\n")
                .collect(Collectors.joining());
    }

    static String paragraphs(Table table) {
        return table.rows().stream()
                .flatMap(List::stream)
                .map(cell -> cell.text() + "\n\n")
                .collect(Collectors.joining());
    }

    static String glued(Table table) {
        return table.rows().stream()
                .map(row -> row.stream()
                                .map(TableCell::text)
                                .collect(Collectors.joining())
                                .replace("\n", "") + "\n")
                .collect(Collectors.joining());
    }

    /// The whole table in one line, a blank between its cells.
    static String oneLine(Table table) {
        return table.rows().stream()
                        .flatMap(List::stream)
                        .map(cell -> cell.text().replace("\n", ""))
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" "))
                + "\n";
    }

    static String raw(Table table) {
        StringBuilder text = new StringBuilder();
        for (List<TableCell> row : table.rows()) {
            for (TableCell cell : row) {
                if (!cell.text().isEmpty()) {
                    text.append(String.join("\n", wrapped(cell.text()))).append(' ');
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    /// Each row as many lines as its longest label is wrapped over; what is merged over rows goes on beside them.
    static String spaced(Table table) {
        List<List<String>> grid = table.grid();
        int[] widths = widths(grid, table.columns());
        StringBuilder text = new StringBuilder();
        List<List<String>> left = new ArrayList<>();
        for (int column = 0; column < table.columns(); column++) {
            left.add(new ArrayList<>());
        }
        int[] endsAt = new int[table.columns()];
        for (int row = 0; row < grid.size(); row++) {
            int next = 0;
            int height = 1;
            for (int column = 0; column < table.columns(); column++) {
                boolean begins =
                        endsAt[column] <= row && next < table.rows().get(row).size();
                if (begins) {
                    TableCell cell = table.rows().get(row).get(next++);
                    left.get(column).addAll(wrapped(cell.text()));
                    int end = Math.min(table.columns(), column + cell.columnSpan());
                    Arrays.fill(endsAt, column, end, row + cell.rowSpan());
                    column = end - 1;
                }
            }
            for (int column = 0; column < table.columns(); column++) {
                boolean ends = endsAt[column] <= row + 1;
                height = ends ? Math.max(height, left.get(column).size()) : height;
            }
            for (int i = 0; i < height; i++) {
                text.append(line(left, widths)).append('\n');
            }
        }
        return text.toString();
    }

    private static String line(List<List<String>> left, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = left.get(column).isEmpty() ? "" : left.get(column).removeFirst();
            line.append(cell).append(" ".repeat(Math.max(1, widths[column] - width(cell))));
        }
        return line.toString().stripTrailing();
    }

    private static int[] widths(List<List<String>> grid, int columns) {
        int[] widths = new int[columns];
        for (List<String> row : grid) {
            for (int column = 0; column < columns; column++) {
                for (String part : wrapped(row.get(column))) {
                    widths[column] = Math.max(widths[column], width(part) + 2);
                }
            }
        }
        return widths;
    }

    private static int width(String text) {
        return text.chars().map(c -> c < 0x80 ? 1 : 2).sum();
    }

    private static List<String> wrapped(String text) {
        return text.lines().flatMap(line -> wrappedLine(line).stream()).toList();
    }

    private static List<String> wrappedLine(String text) {
        boolean numbersLabel =
                text.indexOf('.') == 1 && text.chars().skip(2).limit(1).noneMatch(Character::isDigit);
        boolean figure = text.chars().limit(1).noneMatch(Character::isLetter)
                && !numbersLabel
                && text.chars().limit(1).noneMatch(c -> c == '（');
        List<String> parts = new ArrayList<>();
        for (int start = 0; start < text.length(); start += WRAP) {
            int end = figure ? text.length() : Math.min(text.length(), start + WRAP);
            parts.add(text.substring(start, end));
            if (end == text.length()) {
                break;
            }
        }
        return parts;
    }
}
