package io.mingjian.tables;

import io.mingjian.text.Span;

/// One cell of a table as it came: its place, its columns where the source has a grid, and what is written in it.
///
/// @param column     first grid column, or the ordinal within its line
/// @param columnSpan number of grid columns it covers
record Piece(Span span, int column, int columnSpan, Content content) {
    /// The number made less sure, and told as decoded; anything else as it is.
    Piece doubted(double doubt) {
        return content instanceof Content.Figure figure
                ? new Piece(
                        span,
                        column,
                        columnSpan,
                        new Content.Figure(figure.value(), figure.withUnit(), figure.doubt() * doubt, true))
                : this;
    }

    /// The first grid column behind it.
    int end() {
        return column + columnSpan;
    }

    boolean covers(int gridColumn) {
        return column <= gridColumn && gridColumn < column + columnSpan;
    }
}
