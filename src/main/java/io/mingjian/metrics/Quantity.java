package io.mingjian.metrics;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A number in a [Reading] with what belongs to it: qualifier, unit. Places are indexes of the reading.
///
/// @param start         where it begins, its qualifier included
/// @param number        where the number itself begins
/// @param end           where it ends, unit and what qualifies it behind included
/// @param unit          the measure word as read, or null
/// @param kind          whether it can count anything
record Quantity(
        int start,
        int number,
        int end,
        BigDecimal value,
        @Nullable String unit,
        @Nullable Approximation approximation,
        Kind kind) {

    /// What a number is, as far as its form and neighbours tell.
    enum Kind {
        /// It may count something.
        COUNT,
        /// A rate or share.
        PERCENT,
        /// A year of the calendar: 2023年.
        YEAR,
        /// Another point or length of time, a class count: what the model says counts nothing.
        NOT_COUNTED,
        /// 第三, the 2 of 2、, a number in a title, a document's number, a code, a name.
        LABEL,
        /// The whole of a table's cell: its row and column say what it counts, not the words beside it.
        CELL,
        /// From one number to another.
        RANGE,
        /// A Chinese numeral that no unit follows.
        WORD
    }

    Quantity {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(kind, "kind");
    }

    boolean counts() {
        return kind == Kind.COUNT || kind == Kind.PERCENT;
    }

    Quantity as(Kind other) {
        return new Quantity(start, number, end, value, unit, approximation, other);
    }

    Quantity in(@Nullable String sharedUnit) {
        return new Quantity(start, number, end, value, sharedUnit, approximation, kind);
    }
}
