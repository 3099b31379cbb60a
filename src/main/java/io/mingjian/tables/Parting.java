package io.mingjian.tables;

/// What keeps the pieces of a row apart in the source, the surest first.
enum Parting {
    /// The cells of a real table.
    GRID,
    /// Tabs, bars or lines of their own: cells, if not in columns.
    CELLS,
    /// Blanks, which also stand inside of cells and may be missing between them.
    BLANKS,
    /// Nothing: where a number ends is not written.
    NOTHING
}
