package io.mingjian.tables;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import io.mingjian.text.Squashed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// First values that stand in one piece with the label before them, 规章0 0 12, in a row that lacks one: pages
/// lose the blank between an ideograph and a digit, and no label ends with a digit.
final class AttachedValues {
    private static final int LONGEST = 9;

    private final CanonicalText text;
    private final PieceReader reader;

    AttachedValues(CanonicalText text, PieceReader reader) {
        this.text = text;
        this.reader = reader;
    }

    /// As many values as columns; empty where the label ends otherwise, or the row lacks another number of values.
    ///
    /// @param total index of the column that is the sum of the others, or -1: what it does not confirm is not sure
    Optional<List<Piece>> of(PieceRow row, int columns, int total) {
        List<Piece> values = row.values();
        Optional<Piece> words = row.pieces().stream()
                .filter(piece -> piece.content() instanceof Content.Words)
                .reduce((before, behind) -> behind);
        boolean behind = words.isPresent()
                && values.size() == columns - 1
                && !values.isEmpty()
                && values.getFirst().span().start() >= words.get().span().end();
        if (!behind) {
            return Optional.empty();
        }
        Squashed label = Squashed.of(text, words.get().span());
        int digits = trailingDigits(label.characters());
        if (digits == 0 || digits == label.length() || digits > LONGEST) {
            return Optional.empty();
        }
        Span place = label.span(label.length() - digits, label.length());
        List<Piece> all = new ArrayList<>(List.of(reader.read(place, 0, 1)));
        all.addAll(values);
        boolean sure = total >= 0 && ColumnAlignment.says(all) && ColumnAlignment.addsUp(all, total);
        return Optional.of(
                sure
                        ? all
                        : all.stream()
                                .map(piece -> piece.doubted(Unglue.DECODED))
                                .toList());
    }

    private static int trailingDigits(String label) {
        int start = label.length();
        while (start > 0 && label.charAt(start - 1) >= '0' && label.charAt(start - 1) <= '9') {
            start--;
        }
        return label.length() - start;
    }
}
