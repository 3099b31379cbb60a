package io.mingjian.tables;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Lines;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;

/// A row of a real table whose cells hold the lines of several rows, each cell one column of them: as many lines
/// in each, and in some nothing but values.
final class StackedCells {
    /// With fewer lines a long number may be broken over them.
    private static final int LEAST_LINES = 3;
    /// So many cells with a value in each line are no chance.
    private static final int LEAST_CELLS = 2;

    private final CanonicalText text;
    private final PieceReader reader;

    StackedCells(CanonicalText text, PieceReader reader) {
        this.text = text;
        this.reader = reader;
    }

    /// The rows that stand in the cells of one; that one where they do not.
    List<List<Piece>> rows(List<Piece> row) {
        int lines = 0;
        int values = 0;
        for (Piece piece : row) {
            List<Span> own = lines(piece);
            if (own.size() > 1) {
                if (lines > 0 && own.size() != lines) {
                    return List.of(row);
                }
                lines = own.size();
                values += own.stream()
                                .allMatch(line ->
                                        reader.read(line, 0, 1).content().isValue())
                        ? 1
                        : 0;
            }
        }
        return lines < LEAST_LINES || values < LEAST_CELLS ? List.of(row) : parted(row, lines);
    }

    private List<List<Piece>> parted(List<Piece> row, int lines) {
        List<List<Piece>> rows = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            List<Piece> one = new ArrayList<>();
            for (Piece piece : row) {
                List<Span> own = lines(piece);
                if (own.size() > i) {
                    one.add(reader.read(own.get(i), piece.column(), piece.columnSpan()));
                }
            }
            rows.add(one);
        }
        return rows;
    }

    private List<Span> lines(Piece piece) {
        boolean several =
                text.value().indexOf('\n', piece.span().start(), piece.span().end()) >= 0;
        return several ? Lines.of(text.value(), piece.span()) : List.of(piece.span());
    }
}
