package io.mingjian.tables;

import io.mingjian.model.TableKind;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of a table whose labels are lost: as many values each as the form has columns, and no words but those
/// of the head.
///
/// @param rows all rows of the source, those without labels with nothing but their values
/// @param bare those without labels
record UnlabelledRows(TableKind kind, List<PieceRow> rows, List<PieceRow> bare) {
    /// A row is found by its place alone.
    private static final double FIT = 0.8;
    /// With fewer rows, so many that fit are no surprise.
    private static final int LEAST_ROWS = 10;

    UnlabelledRows {
        rows = List.copyOf(rows);
        bare = List.copyOf(bare);
    }

    /// Empty where the form has no sums that could prove anything, or the source is no such table.
    static Optional<UnlabelledRows> of(TableKind kind, Head head, List<PieceRow> source) {
        int columns = kind.rows().getFirst().columns().size();
        boolean alike = kind.rows().stream().allMatch(row -> row.columns().size() == columns);
        if (!alike || !kind.sumsUp() || kind.rows().size() < LEAST_ROWS) {
            return Optional.empty();
        }
        List<PieceRow> rows = new ArrayList<>();
        List<PieceRow> bare = new ArrayList<>();
        for (PieceRow row : source) {
            boolean mayBe = !row.hasLabel() || head.isColumnRow(row);
            List<PieceRow> values = mayBe ? values(row, columns) : List.of();
            List<Piece> words = row.pieces().stream()
                    .filter(piece -> !piece.content().isValue())
                    .toList();
            if (values.isEmpty()) {
                rows.add(row);
            } else if (!words.isEmpty()) {
                rows.add(PieceRow.of(words, row.parting()));
            }
            rows.addAll(values);
            bare.addAll(values);
        }
        return bare.size() * 2 < kind.rows().size()
                ? Optional.empty()
                : Optional.of(new UnlabelledRows(kind, rows, bare));
    }

    /// The values of one row, or of several where they stand on lines of their own.
    private static List<PieceRow> values(PieceRow row, int columns) {
        List<Piece> values = row.values();
        boolean several = values.size() > columns
                && values.size() % columns == 0
                && values.stream().allMatch(piece -> piece.content().isWritten());
        List<PieceRow> found = new ArrayList<>();
        if (several) {
            for (int i = 0; i < values.size(); i += columns) {
                found.add(PieceRow.of(values.subList(i, i + columns), row.parting()));
            }
        } else if (values.size() >= columns) {
            new ColumnAlignment(columns, columns - 1)
                    .assign(values)
                    .ifPresent(pieces -> found.add(PieceRow.of(pieces, row.parting())));
        }
        return found;
    }

    boolean areAll() {
        return bare.size() == kind.rows().size();
    }

    Span span() {
        return bare.getFirst().span().union(bare.getLast().span());
    }

    /// Each of them as the row of the form at its place.
    List<RowAlignment.Match> matches() {
        List<RowAlignment.Match> matches = new ArrayList<>();
        for (int i = 0; i < bare.size(); i++) {
            matches.add(new RowAlignment.Match(bare.get(i), kind.rows().get(i), FIT, 0));
        }
        return matches;
    }
}
