package io.mingjian.ingest;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// A grid while its cells arrive, row by row. Used by one thread, once.
///
/// Spans that run over the grid's end or into another cell are cut: no position is covered twice.
final class GridDraft {
    private static final String IDEOGRAPHS = "一二三四五六七八九十";
    private static final String DIGITS = "0123456789";

    /// A merged cell reaches no further down than this: a span holds no text, so that nothing is lost.
    private static final int TALLEST = 10_000;

    private final int mostColumns;
    private final List<List<DraftCell>> cells = new ArrayList<>();
    private final List<boolean[]> taken = new ArrayList<>();
    private int columns;

    /// One cell and what it covers.
    ///
    /// @param page where it stands, from 1; 0 for the page of the text around it
    record DraftCell(int row, int column, int rowSpan, int columnSpan, String text, int page) {}

    /// @param mostColumns columns that are accepted; a cell with text further out refuses the document
    GridDraft(int mostColumns) {
        this.mostColumns = mostColumns;
    }

    int mostColumns() {
        return mostColumns;
    }

    /// Makes the row known, even if no cell begins in it.
    void exists(int row) {
        while (cells.size() <= row) {
            cells.add(new ArrayList<>());
        }
    }

    /// The first free column of a row, from a column on.
    int free(int row, int from) {
        int column = from;
        while (column < mostColumns && isTaken(row, column)) {
            column++;
        }
        return column;
    }

    /// Puts a cell at a place; nothing happens where the place is taken.
    ///
    /// @throws MingjianException where there are more columns than are accepted
    void put(int row, int column, int rowSpan, int columnSpan, String text) {
        put(new DraftCell(row, column, rowSpan, columnSpan, text, 0));
    }

    /// The same for a cell that may stand on a page of its own.
    void put(DraftCell cell) {
        int row = cell.row();
        int column = cell.column();
        String text = cell.text();
        if (column >= mostColumns && !text.isBlank()) {
            throw MingjianException.limit(ProblemCode.TOO_LARGE, "mingjian.limits.table-columns", mostColumns);
        }
        if (column >= mostColumns || isTaken(row, column)) {
            return;
        }
        int width = 1;
        while (width < cell.columnSpan() && column + width < mostColumns && !isTaken(row, column + width)) {
            width++;
        }
        int height = 1;
        while (height < cell.rowSpan() && height < TALLEST && isFree(row + height, column, width)) {
            height++;
        }
        take(row, column, height, width);
        exists(row);
        cells.get(row).add(new DraftCell(row, column, height, width, text, cell.page()));
        columns = Math.max(columns, column + width);
    }

    private void take(int row, int column, int height, int width) {
        for (int r = row; r < row + height; r++) {
            while (taken.size() <= r) {
                taken.add(new boolean[16]);
            }
            boolean[] line = taken.get(r);
            if (line.length < column + width) {
                line = Arrays.copyOf(line, column + width + 16);
                taken.set(r, line);
            }
            Arrays.fill(line, column, column + width, true);
        }
    }

    /// Puts a cell at the first free column of a row.
    void add(int row, int rowSpan, int columnSpan, String text) {
        put(row, free(row, 0), rowSpan, columnSpan, text);
    }

    boolean isEmpty() {
        return columns == 0;
    }

    /// Whether a whole report was laid out as this one table, as sheets are exported: two headings of sections
    /// stand in rows of their own.
    boolean isPage() {
        int headings = 0;
        for (int row = 0; row < rows(); row++) {
            headings += isAlone(row) && isHeading(cells.get(row).getFirst().text()) ? 1 : 0;
        }
        return headings > 1;
    }

    /// Hands out such a page: its headings and sentences as text, what stands between them as grids. Lines
    /// before the first heading that stand alone are text too.
    void parts(Consumer<String> paragraphs, Consumer<GridDraft> grids) {
        GridDraft open = new GridDraft(mostColumns);
        int first = 0;
        boolean headed = false;
        for (int row = 0; row < rows(); row++) {
            String text = isAlone(row) ? cells.get(row).getFirst().text() : "";
            headed |= isHeading(text);
            if (!text.isBlank() && (isProse(text) || !headed)) {
                grids.accept(open);
                paragraphs.accept(text);
                open = new GridDraft(mostColumns);
                first = row + 1;
            } else if (open.isEmpty() && isBlank(row)) {
                first = row + 1;
            } else {
                open.exists(row - first);
                for (DraftCell cell : row(row)) {
                    open.put(new DraftCell(
                            row - first, cell.column(), cell.rowSpan(), cell.columnSpan(), cell.text(), cell.page()));
                }
            }
        }
        grids.accept(open);
    }

    /// Whether a row is one cell across the whole table.
    private boolean isAlone(int row) {
        if (cells.get(row).size() != 1) {
            return false;
        }
        DraftCell cell = cells.get(row).getFirst();
        boolean covered = false;
        for (int column = cell.column() + cell.columnSpan(); column < columns; column++) {
            covered |= isTaken(row, column);
        }
        return cell.column() == 0 && cell.rowSpan() == 1 && !covered;
    }

    private boolean isBlank(int row) {
        return cells.get(row).stream().allMatch(cell -> cell.text().isBlank());
    }

    /// Whether a text is a heading or a sentence, and not what a table has in one of its cells.
    static boolean isProse(String text) {
        return text.indexOf('。') >= 0 || isHeading(text);
    }

    /// Whether a text begins as a section's heading does: 一、
    static boolean isHeading(String text) {
        String bare = text.strip();
        int at = numeral(bare, IDEOGRAPHS);
        return at > 0 && at < bare.length() && bare.charAt(at) == '、';
    }

    /// Whether a text begins with a number as headings do, rows of tables too: 一、 or 3. or 三.
    static boolean isNumbered(String text) {
        String bare = text.strip();
        int at = Math.max(numeral(bare, IDEOGRAPHS), numeral(bare, DIGITS));
        return at > 0
                && at + 1 < bare.length()
                && "、.．".indexOf(bare.charAt(at)) >= 0
                && (bare.charAt(at) == '、' || DIGITS.indexOf(bare.charAt(at + 1)) < 0);
    }

    /// Where the numeral that a text begins with ends.
    private static int numeral(String text, String numerals) {
        int at = 0;
        while (at < text.length() && numerals.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    int size() {
        return cells.stream().mapToInt(List::size).sum();
    }

    int rows() {
        return cells.size();
    }

    int columns() {
        return columns;
    }

    /// The cells that begin in a row, from left to right, with spans that stay inside the grid.
    List<DraftCell> row(int row) {
        return cells.get(row).stream()
                .sorted(Comparator.comparingInt(DraftCell::column))
                .map(cell -> new DraftCell(
                        row,
                        cell.column(),
                        Math.min(cell.rowSpan(), rows() - row),
                        cell.columnSpan(),
                        cell.text(),
                        cell.page()))
                .toList();
    }

    private boolean isTaken(int row, int column) {
        return row < taken.size() && column < taken.get(row).length && taken.get(row)[column];
    }

    private boolean isFree(int row, int column, int width) {
        for (int c = column; c < column + width; c++) {
            if (isTaken(row, c)) {
                return false;
            }
        }
        return true;
    }
}
