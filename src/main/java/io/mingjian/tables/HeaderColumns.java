package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the columns of a form stand, learned from the heads met on the way down.
///
/// A head may be repeated after a page break, or be missing there: what was learned before then goes on to hold. A head
/// of several rows is put together: the labels of a lower row stand where the upper row has the group they belong to.
final class HeaderColumns {
    private static final double LIKE = 0.8;

    private final List<Label> columns;
    private final List<Wording> wordings;
    private final List<Wording> headers;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Span> spans = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    /// Where the labels of the next row of the head go in `order`.
    private int group = -1;
    private boolean open;

    HeaderColumns(List<Label> columns, List<Wording> wordings, List<Wording> headers) {
        this.columns = columns;
        this.wordings = wordings;
        this.headers = headers;
    }

    /// Takes note of the labels of a row of a head.
    void learn(PieceRow row) {
        int inserted = open ? group : -1;
        for (Piece piece : row.pieces()) {
            if (!(piece.content() instanceof Content.Words words)) {
                continue;
            }
            Optional<String> column = column(words);
            if (column.isPresent()) {
                begin();
                places.put(column.get(), piece.column());
                spans.put(column.get(), piece.span());
                order.remove(column.get());
                int at = inserted >= 0 && inserted <= order.size() ? inserted++ : order.size();
                order.add(Math.min(at, order.size()), column.get());
            } else if (isHeader(words)) {
                begin();
                group = order.size();
            }
        }
    }

    /// The head is over; the next label begins another one.
    void close() {
        open = false;
    }

    private void begin() {
        if (!open) {
            open = true;
            group = -1;
            order.clear();
        }
    }

    private Optional<String> column(Content.Words words) {
        double best = LIKE;
        Optional<String> column = Optional.empty();
        for (int i = 0; i < columns.size(); i++) {
            double fit = Math.max(
                    wordings.get(i).fitsBare(words.bare()), wordings.get(i).fitsWhole(words.wording()));
            if (fit > best || (fit == best && column.isEmpty())) {
                best = fit;
                column = Optional.of(columns.get(i).id());
            }
        }
        return column;
    }

    private boolean isHeader(Content.Words words) {
        return headers.stream().anyMatch(header -> header.fitsWhole(words.wording()) >= LIKE);
    }

    /// The columns in the order of the head; as they come where the head does not name them all.
    List<Label> inOrder(List<Label> wanted) {
        boolean all = wanted.stream().allMatch(column -> order.contains(column.id()));
        return all
                ? wanted.stream()
                        .sorted(Comparator.comparingInt((Label column) -> order.indexOf(column.id())))
                        .toList()
                : wanted;
    }

    /// Where the label of the column stands.
    Optional<Span> span(Label column) {
        return Optional.ofNullable(spans.get(column.id()));
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
