package io.mingjian.tables;

import java.util.ArrayList;
import java.util.List;

/// Pieces one behind the other, of one row or of several.
///
/// @param end what tells where a row ends
record Run(List<Piece> pieces, Parting parting, End end) {
    Run {
        pieces = List.copyOf(pieces);
    }

    /// What tells where a row ends.
    enum End {
        /// The run is one row.
        WRITTEN,
        /// The run is mostly one row, and may begin with its values; further rows begin where words follow values.
        LIKELY,
        /// Nothing but the change from words to values and back.
        OPEN
    }

    /// The rows: they end where words follow values or, if the values come first, where values follow words.
    List<PieceRow> rows(boolean valuesFirst) {
        if (end == End.WRITTEN) {
            return List.of(PieceRow.of(pieces, parting));
        }
        List<PieceRow> rows = new ArrayList<>();
        List<Piece> row = new ArrayList<>();
        boolean words = false;
        boolean written = false;
        for (Piece piece : pieces) {
            boolean value = piece.content().isValue();
            boolean ends = (valuesFirst && end == End.OPEN)
                    ? (words && piece.content().isWritten())
                    : (written && !value && (words || end == End.OPEN));
            if (ends) {
                rows.add(PieceRow.of(row, parting));
                row.clear();
                words = false;
                written = false;
            }
            words |= !value;
            written |= piece.content().isWritten();
            row.add(new Piece(piece.span(), row.size(), 1, piece.content()));
        }
        rows.add(PieceRow.of(row, parting));
        return rows;
    }
}
