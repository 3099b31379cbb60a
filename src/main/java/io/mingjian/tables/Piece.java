package io.mingjian.tables;

import io.mingjian.text.Span;

/// One cell of a table as it came: its place, its columns where the source has a grid, and what is written in it.
///
/// @param column     first grid column, or the ordinal within its line
/// @param columnSpan number of grid columns it covers
record Piece(Span span, int column, int columnSpan, Content content) {
    boolean covers(int gridColumn) {
        return column <= gridColumn && gridColumn < column + columnSpan;
    }
}
