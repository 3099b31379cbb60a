package io.mingjian.ingest.layout;

import io.mingjian.ingest.layout.LaidPiece.LaidCell;
import java.util.ArrayList;
import java.util.List;

/// A table of one page, from the upper to the lower edge of what it is made of.
sealed interface PageTable {
    float top();

    float bottom();

    /// A table with ruling lines.
    record Ruled(RuledTable table, List<LaidCell> cells) implements PageTable {
        public Ruled {
            cells = List.copyOf(cells);
        }

        @Override
        public float top() {
            return table.top();
        }

        @Override
        public float bottom() {
            return table.bottom();
        }
    }

    /// A table without them.
    ///
    /// @param bands    from where to where the figures of each column stand
    /// @param labelled whether a column of words stands before them
    /// @param glyphs   what it is made of
    record Gaps(
            float top,
            float bottom,
            List<LaidCell> cells,
            int rows,
            List<float[]> bands,
            boolean labelled,
            List<Glyph> glyphs)
            implements PageTable {
        public Gaps {
            cells = List.copyOf(cells);
            bands = List.copyOf(bands);
            glyphs = List.copyOf(glyphs);
        }

        /// The same with the page of each cell that a further page was joined to this one with.
        Gaps onPagesOf(DrawnPage page) {
            int first = labelled ? 1 : 0;
            List<LaidCell> placed = cells.stream()
                    .map(cell ->
                            cell.column() < first ? cell : cell.on(page.pageAt(bands.get(cell.column() - first)[0])))
                    .toList();
            return new Gaps(top, bottom, placed, rows, bands, labelled, glyphs);
        }

        /// The same with labels of groups of rows above the others.
        Gaps headed(List<String> labels) {
            List<LaidCell> all = new ArrayList<>();
            for (String label : labels) {
                all.add(new LaidCell(all.size(), 0, 1, bands.size() + (labelled ? 1 : 0), label));
            }
            for (LaidCell cell : cells) {
                all.add(cell.moved(labels.size()));
            }
            return new Gaps(top, bottom, all, rows + labels.size(), bands, labelled, glyphs);
        }
    }
}
