package io.mingjian.model.rule;

/// Whether the terms of a rule are rows or columns.
public enum Axis {
    ROWS,
    COLUMNS
}
