package io.mingjian.tables;

import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;

/// A row of pieces as the source has it.
record PieceRow(List<Piece> pieces, Parting parting, Span span) {
    PieceRow {
        pieces = List.copyOf(pieces);
    }

    static PieceRow of(List<Piece> pieces, Parting parting) {
        Span span = pieces.getFirst().span();
        for (Piece piece : pieces) {
            span = span.union(piece.span());
        }
        return new PieceRow(pieces, parting, span);
    }

    boolean isGrid() {
        return parting == Parting.GRID;
    }

    /// All words of the row, joined.
    String label() {
        StringBuilder label = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.content() instanceof Content.Words words) {
                label.append(words.wording());
            }
        }
        return label.toString();
    }

    /// The words of the row, each piece on a line of its own, and whether a value stands before them: rows alike
    /// in it have the same label.
    String words() {
        StringBuilder words = new StringBuilder(pieces.getFirst().content().isWritten() ? "\n" : "");
        for (Piece piece : pieces) {
            if (piece.content() instanceof Content.Words each) {
                words.append(each.wording()).append('\n');
            }
        }
        return words.append(isGrid()).toString();
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

    /// What the label of the row may be where more words stand in it: of the words from the values on one piece,
    /// two and so on, as long as they are no longer than `longest`.
    List<String> possibleLabels(int longest) {
        boolean valuesFirst = pieces.getFirst().content().isWritten();
        List<String> labels = new ArrayList<>();
        StringBuilder label = new StringBuilder();
        for (Piece piece : valuesFirst ? pieces : pieces.reversed()) {
            if (piece.content() instanceof Content.Words words && label.length() <= longest) {
                label.insert(valuesFirst ? label.length() : 0, words.wording());
                labels.add(label.toString());
            }
        }
        return labels;
    }

    /// Whether empty cells among the values would have left a trace: one of them has.
    boolean hasSeparators() {
        return values().stream().anyMatch(piece -> piece.content() instanceof Content.Empty);
    }

    /// The first cell behind the last words, 0 without any.
    int labelEnd() {
        int end = 0;
        for (Piece piece : pieces) {
            end = piece.content() instanceof Content.Words ? piece.end() : end;
        }
        return end;
    }

    boolean hasLabel() {
        return pieces.stream().anyMatch(piece -> piece.content() instanceof Content.Words);
    }

    boolean hasWrittenValue() {
        return hasWrittenValue(pieces);
    }

    private static boolean hasWrittenValue(List<Piece> pieces) {
        return pieces.stream().anyMatch(piece -> piece.content().isWritten());
    }

    /// The values, blanks included: what stands behind the last words or, where nothing is written there, before
    /// the first.
    List<Piece> values() {
        int first = pieces.size();
        int behind = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).content() instanceof Content.Words) {
                first = Math.min(first, i);
                behind = i + 1;
            }
        }
        List<Piece> last = pieces.subList(behind, pieces.size());
        List<Piece> before = pieces.subList(0, first);
        return !hasWrittenValue(last) && hasWrittenValue(before) ? before : last;
    }

    /// The written values.
    List<Piece> written() {
        return values().stream().filter(piece -> piece.content().isWritten()).toList();
    }

    /// This row with the pieces of the next one behind it.
    PieceRow followedBy(PieceRow next) {
        List<Piece> all = new ArrayList<>(pieces);
        for (Piece piece : next.pieces()) {
            all.add(new Piece(piece.span(), all.size(), 1, piece.content()));
        }
        return new PieceRow(all, parting, span.union(next.span()));
    }
}
