package io.mingjian.ingest.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// A table as its ruling lines draw it: the places of its lines, and which lines part which cells.
final class RuledTable {
    /// Lines nearer than this are one line, in points.
    private static final float SAME = 3f;

    /// Pieces nearer than this are drawn along one line.
    private static final float ONE = 1.6f;

    /// Room that is left free beside a cell's walls, in points: a word processor leaves 5.4.
    private static final float PADDING = 6f;

    private final float[] xs;
    private final float[] ys;
    private final List<Ruling> rulings;

    private RuledTable(float[] xs, float[] ys, List<Ruling> rulings) {
        this.xs = xs;
        this.ys = ys;
        this.rulings = rulings;
    }

    /// The tables on a page, from top to bottom. A box around text is none.
    static List<RuledTable> find(List<Ruling> drawn) {
        List<Ruling> rulings = merged(drawn);
        int[] group = new int[rulings.size()];
        Arrays.setAll(group, i -> i);
        for (int i = 0; i < rulings.size(); i++) {
            for (int j = i + 1; j < rulings.size(); j++) {
                if (meet(rulings.get(i), rulings.get(j))) {
                    union(group, i, j);
                }
            }
        }
        List<List<Ruling>> groups = new ArrayList<>();
        for (int i = 0; i < group.length; i++) {
            groups.add(new ArrayList<>());
            groups.get(root(group, i)).add(rulings.get(i));
        }
        return groups.stream()
                .map(RuledTable::of)
                .filter(table -> table.columns() > 0 && table.rows() > 0 && table.columns() * table.rows() > 1)
                .sorted(Comparator.comparingDouble(RuledTable::top))
                .toList();
    }

    private static RuledTable of(List<Ruling> rulings) {
        boolean bothWays = rulings.stream().anyMatch(Ruling::horizontal)
                && rulings.stream().anyMatch(ruling -> !ruling.horizontal());
        return new RuledTable(
                bothWays ? places(rulings, false) : new float[0],
                bothWays ? places(rulings, true) : new float[0],
                rulings);
    }

    /// Where the lines of a direction stand; the ends of the other direction's lines close a table that is open
    /// there.
    private static float[] places(List<Ruling> rulings, boolean horizontal) {
        List<Float> places = new ArrayList<>();
        float least = Float.MAX_VALUE;
        float most = -Float.MAX_VALUE;
        for (Ruling ruling : rulings) {
            if (ruling.horizontal() == horizontal) {
                places.add(ruling.across());
            } else {
                least = Math.min(least, ruling.start());
                most = Math.max(most, ruling.end());
            }
        }
        places.sort(null);
        if (least < places.getFirst() - 2 * SAME) {
            places.addFirst(least);
        }
        if (most > places.getLast() + 2 * SAME) {
            places.add(most);
        }
        List<Float> apart = new ArrayList<>();
        for (float place : places) {
            if (apart.isEmpty() || place - apart.getLast() > SAME) {
                apart.add(place);
            }
        }
        float[] found = new float[apart.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = apart.get(i);
        }
        return found;
    }

    /// Lines drawn in pieces put together. Two tables of a page may have lines at nearly the same place: only
    /// pieces that touch are one line.
    private static List<Ruling> merged(List<Ruling> drawn) {
        List<Ruling> sorted = new ArrayList<>(drawn);
        sorted.sort(Comparator.comparing(Ruling::horizontal).thenComparingDouble(Ruling::across));
        List<Ruling> merged = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            boolean another = i == sorted.size()
                    || sorted.get(i).horizontal() != sorted.get(start).horizontal()
                    || sorted.get(i).across() - sorted.get(start).across() > ONE;
            if (another) {
                join(sorted.subList(start, i), merged);
                start = i;
            }
        }
        merged.removeIf(ruling -> ruling.length() < 2 * SAME);
        return merged;
    }

    /// The pieces at one place, those that touch put together.
    private static void join(List<Ruling> pieces, List<Ruling> merged) {
        List<Ruling> sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingDouble(Ruling::start));
        Ruling open = sorted.getFirst();
        for (Ruling piece : sorted) {
            if (piece.start() <= open.end() + SAME) {
                float end = Math.max(open.end(), piece.end());
                open = new Ruling(open.horizontal(), open.across(), open.start(), end);
            } else {
                merged.add(open);
                open = piece;
            }
        }
        merged.add(open);
    }

    private static boolean meet(Ruling one, Ruling other) {
        if (one.horizontal() == other.horizontal()) {
            return Math.abs(one.across() - other.across()) < SAME
                    && one.start() <= other.end() + SAME
                    && other.start() <= one.end() + SAME;
        }
        return other.start() - SAME <= one.across()
                && one.across() <= other.end() + SAME
                && one.start() - SAME <= other.across()
                && other.across() <= one.end() + SAME;
    }

    private static void union(int[] group, int one, int other) {
        int a = root(group, one);
        int b = root(group, other);
        group[Math.max(a, b)] = Math.min(a, b);
    }

    private static int root(int[] group, int index) {
        int root = index;
        while (group[root] != root) {
            group[root] = group[group[root]];
            root = group[root];
        }
        return root;
    }

    int rows() {
        return ys.length - 1;
    }

    int columns() {
        return xs.length - 1;
    }

    float top() {
        return ys.length == 0 ? 0 : ys[0];
    }

    float bottom() {
        return ys[ys.length - 1];
    }

    /// The places of the vertical lines.
    float[] columnEdges() {
        return xs.clone();
    }

    boolean holds(Glyph glyph) {
        float x = glyph.middleX();
        float y = glyph.middleY();
        return x > xs[0] - 1 && x < xs[xs.length - 1] + 1 && y > ys[0] - 1 && y < ys[ys.length - 1] + 1;
    }

    /// The cells with the text of the glyphs that stand in them.
    List<LaidPiece.LaidCell> cells(List<Glyph> glyphs) {
        int[] owner = owners();
        List<List<Glyph>> held = new ArrayList<>();
        for (int i = 0; i < owner.length; i++) {
            held.add(new ArrayList<>());
        }
        for (Glyph glyph : glyphs) {
            int row = index(ys, glyph.middleY());
            int column = index(xs, glyph.middleX());
            held.get(root(owner, row * columns() + column)).add(glyph);
        }
        List<LaidPiece.LaidCell> cells = new ArrayList<>();
        for (int i = 0; i < owner.length; i++) {
            if (root(owner, i) == i) {
                cells.add(cell(owner, i, held.get(i)));
            }
        }
        return cells;
    }

    private LaidPiece.LaidCell cell(int[] owner, int first, List<Glyph> glyphs) {
        int row = first / columns();
        int column = first % columns();
        int lastRow = row;
        int lastColumn = column;
        for (int i = first; i < owner.length; i++) {
            if (root(owner, i) == first) {
                lastRow = Math.max(lastRow, i / columns());
                lastColumn = Math.max(lastColumn, i % columns());
            }
        }
        String text = text(TextLine.of(glyphs), xs[lastColumn + 1] - xs[column]);
        return new LaidPiece.LaidCell(row, column, lastRow - row + 1, lastColumn - column + 1, text);
    }

    /// The lines of a cell as one. A line is full where the next one's first character had no room beside it; what
    /// follows a shorter one was put on a line of its own.
    private static String text(List<TextLine> lines, float width) {
        String text = "";
        boolean full = true;
        for (TextLine line : lines) {
            text = Joint.of(text, full, line.text());
            full = !line.spaced() && line.right() - line.left() + 0.5f * line.size() > width - 2 * PADDING;
        }
        return text;
    }

    /// For every place of the grid the first place of its cell: places without a line between them are one cell,
    /// if they are a rectangle. Where rows end early, what is left beside them surrounds other cells and is none.
    private int[] owners() {
        int[] owner = united();
        int columns = columns();
        int[] root = new int[owner.length];
        int[] places = new int[owner.length];
        int[] last = new int[owner.length];
        int[] right = new int[owner.length];
        int[] left = new int[owner.length];
        Arrays.fill(left, columns);
        for (int i = 0; i < owner.length; i++) {
            root[i] = root(owner, i);
            places[root[i]]++;
            last[root[i]] = i / columns;
            right[root[i]] = Math.max(right[root[i]], i % columns);
            left[root[i]] = Math.min(left[root[i]], i % columns);
        }
        for (int i = 0; i < owner.length; i++) {
            int first = root[i];
            int area = (last[first] - first / columns + 1) * (right[first] - left[first] + 1);
            owner[i] = places[first] == area ? first : i;
        }
        return owner;
    }

    private int[] united() {
        int columns = columns();
        int[] owner = new int[rows() * columns];
        Arrays.setAll(owner, i -> i);
        for (int row = 0; row < rows(); row++) {
            float y = (ys[row] + ys[row + 1]) / 2;
            for (int column = 0; column < columns; column++) {
                float x = (xs[column] + xs[column + 1]) / 2;
                int at = row * columns + column;
                if (column + 1 < columns && !isParted(false, xs[column + 1], y)) {
                    union(owner, at, at + 1);
                }
                if (row + 1 < rows() && !isParted(true, ys[row + 1], x)) {
                    union(owner, at, at + columns);
                }
            }
        }
        return owner;
    }

    private boolean isParted(boolean horizontal, float across, float along) {
        for (Ruling ruling : rulings) {
            if (ruling.horizontal() == horizontal
                    && Math.abs(ruling.across() - across) <= SAME
                    && ruling.covers(along)) {
                return true;
            }
        }
        return false;
    }

    private static int index(float[] edges, float place) {
        int index = 0;
        while (index < edges.length - 2 && place > edges[index + 1]) {
            index++;
        }
        return index;
    }
}
