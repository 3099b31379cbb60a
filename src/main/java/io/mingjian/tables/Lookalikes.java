package io.mingjian.tables;

import java.util.List;

/// Reads letters that look like digits (O, l) as those where so, and only so, the row adds up.
final class Lookalikes {
    /// What was read in this way may still be wrong in two cells at once.
    private static final double DOUBT = 0.7;

    private Lookalikes() {}

    /// The pieces with their lookalikes read, or as they were.
    static List<Piece> resolved(List<Piece> pieces, int total) {
        if (pieces.stream().noneMatch(piece -> piece.content() instanceof Content.Lookalike)) {
            return pieces;
        }
        List<Piece> read = pieces.stream().map(Lookalikes::read).toList();
        return ColumnAlignment.addsUp(read, total) ? read : pieces;
    }

    private static Piece read(Piece piece) {
        return piece.content() instanceof Content.Lookalike like
                ? new Piece(
                        piece.span(),
                        piece.column(),
                        piece.columnSpan(),
                        new Content.Figure(like.value(), false, DOUBT, true))
                : piece;
    }
}
