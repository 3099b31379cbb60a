package io.mingjian.tables;

import io.mingjian.ingest.Block;
import io.mingjian.model.CellMarks;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Lines;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where the rows of a table come from: a real grid, or lines of text that once were one.
sealed interface TableSource {
    /// A table of the source document.
    record OfGrid(Block.Grid grid) implements TableSource {
        @Override
        public int size() {
            return grid.rows();
        }

        @Override
        public int longestLine() {
            return 0;
        }
    }

    /// Consecutive lines of text.
    record OfLines(List<Span> lines) implements TableSource {
        @Override
        public int size() {
            return lines.size();
        }

        @Override
        public int longestLine() {
            return lines.stream().mapToInt(Span::length).max().orElse(0);
        }
    }

    /// The sources of the blocks, in order.
    static List<TableSource> of(CanonicalText text, List<Block> blocks) {
        List<TableSource> sources = new ArrayList<>();
        List<Span> lines = new ArrayList<>();
        for (Block block : blocks) {
            switch (block) {
                case Block.Grid grid -> {
                    if (!lines.isEmpty()) {
                        sources.add(new OfLines(List.copyOf(lines)));
                        lines.clear();
                    }
                    sources.add(new OfGrid(grid));
                }
                case Block.Paragraph paragraph ->
                    lines.addAll(
                            paragraph.span().isEmpty()
                                    ? List.of(paragraph.span())
                                    : Lines.of(text.value(), paragraph.span()));
            }
        }
        if (!lines.isEmpty()) {
            sources.add(new OfLines(List.copyOf(lines)));
        }
        return sources;
    }

    /// The rows of pieces of all sources, in order.
    static SourceRows rows(CanonicalText text, CellMarks marks, List<TableSource> sources) {
        PieceReader reader = new PieceReader(text, marks);
        List<PieceRow> labelsFirst = new ArrayList<>();
        List<PieceRow> valuesFirst = new ArrayList<>();
        for (TableSource source : sources) {
            switch (source) {
                case OfGrid grid -> {
                    List<PieceRow> read = gridRows(reader, new StackedCells(text, reader), grid);
                    labelsFirst.addAll(read);
                    valuesFirst.addAll(read);
                }
                case OfLines lines -> {
                    SourceRows read = new LineRows(text, reader).read(lines.lines());
                    labelsFirst.addAll(read.labelsFirst());
                    valuesFirst.addAll(read.valuesFirst());
                }
            }
        }
        return new SourceRows(labelsFirst, valuesFirst);
    }

    /// Lines, or rows of a grid.
    int size();

    /// Length of the longest line, in UTF-16 units; a grid has none.
    int longestLine();

    private static List<PieceRow> gridRows(PieceReader reader, StackedCells stacked, OfGrid source) {
        List<List<Piece>> rows = new ArrayList<>();
        int count = source.grid().rows();
        for (int i = 0; i < count; i++) {
            rows.add(new ArrayList<>());
        }
        for (Block.GridCell cell : source.grid().cells()) {
            rows.get(cell.row()).addAll(reader.readAll(cell.span(), cell.column(), cell.columnSpan()));
        }
        List<PieceRow> read = new ArrayList<>();
        for (List<Piece> row : rows) {
            if (!row.isEmpty()) {
                row.sort(Comparator.comparingInt(Piece::column));
                stacked.rows(row).forEach(one -> read.add(PieceRow.of(one, Parting.GRID)));
            }
        }
        return read;
    }
}
