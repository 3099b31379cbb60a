package io.mingjian.tables;

import io.mingjian.model.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the columns of a form stand in a grid, learned from the heads met on the way down.
///
/// A head may be repeated after a page break, or be missing there: what was learned before then goes on to hold.
final class HeaderColumns {
    private static final double LIKE = 0.8;

    private final Map<String, Wording> wordings = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    HeaderColumns(List<Label> columns) {
        columns.forEach(column -> wordings.put(column.id(), Wording.of(column)));
    }

    /// Takes note of the labels of a row of a head.
    void learn(PieceRow row) {
        for (Piece piece : row.pieces()) {
            if (piece.content() instanceof Content.Words words) {
                wordings.forEach((id, wording) -> {
                    if (Math.max(wording.fitsBare(words.bare()), wording.fitsWhole(words.wording())) >= LIKE) {
                        places.put(id, piece.column());
                    }
                });
            }
        }
    }

    /// The pieces of the row under these columns; empty where a column's place is unknown or a word stands there.
    Optional<List<Piece>> under(PieceRow row, List<Label> columns) {
        List<Piece> found = new ArrayList<>();
        for (Label column : columns) {
            Integer place = places.get(column.id());
            Optional<Piece> piece = place == null
                    ? Optional.empty()
                    : row.pieces().stream()
                            .filter(candidate -> candidate.covers(place)
                                    && candidate.content().isValue())
                            .findFirst();
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            found.add(piece.get());
        }
        boolean allValues = row.pieces().stream()
                .filter(piece -> piece.content().isWritten())
                .allMatch(found::contains);
        boolean eachOnce = found.stream().distinct().count() == found.size();
        return allValues && eachOnce ? Optional.of(found) : Optional.empty();
    }
}
