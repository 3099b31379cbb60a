package io.mingjian.tables;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parts cells in which several numbers stand, because a wall between two cells was not drawn, in a row that has
/// fewer cells than columns: `5 | 4 5` is 5, 4, 5 where there are three columns.
final class CrowdedCells {
    private final CanonicalText text;
    private final PieceReader reader;

    CrowdedCells(CanonicalText text, PieceReader reader) {
        this.text = text;
        this.reader = reader;
    }

    /// As many numbers as columns; empty where the cells hold more, or fewer, or something else.
    Optional<List<Piece>> parted(List<Piece> values, int columns) {
        if (values.isEmpty() || values.size() >= columns) {
            return Optional.empty();
        }
        List<Piece> parts = new ArrayList<>();
        for (Piece value : values) {
            parts.addAll(parts(value.span(), parts.size()));
        }
        boolean numbers =
                parts.size() == columns && parts.stream().allMatch(part -> part.content() instanceof Content.Figure);
        return numbers ? Optional.of(parts) : Optional.empty();
    }

    private List<Piece> parts(Span cell, int first) {
        List<Piece> parts = new ArrayList<>();
        int start = cell.start();
        for (int i = cell.start(); i <= cell.end(); i++) {
            boolean blank = i < cell.end() && Folding.isSpace(text.folded().charAt(i));
            if (i > start && (i == cell.end() || blank || isBehindNote(i))) {
                parts.add(reader.read(new Span(start, i), first + parts.size(), 1));
                start = i;
            }
            start = blank ? i + 1 : start;
        }
        return parts;
    }

    private boolean isBehindNote(int i) {
        return text.folded().charAt(i - 1) == ')'
                && text.folded().charAt(i) >= '0'
                && text.folded().charAt(i) <= '9';
    }
}
