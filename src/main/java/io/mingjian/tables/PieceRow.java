package io.mingjian.tables;

import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;

/// A row of pieces as the source has it.
///
/// @param grid    number of the grid it comes from, or -1 where it was lines of text
record PieceRow(List<Piece> pieces, int grid, Span span) {
    PieceRow {
        pieces = List.copyOf(pieces);
    }

    static PieceRow of(List<Piece> pieces, int grid) {
        Span span = pieces.getFirst().span();
        for (Piece piece : pieces) {
            span = span.union(piece.span());
        }
        return new PieceRow(pieces, grid, span);
    }

    boolean isGrid() {
        return grid >= 0;
    }

    /// Words of the row before its first written value, joined.
    String label() {
        StringBuilder label = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.content() instanceof Content.Words words) {
                label.append(words.wording());
            }
        }
        return label.toString();
    }

    /// The last words of the row without their number, or nothing.
    String lastLabel() {
        String last = "";
        for (Piece piece : pieces) {
            if (piece.content() instanceof Content.Words words) {
                last = words.bare();
            }
        }
        return last;
    }

    boolean hasLabel() {
        return pieces.stream().anyMatch(piece -> piece.content() instanceof Content.Words);
    }

    boolean hasWrittenValue() {
        return pieces.stream().anyMatch(piece -> piece.content().isWritten());
    }

    /// What stands behind the last words: the values, blanks included.
    List<Piece> values() {
        int behind = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).content() instanceof Content.Words) {
                behind = i + 1;
            }
        }
        return pieces.subList(behind, pieces.size());
    }

    /// This row with the pieces of the next one behind it.
    PieceRow followedBy(PieceRow next) {
        List<Piece> all = new ArrayList<>(pieces);
        for (Piece piece : next.pieces()) {
            all.add(new Piece(piece.span(), all.size(), 1, piece.content()));
        }
        return new PieceRow(all, grid, span.union(next.span()));
    }
}
