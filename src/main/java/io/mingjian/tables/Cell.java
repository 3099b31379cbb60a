package io.mingjian.tables;

import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What a document says at one cell of a form. Five kinds, so that a blank can never pass for a 0.
public sealed interface Cell {
    CellKey key();

    /// Where it stands; empty where it does not.
    default Optional<Span> place() {
        return switch (this) {
            case Stated stated -> Optional.of(stated.span());
            case Blank blank -> Optional.of(blank.span());
            case NotApplicable none -> Optional.of(none.span());
            case Illegible illegible -> Optional.of(illegible.span());
            case Absent ignored -> Optional.empty();
        };
    }

    /// A number is written. `confidence` in 0..1.
    ///
    /// @param decoded whether the number was told from glued, parted or doubtful characters with the help of the
    ///                identities of the form, rather than read as it stands
    record Stated(CellKey key, BigDecimal value, Span span, double confidence, boolean decoded) implements Cell {
        public Stated(CellKey key, BigDecimal value, Span span, double confidence) {
            this(key, value, span, confidence, false);
        }
    }

    /// The cell is there and empty. The span is where the number would stand, and may be empty.
    record Blank(CellKey key, Span span) implements Cell {}

    /// The writer says that there is nothing to state: /, —, 无.
    record NotApplicable(CellKey key, Span span) implements Cell {}

    /// The row or the cell is not in the document.
    record Absent(CellKey key) implements Cell {}

    /// Something is written that cannot be read as one number.
    ///
    /// @param candidates the numbers that it could be, ascending; empty where nothing tells
    record Illegible(CellKey key, Span span, List<BigDecimal> candidates) implements Cell {
        public Illegible {
            candidates = List.copyOf(candidates);
        }

        public Illegible(CellKey key, Span span) {
            this(key, span, List.of());
        }
    }
}
