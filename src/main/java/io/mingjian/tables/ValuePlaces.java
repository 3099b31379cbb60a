package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where on their lines the values of each column stand, so that a row with blanks, which leave no trace between
/// blanks, can still be read.
///
/// Learned from rows that have all their values, else from the head. Places are counted in half-widths from the
/// start of the line, an ideograph two of them.
final class ValuePlaces {
    /// Values of one column stand at most so far from one another.
    private static final int SPREAD = 3;

    private static final int LONGEST_LINE = 1000;

    private final CanonicalText text;
    private final Map<String, List<Extent>> learned = new HashMap<>();

    ValuePlaces(CanonicalText text) {
        this.text = text;
    }

    /// From where to where something stands on its line.
    private record Extent(int start, int end) {
        /// How far apart, left edge, middle or right edge, whichever is nearest.
        double distance(Extent other) {
            double middle = Math.abs(start + end - other.start - other.end) / 2.0;
            return Math.min(middle, Math.min(Math.abs(start - other.start), Math.abs(end - other.end)));
        }
    }

    /// Takes note of a row that has all its values.
    void learn(PieceRow row, List<Label> columns, List<Piece> pieces) {
        boolean all = row.parting() == Parting.BLANKS
                && pieces.stream().allMatch(piece -> piece.content().isWritten());
        for (int i = 0; all && i < pieces.size(); i++) {
            learned.computeIfAbsent(columns.get(i).id(), id -> new ArrayList<>())
                    .add(extent(pieces.get(i).span()));
        }
    }

    /// The values of the row at their columns, blanks where none stands; empty where a value stands between
    /// columns.
    Optional<List<Piece>> place(PieceRow row, List<Label> columns, HeaderColumns head) {
        List<Extent> places = new ArrayList<>();
        for (Label column : columns) {
            Optional<Extent> place = place(column).or(() -> head.span(column).map(this::extent));
            if (place.isEmpty()) {
                return Optional.empty();
            }
            places.add(place.get());
        }
        List<Piece> values = row.written();
        List<Piece> placed = new ArrayList<>();
        int next = 0;
        for (Extent place : places) {
            boolean here = next < values.size()
                    && nearest(places, extent(values.get(next).span())).equals(place);
            if (here) {
                placed.add(values.get(next++).doubted(Unglue.DECODED));
            } else {
                int at = next < values.size()
                        ? values.get(next).span().start()
                        : row.span().end();
                placed.add(new Piece(new Span(at, at), placed.size(), 1, new Content.Empty()));
            }
        }
        return next == values.size() && next > 0 ? Optional.of(placed) : Optional.empty();
    }

    /// The place that is clearly nearer than all others, or one that is none of them.
    private static Extent nearest(List<Extent> places, Extent value) {
        Extent best = places.getFirst();
        double distance = Double.MAX_VALUE;
        double second = Double.MAX_VALUE;
        for (Extent place : places) {
            double each = place.distance(value);
            if (each < distance) {
                second = distance;
                distance = each;
                best = place;
            } else {
                second = Math.min(second, each);
            }
        }
        return distance <= SPREAD && distance * 2 < second ? best : value;
    }

    /// Where the values of a column stand, if always at the same place.
    private Optional<Extent> place(Label column) {
        List<Extent> all = learned.getOrDefault(column.id(), List.of());
        if (all.size() < 2) {
            return Optional.empty();
        }
        Extent first = all.getFirst();
        return all.stream().allMatch(each -> each.distance(first) <= SPREAD) ? Optional.of(first) : Optional.empty();
    }

    private Extent extent(Span span) {
        int line = span.start();
        while (line > 0 && text.value().charAt(line - 1) != '\n' && span.start() - line < LONGEST_LINE) {
            line--;
        }
        int start = width(line, span.start());
        return new Extent(start, start + width(span.start(), span.end()));
    }

    private int width(int from, int to) {
        int width = 0;
        for (int i = from; i < to; i++) {
            width += text.value().charAt(i) < 0x80 ? 1 : 2;
        }
        return width;
    }
}
