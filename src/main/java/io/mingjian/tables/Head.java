package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import java.util.List;

/// The head of a form's table: which rows belong to it, and how much they speak for the form.
final class Head {
    private static final double LIKE = 0.8;
    /// What a head that fits whole adds to the fit of a form.
    private static final double FITS = 5;
    /// Longer words are no label of a column.
    private static final int LONGEST = 30;

    private final List<Label> columns;
    private final List<Wording> columnWordings;
    private final List<Wording> rowWordings;
    private final List<Wording> headers;

    Head(TableKind kind) {
        this.columns = kind.rows().stream()
                .flatMap(row -> row.columns().stream())
                .distinct()
                .toList();
        this.columnWordings = columns.stream().map(Wording::of).toList();
        this.rowWordings =
                kind.rows().stream().map(row -> Wording.of(row.label())).toList();
        this.headers = kind.headers().stream().map(Wording::squashed).toList();
    }

    /// An empty place for what a table's head says of its columns.
    HeaderColumns places() {
        return new HeaderColumns(columns, columnWordings, headers);
    }

    /// Whether a row names columns or rows of the table.
    boolean names(PieceRow row) {
        return row.pieces().stream()
                .anyMatch(piece -> piece.content() instanceof Content.Words words
                        && (isAny(columnWordings, words) || isAny(rowWordings, words)));
    }

    /// Whether a row without values is one of columns: two of them, or one beside what else a head says.
    boolean isColumnRow(PieceRow row) {
        int columnLabels = 0;
        int others = 0;
        for (Piece piece : row.pieces()) {
            if (piece.content() instanceof Content.Words words) {
                boolean column = isAny(columnWordings, words);
                columnLabels += column ? 1 : 0;
                others += !column && isHeader(words) ? 1 : 0;
            }
        }
        return columnLabels >= 2 || (columnLabels == 1 && others > 0) || others >= 2;
    }

    /// Whether the row stands in the head.
    boolean holds(PieceRow row) {
        return row.isGrid()
                || !row.hasLabel()
                || names(row)
                || row.pieces().stream()
                        .anyMatch(piece -> piece.content() instanceof Content.Words words && isHeader(words));
    }

    private boolean isHeader(Content.Words words) {
        return headers.stream().anyMatch(header -> header.fitsWhole(words.wording()) >= LIKE);
    }

    private static boolean isAny(List<Wording> wordings, Content.Words words) {
        return words.bare().length() <= 4 * LONGEST
                && wordings.stream().anyMatch(wording -> wording.fitsBare(words.bare()) >= LIKE);
    }

    /// How much the column wordings that are there speak for the form.
    double fit(List<PieceRow> rows) {
        double[] best = new double[columnWordings.size()];
        for (PieceRow row : rows) {
            if (row.hasWrittenValue()) {
                continue;
            }
            for (Piece piece : row.pieces()) {
                if (piece.content() instanceof Content.Words words
                        && words.bare().length() < LONGEST) {
                    for (int i = 0; i < best.length; i++) {
                        best[i] = Math.max(
                                best[i],
                                best[i] >= 1 ? 1 : columnWordings.get(i).fitsBare(words.bare()));
                    }
                }
            }
        }
        double fit = 0;
        for (double each : best) {
            fit += each >= LIKE ? each * FITS : 0;
        }
        return fit / best.length;
    }
}
