package io.mingjian.tables;

import io.mingjian.model.Label;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Makes a cell of a form of the piece that stands in it.
final class CellReader {
    private CellReader() {}

    /// @param fit how sure it is that the piece stands in this row, 0..1
    static Cell cell(CellKey key, Piece piece, Label column, double fit) {
        return switch (piece.content()) {
            case Content.Figure number ->
                new Cell.Stated(
                        key,
                        scaled(number, column),
                        piece.span(),
                        round(Math.min(1, fit) * number.doubt()),
                        number.decoded());
            case Content.Empty empty -> new Cell.Blank(key, piece.span());
            case Content.Dash dash -> new Cell.NotApplicable(key, piece.span());
            case Content.Lookalike like -> new Cell.Illegible(key, piece.span(), List.of(like.value()));
            case Content.Several several -> new Cell.Illegible(key, piece.span(), several.candidates());
            case Content.Glued glued -> new Cell.Illegible(key, piece.span());
            case Content.Scrawl scrawl -> new Cell.Illegible(key, piece.span());
            case Content.Words words -> new Cell.Illegible(key, piece.span());
        };
    }

    private static double round(double confidence) {
        return Math.round(confidence * 1000) / 1000.0;
    }

    /// A cell that says its unit itself (元, 万元) in a column with a unit of its own is brought to the column's.
    private static BigDecimal scaled(Content.Figure number, Label column) {
        boolean own = column.scale().compareTo(BigDecimal.ONE) != 0;
        return own && number.withUnit() ? number.value().divide(column.scale(), MathContext.DECIMAL64) : number.value();
    }
}
