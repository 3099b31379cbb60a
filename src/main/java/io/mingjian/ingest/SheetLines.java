package io.mingjian.ingest;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// One sheet of a workbook while its cells arrive, whatever file they come from: rows with one filled cell are
/// paragraphs, runs of other rows are grids with their merged cells. Used by one thread, once.
final class SheetLines {
    /// Texts further apart in one sheet make no table whose blank cells say anything.
    private static final int UNRULED_COLUMNS = 200;

    private final TreeMap<Integer, Line> lines = new TreeMap<>();
    private final int most;
    private int count;

    /// @param limits how many cells are accepted
    SheetLines(Limits limits) {
        this.most = limits.shape().sheetCells();
    }

    /// Cells merged into one.
    private record Merge(int column, int rows, int columns) {}

    /// One row: what its cells say by column, which of them exist, around how many lines are drawn.
    private static final class Line {
        private final int number;
        private final Map<Integer, String> texts = new TreeMap<>();
        private final Set<Integer> cells = new TreeSet<>();
        private final List<Merge> merges = new ArrayList<>();
        private int borders;
        private boolean joined;

        Line(int number) {
            this.number = number;
        }

        boolean isBlank() {
            return texts.isEmpty();
        }

        boolean isBordered() {
            return borders > 1;
        }

        boolean isWide() {
            return texts.size() > 1 || (joined && !texts.isEmpty());
        }

        /// A heading or a sentence is never a row of a table that has but one cell filled; nor is what begins
        /// with a number and has no cell beside it.
        boolean isProse() {
            String text = texts.values().iterator().next();
            return GridDraft.isProse(text) || (cells.size() == 1 && GridDraft.isNumbered(text));
        }
    }

    private Line line(int row) {
        return lines.computeIfAbsent(row, Line::new);
    }

    /// Makes the row known, even if it has no cell.
    void row(int row) {
        line(row);
    }

    /// A cell that exists.
    ///
    /// @param bordered whether a line is drawn above or below it
    /// @throws MingjianException where there are more cells than are accepted
    void cell(int row, int column, String text, boolean bordered) {
        if (++count > most) {
            throw MingjianException.limit(ProblemCode.TOO_LARGE, "mingjian.limits.sheet-cells", most);
        }
        Line line = line(row);
        line.cells.add(column);
        if (!text.isBlank()) {
            line.texts.put(column, text);
        }
        line.borders += bordered ? 1 : 0;
    }

    void merge(int row, int column, int rows, int columns) {
        line(row).merges.add(new Merge(column, rows, columns));
    }

    void write(Draft draft) {
        List<Line> all = joined();
        for (int i = 0; i < all.size(); ) {
            int end = i;
            while (end < all.size() && isTableRow(all, end, end > i)) {
                end++;
            }
            if (end - i > 1) {
                draft.grid(grid(all.subList(i, end), draft.newGrid()));
                i = end;
            } else {
                all.get(i).texts.values().forEach(draft::paragraph);
                i++;
            }
        }
    }

    /// The rows, those told that a merged cell joins with others.
    private List<Line> joined() {
        int covered = -1;
        for (Line line : lines.values()) {
            line.joined = line.number <= covered;
            for (Merge merge : line.merges) {
                line.joined |= merge.rows() > 1;
                covered = Math.max(covered, line.number + merge.rows() - 1);
            }
        }
        return new ArrayList<>(lines.values());
    }

    /// Rows of several cells, and those of one cell that stand between them or are ruled like them.
    private static boolean isTableRow(List<Line> lines, int at, boolean inside) {
        Line line = lines.get(at);
        if (inside && line.number != lines.get(at - 1).number + 1) {
            return false;
        }
        if (line.isBlank()) {
            return inside && line.isBordered();
        }
        if (line.isWide()) {
            return true;
        }
        if (line.isBordered()) {
            return inside || (at + 1 < lines.size() && lines.get(at + 1).isBordered());
        }
        return !line.isProse()
                && at + 1 < lines.size()
                && !lines.get(at + 1).isBlank()
                && lines.get(at + 1).isWide();
    }

    /// The rows as one grid. Nothing in a place of it is a blank cell, ruled or not.
    private GridDraft grid(List<Line> lines, GridDraft grid) {
        int first = lines.getFirst().number;
        int left = lines.stream()
                .flatMap(line -> line.texts.keySet().stream())
                .mapToInt(Integer::intValue)
                .min()
                .orElse(0);
        int right = lines.stream()
                .flatMap(line -> line.texts.keySet().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        int width = right - left < UNRULED_COLUMNS && (long) lines.size() * (right - left + 1) <= most
                ? right - left + 1
                : 0;
        for (Line line : lines) {
            int row = line.number - first;
            grid.exists(row);
            for (Merge merge : line.merges) {
                String text = line.texts.getOrDefault(merge.column(), "");
                grid.put(
                        row,
                        Math.max(0, merge.column() - left),
                        Math.min(merge.rows(), lines.getLast().number - line.number + 1),
                        merge.columns(),
                        text);
            }
            line.texts.forEach((column, text) -> grid.put(row, column - left, 1, 1, text));
            for (int column : line.cells) {
                if (line.isBordered() && column >= left) {
                    grid.put(row, column - left, 1, 1, "");
                }
            }
            for (int column = 0; column < width; column++) {
                grid.put(row, column, 1, 1, "");
            }
        }
        return grid;
    }
}
