package io.mingjian.metrics;

import io.mingjian.ingest.Block;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Numeral;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A table of figures inside prose: one row of heads, and under it rows of a label and numbers.
///
/// @param heads the cells of the head
/// @param rows  the rows, each as wide as the head
record SmallTable(List<Span> heads, List<List<Span>> rows) {
    private static final int NARROWEST = 3;
    /// Two columns are a table only where more than blanks parts them.
    private static final int NARROWEST_PARTED = 2;

    SmallTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    Span span() {
        return heads.getFirst().union(rows.getLast().getLast());
    }

    /// The small tables among blocks: real grids, and lines whose cells are parted by tabs, bars or blanks.
    static List<SmallTable> in(CanonicalText text, List<Block> blocks) {
        List<SmallTable> tables = new ArrayList<>();
        List<List<Span>> lines = new ArrayList<>();
        for (Block block : blocks) {
            switch (block) {
                case Block.Paragraph paragraph -> lines.add(cells(text, paragraph.span()));
                case Block.Grid grid -> {
                    collect(text, lines, tables);
                    lines.clear();
                    collect(text, rows(grid), tables);
                }
            }
        }
        collect(text, lines, tables);
        return tables;
    }

    private static List<List<Span>> rows(Block.Grid grid) {
        List<List<Span>> rows = new ArrayList<>();
        int row = -1;
        for (Block.GridCell cell : grid.cells()) {
            if (cell.row() != row) {
                rows.add(new ArrayList<>());
                row = cell.row();
            }
            rows.getLast().add(cell.span());
        }
        return rows;
    }

    private static void collect(CanonicalText text, List<List<Span>> lines, List<SmallTable> into) {
        int i = 0;
        while (i < lines.size()) {
            List<Span> heads = lines.get(i++);
            if (heads.size() < narrowest(text, heads)
                    || heads.stream().anyMatch(cell -> cell.isEmpty() || isNumber(text, cell))) {
                continue;
            }
            List<List<Span>> rows = new ArrayList<>();
            while (i < lines.size() && isRow(text, lines.get(i), heads.size())) {
                rows.add(lines.get(i++));
            }
            if (!rows.isEmpty()) {
                into.add(new SmallTable(heads, rows));
            }
        }
    }

    private static int narrowest(CanonicalText text, List<Span> heads) {
        if (heads.size() < NARROWEST_PARTED) {
            return NARROWEST;
        }
        int parted = heads.get(0).end();
        int next = heads.get(1).start();
        String parting = text.folded().substring(parted, next);
        return parting.indexOf('\t') >= 0 || parting.indexOf('|') >= 0 ? NARROWEST_PARTED : NARROWEST;
    }

    private static boolean isRow(CanonicalText text, List<Span> cells, int width) {
        if (cells.size() != width || cells.getFirst().isEmpty()) {
            return false;
        }
        int numbers = 0;
        for (Span cell : cells.subList(1, width)) {
            numbers += isNumber(text, cell) ? 1 : 0;
            if (cell.length() > 12 && !isNumber(text, cell)) {
                return false;
            }
        }
        return numbers > 0;
    }

    private static boolean isNumber(CanonicalText text, Span cell) {
        return number(text, cell).isPresent();
    }

    static Optional<Numeral> number(CanonicalText text, Span cell) {
        return Numeral.of(text.folded(cell));
    }

    /// The cells of a line: by tabs or bars, else by blanks.
    private static List<Span> cells(CanonicalText text, Span line) {
        List<Span> cells = cells(text, line, "\t|");
        return cells.size() > 1 ? cells : cells(text, line, " ");
    }

    private static List<Span> cells(CanonicalText text, Span line, String separators) {
        List<Span> cells = new ArrayList<>();
        Span trimmed = text.trim(line);
        int start = trimmed.start();
        for (int i = start; i <= trimmed.end(); i++) {
            boolean ends =
                    i == trimmed.end() || separators.indexOf(text.folded().charAt(i)) >= 0;
            if (ends) {
                Span cell = text.trim(new Span(start, i));
                if (!(cell.isEmpty() && separators.equals(" "))) {
                    cells.add(cell);
                }
                start = i + 1;
            }
        }
        return cells;
    }
}
