package io.mingjian.ingest.layout;

import io.mingjian.ingest.layout.LaidPiece.LaidCell;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table that page breaks cut, put together part by part. Used by one thread, once.
final class TableParts {
    /// How far a column's edge may move from one page to the next, in points.
    private static final float SAME = 6f;

    private float[] edges;
    private final List<LaidCell> cells;
    private int rows;

    TableParts(RuledTable first, List<LaidCell> cells) {
        this.edges = first.columnEdges();
        this.cells = new ArrayList<>(cells);
        this.rows = first.rows();
    }

    /// Whether the first table of the next page has this table's outer edges and no column that this one lacks,
    /// or the other way about.
    boolean continuesWith(RuledTable next) {
        float[] other = next.columnEdges();
        boolean sameWidth = Math.abs(edges[0] - other[0]) < SAME
                && Math.abs(edges[edges.length - 1] - other[other.length - 1]) < SAME;
        return sameWidth && (holdsAll(edges, other) || holdsAll(other, edges));
    }

    private static boolean holdsAll(float[] all, float[] some) {
        for (float edge : some) {
            if (index(all, edge) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int index(float[] edges, float edge) {
        for (int i = 0; i < edges.length; i++) {
            if (Math.abs(edges[i] - edge) < SAME) {
                return i;
            }
        }
        return -1;
    }

    /// Adds the rows of the next page: without a header that is printed again, cells that the break cut made
    /// whole.
    ///
    /// @param page whether they stand on a further page, and not in another part of the same
    void add(RuledTable next, List<LaidCell> found, boolean page) {
        float[] other = next.columnEdges();
        if (!holdsAll(edges, other)) {
            cells.replaceAll(cell -> refit(cell, edges, other));
            edges = other;
        }
        List<LaidCell> fitted = new ArrayList<>();
        found.forEach(cell -> fitted.add(refit(cell, other, edges)));
        int again = repeatedRows(fitted, next.rows());
        boolean cut = again == 0 && isRowCut(fitted);
        int shift = rows - again - (cut ? 1 : 0);
        int before = cells.size();
        for (LaidCell cell : fitted) {
            if (cell.row() >= again) {
                place(cell.moved(shift), cut);
            }
        }
        if (page && cells.size() > before) {
            // The first cell that is the new page's alone; one that began on the page before may be written long
            // before.
            LaidCell first = cells.get(before);
            cells.set(before, first.saying("\f" + first.text()));
        }
        rows = shift + next.rows();
    }

    /// The cell in columns that are parted more finely.
    private static LaidCell refit(LaidCell cell, float[] from, float[] to) {
        int column = index(to, from[cell.column()]);
        int end = index(to, from[cell.column() + cell.columnSpan()]);
        return cell.over(column, Math.max(1, end - column));
    }

    /// How many rows at the top only say again what the table's first rows say.
    private int repeatedRows(List<LaidCell> found, int most) {
        for (int count = Math.min(4, most - 1); count > 0; count--) {
            int last = count;
            List<LaidCell> head = cells.stream()
                    .filter(cell -> cell.row() < last)
                    .map(cell -> cell.on(0))
                    .toList();
            List<LaidCell> again = found.stream()
                    .filter(cell -> cell.row() < last)
                    .map(cell -> cell.on(0))
                    .toList();
            boolean closed = again.stream().allMatch(cell -> cell.row() + cell.rowSpan() <= last);
            if (closed
                    && head.equals(again)
                    && head.stream().anyMatch(cell -> !cell.text().isEmpty())) {
                return count;
            }
        }
        return 0;
    }

    /// Whether the break went through a row: the first row has labels only, none with a number before it, in
    /// columns whose last cell has text too.
    private boolean isRowCut(List<LaidCell> found) {
        boolean goesOn = false;
        for (LaidCell cell : found) {
            if (cell.row() == 0 && !cell.text().isEmpty()) {
                LaidCell above = lastAt(cell.column());
                if (above == null || above.columnSpan() != cell.columnSpan()) {
                    return false;
                }
                if (above.text().isEmpty() || isNumber(above.text()) || begins(cell.text())) {
                    return false;
                }
                goesOn |= cell.rowSpan() == 1;
            }
        }
        boolean hasValues =
                cells.stream().anyMatch(cell -> cell.row() + cell.rowSpan() == rows && isNumber(cell.text()));
        return goesOn && hasValues;
    }

    /// Whether a text is no rest of one: a value, or a label with its number.
    private static boolean begins(String text) {
        return isNumber(text) || Flow.beginsNumbered(text);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> Character.isDigit(c) || ".,-+/ ".indexOf(c) >= 0);
    }

    private @Nullable LaidCell lastAt(int column) {
        for (int i = cells.size() - 1; i >= 0; i--) {
            LaidCell cell = cells.get(i);
            if (cell.column() == column && cell.row() + cell.rowSpan() == rows) {
                return cell;
            }
        }
        return null;
    }

    private void place(LaidCell cell, boolean cut) {
        boolean atBreak = cell.row() == rows - (cut ? 1 : 0);
        LaidCell above = atBreak ? lastAt(cell.column()) : null;
        boolean same = above != null && above.columnSpan() == cell.columnSpan();
        boolean blank = cell.text().isBlank();
        boolean merged = above != null && same && (cut || (blank && (above.rowSpan() > 1 || cell.rowSpan() > 1)));
        if (!merged || above == null) {
            cells.add(cell);
            return;
        }
        int end = Math.max(above.row() + above.rowSpan(), cell.row() + cell.rowSpan());
        String text =
                cell.text().startsWith("\f") ? above.text() + cell.text() : Joint.of(above.text(), true, cell.text());
        cells.set(
                cells.indexOf(above),
                new LaidCell(above.row(), above.column(), end - above.row(), above.columnSpan(), text, above.page()));
    }

    LaidPiece.LaidTable table() {
        return new LaidPiece.LaidTable(cells, rows);
    }
}
