package io.mingjian.extract;

import io.mingjian.tables.Cell;

/// The kind of a cell, by its name in the contract.
public enum CellState {
    STATED,
    BLANK,
    NOT_APPLICABLE,
    ABSENT,
    ILLEGIBLE;

    public static CellState of(Cell cell) {
        return switch (cell) {
            case Cell.Stated stated -> STATED;
            case Cell.Blank blank -> BLANK;
            case Cell.NotApplicable none -> NOT_APPLICABLE;
            case Cell.Absent absent -> ABSENT;
            case Cell.Illegible illegible -> ILLEGIBLE;
        };
    }
}
