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
    /// In UTF-16 units: twenty times a whole table without anything between its cells.
    int LONGEST_LINE = 40_000;

    /// A table of the source document.
    record OfGrid(Block.Grid grid) implements TableSource {}

    /// Consecutive lines of text.
    record OfLines(List<Span> lines) implements TableSource {}

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

    /// The rows of pieces of all blocks, in order, of the first `most` lines and rows.
    static SourceRows rows(CanonicalText text, CellMarks marks, List<Block> blocks, int most) {
        PieceReader reader = new PieceReader(text, marks);
        List<PieceRow> labelsFirst = new ArrayList<>();
        List<PieceRow> valuesFirst = new ArrayList<>();
        int left = most;
        for (TableSource source : of(text, blocks)) {
            switch (source) {
                case OfGrid grid -> {
                    List<PieceRow> read = gridRows(reader, grid);
                    List<PieceRow> first = read.subList(0, Math.min(left, read.size()));
                    left -= first.size();
                    labelsFirst.addAll(first);
                    valuesFirst.addAll(first);
                }
                case OfLines lines -> {
                    List<Span> first = lines.lines()
                            .subList(0, Math.min(left, lines.lines().size()));
                    left -= first.size();
                    SourceRows read = new LineRows(text, reader)
                            .read(first.stream().map(TableSource::bounded).toList());
                    labelsFirst.addAll(read.labelsFirst());
                    valuesFirst.addAll(read.valuesFirst());
                }
            }
        }
        return new SourceRows(labelsFirst, valuesFirst);
    }

    /// No table was ever flattened to a longer line; what is longer is read to here.
    private static Span bounded(Span line) {
        return line.length() <= LONGEST_LINE ? line : new Span(line.start(), line.start() + LONGEST_LINE);
    }

    private static List<PieceRow> gridRows(PieceReader reader, OfGrid source) {
        List<List<Piece>> rows = new ArrayList<>();
        for (int i = 0; i < source.grid().rows(); i++) {
            rows.add(new ArrayList<>());
        }
        for (Block.GridCell cell : source.grid().cells()) {
            rows.get(cell.row()).addAll(reader.readAll(cell.span(), cell.column(), cell.columnSpan()));
        }
        List<PieceRow> read = new ArrayList<>();
        for (List<Piece> row : rows) {
            if (!row.isEmpty()) {
                row.sort(Comparator.comparingInt(Piece::column));
                read.add(PieceRow.of(row, Parting.GRID));
            }
        }
        return read;
    }
}
