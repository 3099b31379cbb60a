package io.mingjian.ingest;

import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table drawn with pipes in plain text: Markdown's, or cells that each end in a pipe.
///
/// Where every line begins with a pipe, that pipe is the table's border; where some line does not, a leading
/// pipe ends an empty cell. Lines of dashes only are the rule under a header and belong to no row. Rows that
/// were each written as a table of their own, apart by empty lines, become one.
///
/// @param end the index of the first line after the table
record PipeTable(Block.Grid grid, int end) {
    /// No row is broken over more lines.
    private static final int MOST_LINES = 40;

    /// The table that begins at a line, or null where none does.
    static @Nullable PipeTable at(String text, List<Span> lines, int first) {
        if (pipes(text, row(lines, first, endOfRow(text, lines, first))) < 2) {
            return null;
        }
        List<Span> rows = new ArrayList<>();
        boolean ruled = false;
        int end = first;
        for (int i = first; i < lines.size(); i++) {
            int last = endOfRow(text, lines, i);
            Span line = row(lines, i, last);
            i = last;
            if (isRule(text, line)) {
                ruled = true;
                end = i + 1;
            } else if (pipes(text, line) >= 2) {
                rows.add(line);
                end = i + 1;
            } else if (!isBlank(text, line) || !isRowAlone(text, lines, first, i)) {
                break;
            }
        }
        if (rows.size() < 2 && !ruled) {
            return null;
        }
        return rows.isEmpty() ? null : new PipeTable(grid(text, rows), end);
    }

    /// The last line of the row that begins here: where a cell is broken over lines, the row goes on to the line
    /// that ends with its border.
    private static int endOfRow(String text, List<Span> lines, int first) {
        if (!isBordered(text, lines.get(first), true) || isBordered(text, lines.get(first), false)) {
            return first;
        }
        for (int i = first + 1; i < lines.size() && i - first < MOST_LINES; i++) {
            if (isBlank(text, lines.get(i)) || isBordered(text, lines.get(i), true)) {
                return first;
            }
            if (isBordered(text, lines.get(i), false)) {
                return i;
            }
        }
        return first;
    }

    private static boolean isBordered(String text, Span line, boolean left) {
        Span written = trim(text, line.start(), line.end());
        return !written.isEmpty() && isPipe(text.charAt(left ? written.start() : written.end() - 1));
    }

    private static Span row(List<Span> lines, int first, int last) {
        return new Span(lines.get(first).start(), lines.get(last).end());
    }

    /// Whether the blank line stands between two rows that are tables of their own: a rule just before it, or
    /// one line before and one after it.
    private static boolean isRowAlone(String text, List<Span> lines, int first, int blank) {
        if (blank + 1 >= lines.size() || pipes(text, lines.get(blank + 1)) < 2) {
            return false;
        }
        int before = blank - 1;
        if (isRule(text, lines.get(before))) {
            return true;
        }
        boolean oneBefore = before == first || isBlank(text, lines.get(before - 1));
        boolean oneAfter = blank + 2 >= lines.size()
                || pipes(text, lines.get(blank + 2)) < 2
                || isRule(text, lines.get(blank + 2));
        return oneBefore && oneAfter;
    }

    private static Block.Grid grid(String text, List<Span> rows) {
        boolean bordered = rows.stream().allMatch(row -> isPipe(text.charAt(start(text, row))));
        List<Block.GridCell> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Span line = rows.get(row);
            int column = 0;
            int from = start(text, line);
            if (bordered) {
                from++;
            }
            for (int i = from; i <= line.end(); i++) {
                boolean last = i == line.end();
                if (!last && !endsCell(text, i, from)) {
                    continue;
                }
                Span cell = trim(text, from, i);
                if (!last || !cell.isEmpty()) {
                    cells.add(new Block.GridCell(cell, row, column++, 1, 1));
                }
                from = i + 1;
            }
        }
        return new Block.Grid(new Span(rows.getFirst().start(), rows.getLast().end()), cells);
    }

    private static boolean endsCell(String text, int at, int from) {
        return isPipe(text.charAt(at)) && (at == from || text.charAt(at - 1) != '\\');
    }

    private static boolean isPipe(char c) {
        return c == '|' || c == '｜' || c == '│' || c == '┃';
    }

    private static int pipes(String text, Span line) {
        int pipes = 0;
        for (int i = line.start(); i < line.end(); i++) {
            pipes += isPipe(text.charAt(i)) ? 1 : 0;
        }
        return pipes;
    }

    private static boolean isRule(String text, Span line) {
        int dashes = 0;
        for (int i = line.start(); i < line.end(); i++) {
            char c = text.charAt(i);
            if (c == '-' || c == '=' || c == '─' || c == '━') {
                dashes++;
            } else if (!isPipe(c) && c != ':' && c != '+' && !isFrame(c) && !Folding.isSpace(c)) {
                return false;
            }
        }
        return dashes > 0;
    }

    /// Corners and crossings of box drawing.
    private static boolean isFrame(char c) {
        return c >= '┌' && c <= '╋';
    }

    private static boolean isBlank(String text, Span line) {
        return trim(text, line.start(), line.end()).isEmpty();
    }

    private static int start(String text, Span line) {
        return trim(text, line.start(), line.end()).start();
    }

    private static Span trim(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Folding.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && Folding.isSpace(text.charAt(to - 1))) {
            to--;
        }
        return new Span(from, to);
    }
}
