package io.mingjian.tables;

/// Which cell of a form: the ids of its row and its column. Other means three things, so a column is never read
/// without its row.
public record CellKey(String row, String column) {}
