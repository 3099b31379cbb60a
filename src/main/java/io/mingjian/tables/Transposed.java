package io.mingjian.tables;

import java.util.ArrayList;
import java.util.List;

/// The rows of a table whose rows and columns changed places: applicants down the side, outcomes across.
final class Transposed {
    /// No form has more rows with its head, nor more columns.
    private static final int MOST = 100;

    private Transposed() {}

    /// The columns of the rows that have cells, as rows; none where there are too many for a form.
    static List<PieceRow> of(List<PieceRow> rows) {
        List<PieceRow> cells = rows.stream()
                .filter(row -> row.isGrid() || row.parting() == Parting.CELLS)
                .toList();
        int columns = cells.stream()
                .mapToInt(row -> row.pieces().getLast().end())
                .max()
                .orElse(0);
        if (cells.size() > MOST || columns > MOST) {
            return List.of();
        }
        List<PieceRow> turned = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            List<Piece> pieces = new ArrayList<>();
            for (int row = 0; row < cells.size(); row++) {
                for (Piece piece : cells.get(row).pieces()) {
                    if (piece.column() == column) {
                        pieces.add(new Piece(piece.span(), row, 1, piece.content()));
                    }
                }
            }
            if (!pieces.isEmpty()) {
                turned.add(PieceRow.of(pieces, Parting.GRID));
            }
        }
        return turned;
    }
}
