package io.mingjian.tables;

import io.mingjian.text.Span;
import java.math.BigDecimal;

/// What a document says at one cell of a form. Five kinds, so that a blank can never pass for a 0.
public sealed interface Cell {
    CellKey key();

    /// A number is written. `confidence` in 0..1.
    record Stated(CellKey key, BigDecimal value, Span span, double confidence) implements Cell {}

    /// The cell is there and empty. The span is where the number would stand, and may be empty.
    record Blank(CellKey key, Span span) implements Cell {}

    /// The writer says that there is nothing to state: /, —, 无.
    record NotApplicable(CellKey key, Span span) implements Cell {}

    /// The row or the cell is not in the document.
    record Absent(CellKey key) implements Cell {}

    /// Something is written that cannot be read as one number.
    record Illegible(CellKey key, Span span) implements Cell {}
}
