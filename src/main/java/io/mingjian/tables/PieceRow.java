package io.mingjian.tables;

import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;

/// A row of pieces as the source has it. What is asked of it over and over is found out once.
///
/// @param label           all words of the row, joined
/// @param lastLabel       the last words of the row without their number, or nothing
/// @param written         its written values
/// @param hasLabel        whether it has any words
/// @param hasWrittenValue whether a value is written in it
record PieceRow(
        List<Piece> pieces,
        Parting parting,
        Span span,
        String label,
        String lastLabel,
        List<Piece> written,
        boolean hasLabel,
        boolean hasWrittenValue) {
    PieceRow {
        pieces = List.copyOf(pieces);
        written = List.copyOf(written);
    }

    static PieceRow of(List<Piece> pieces, Parting parting) {
        Span span = pieces.getFirst().span();
        for (Piece piece : pieces) {
            span = span.union(piece.span());
        }
        return of(pieces, parting, span);
    }

    private static PieceRow of(List<Piece> pieces, Parting parting, Span span) {
        boolean words = pieces.stream().anyMatch(piece -> piece.content() instanceof Content.Words);
        boolean written = isWritten(pieces);
        return new PieceRow(
                pieces,
                parting,
                span,
                words ? joined(pieces) : "",
                words ? last(pieces) : "",
                written ? written(values(pieces)) : List.of(),
                words,
                written);
    }

    private static String joined(List<Piece> pieces) {
        StringBuilder joined = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.content() instanceof Content.Words words) {
                joined.append(words.wording());
            }
        }
        return joined.toString();
    }

    private static boolean isWritten(List<Piece> pieces) {
        for (Piece piece : pieces) {
            if (piece.content().isWritten()) {
                return true;
            }
        }
        return false;
    }

    boolean isGrid() {
        return parting == Parting.GRID;
    }

    /// The words of the row, each piece on a line of its own, and whether a value stands before them: rows
    /// alike in it have the same label.
    String words() {
        StringBuilder words = new StringBuilder(pieces.getFirst().content().isWritten() ? "\n" : "");
        for (Piece piece : pieces) {
            if (piece.content() instanceof Content.Words each) {
                words.append(each.wording()).append('\n');
            }
        }
        return words.append(isGrid()).toString();
    }

    private static String last(List<Piece> pieces) {
        String last = "";
        for (Piece piece : pieces) {
            if (piece.content() instanceof Content.Words words) {
                last = words.bare();
            }
        }
        return last;
    }

    /// How many of the pieces are words.
    int wordCount() {
        int count = 0;
        for (Piece piece : pieces) {
            count += piece.content() instanceof Content.Words ? 1 : 0;
        }
        return count;
    }

    /// What the label of the row may be where more words stand in it: of the words from the values on one
    /// piece, two and so on, as long as they are no longer than `longest`.
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

    /// The values, blanks included: what stands behind the last words or, where nothing is written there,
    /// before the first.
    List<Piece> values() {
        return values(pieces);
    }

    private static List<Piece> values(List<Piece> pieces) {
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
        return !isWritten(last) && isWritten(before) ? before : last;
    }

    private static List<Piece> written(List<Piece> values) {
        List<Piece> written = new ArrayList<>(values.size());
        for (Piece value : values) {
            if (value.content().isWritten()) {
                written.add(value);
            }
        }
        return written;
    }

    /// This row with the pieces of the next one behind it.
    PieceRow followedBy(PieceRow next) {
        List<Piece> all = new ArrayList<>(pieces);
        for (Piece piece : next.pieces()) {
            all.add(new Piece(piece.span(), all.size(), 1, piece.content()));
        }
        return of(all, parting, span.union(next.span()));
    }
}
