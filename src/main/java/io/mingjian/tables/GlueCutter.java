package io.mingjian.tables;

import io.mingjian.model.TableKind;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Squashed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cuts text in which labels and numbers stand without anything between them, 规章000行政规范性文件335, at the labels of a form.
///
/// Only rows without any value of their own are cut: what the source kept apart stays as it is.
final class GlueCutter {
    private final List<List<String>> labels;

    GlueCutter(TableKind kind) {
        this.labels = kind.rows().stream()
                .map(row -> row.label().wordings().stream().map(Folding::squash).toList())
                .toList();
    }

    List<PieceRow> cut(CanonicalText text, List<PieceRow> rows) {
        List<PieceRow> cut = new ArrayList<>();
        for (PieceRow row : rows) {
            List<PieceRow> parts = row.isGrid() || row.hasWrittenValue() ? List.of() : parts(text, row);
            cut.addAll(parts.isEmpty() ? List.of(row) : parts);
        }
        return cut;
    }

    private List<PieceRow> parts(CanonicalText text, PieceRow row) {
        Squashed squashed = Squashed.of(text, row.span());
        String characters = squashed.characters();
        if (characters.isEmpty() || characters.chars().noneMatch(GlueCutter::isDigit)) {
            return List.of();
        }
        List<int[]> places = places(characters);
        List<PieceRow> parts = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            int end = i + 1 < places.size() ? places.get(i + 1)[0] : characters.length();
            part(squashed, places.get(i)[0], places.get(i)[1], end).ifPresent(parts::add);
        }
        if (parts.isEmpty()) {
            int last = startOfLastDigits(characters);
            part(squashed, 0, last, characters.length()).ifPresent(parts::add);
        }
        return parts;
    }

    /// Where the labels of the form stand, in its order: start and end of each.
    private List<int[]> places(String characters) {
        List<int[]> places = new ArrayList<>();
        int from = 0;
        for (List<String> wordings : labels) {
            int start = -1;
            int end = -1;
            for (String wording : wordings) {
                int at = characters.indexOf(wording, from);
                if (at >= 0 && (start < 0 || at < start)) {
                    start = at;
                    end = at + wording.length();
                }
            }
            if (start >= 0) {
                places.add(new int[] {start, end});
                from = end;
            }
        }
        return places;
    }

    /// A label and the run of digits directly behind it.
    private static Optional<PieceRow> part(Squashed squashed, int start, int labelEnd, int end) {
        String characters = squashed.characters();
        int digitsEnd = labelEnd;
        while (digitsEnd < end && isDigit(characters.charAt(digitsEnd))) {
            digitsEnd++;
        }
        if (labelEnd == start || digitsEnd == labelEnd) {
            return Optional.empty();
        }
        String label = characters.substring(start, labelEnd);
        Piece words =
                new Piece(squashed.span(start, labelEnd), 0, 1, new Content.Words(label, PieceReader.bare(label)));
        Piece digits = new Piece(
                squashed.span(labelEnd, digitsEnd), 1, 1, new Content.Glued(squashed.part(labelEnd, digitsEnd)));
        return Optional.of(PieceRow.of(List.of(words, digits), -1));
    }

    private static int startOfLastDigits(String characters) {
        int i = characters.length();
        while (i > 0 && isDigit(characters.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
