package io.mingjian.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// A table whose cells say where their edges stand and not which columns they cover: binary Word and RTF. Used
/// by one thread, once.
final class EdgeTable {
    /// Edges nearer than this are one, in twentieths of a point.
    private static final int SAME = 40;

    private final List<List<EdgeCell>> rows = new ArrayList<>();

    /// How a cell takes part in a merge.
    enum Merge {
        NONE,
        BEGINS,
        CONTINUES
    }

    /// A cell between two edges.
    record EdgeCell(int left, int right, Merge across, Merge down, String text) {}

    void row(List<EdgeCell> cells) {
        rows.add(List.copyOf(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /// Writes the table; one of a single column is a frame around paragraphs.
    void write(Draft draft) {
        int[] edges = edges();
        if (edges.length <= 2) {
            rows.forEach(row -> row.forEach(cell -> draft.paragraph(cell.text())));
            return;
        }
        GridDraft grid = draft.newGrid();
        for (int row = 0; row < rows.size(); row++) {
            grid.exists(row);
            List<EdgeCell> cells = rows.get(row);
            for (int i = 0; i < cells.size(); i++) {
                EdgeCell cell = cells.get(i);
                if (cell.across() == Merge.CONTINUES || (cell.down() == Merge.CONTINUES && row > 0)) {
                    continue;
                }
                int right = cell.right();
                for (int next = i + 1; next < cells.size() && cells.get(next).across() == Merge.CONTINUES; next++) {
                    right = cells.get(next).right();
                }
                int column = index(edges, cell.left());
                grid.put(row, column, height(row, cell), Math.max(1, index(edges, right) - column), cell.text());
            }
        }
        draft.grid(grid);
    }

    private int height(int row, EdgeCell cell) {
        int height = 1;
        while (cell.down() == Merge.BEGINS && row + height < rows.size() && continues(rows.get(row + height), cell)) {
            height++;
        }
        return height;
    }

    private static boolean continues(List<EdgeCell> row, EdgeCell above) {
        return row.stream()
                .anyMatch(cell -> cell.down() == Merge.CONTINUES && Math.abs(cell.left() - above.left()) <= SAME);
    }

    private int[] edges() {
        TreeSet<Integer> all = new TreeSet<>();
        for (List<EdgeCell> row : rows) {
            for (EdgeCell cell : row) {
                all.add(cell.left());
                all.add(cell.right());
            }
        }
        List<Integer> apart = new ArrayList<>();
        for (int edge : all) {
            if (apart.isEmpty() || edge - apart.getLast() > SAME) {
                apart.add(edge);
            }
        }
        return apart.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The edge nearest to a place.
    private static int index(int[] edges, int place) {
        int nearest = 0;
        for (int i = 1; i < edges.length; i++) {
            if (Math.abs(edges[i] - place) < Math.abs(edges[nearest] - place)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
