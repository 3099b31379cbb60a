package io.mingjian.metrics.measure;

import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// All numbers from one to another, or beyond one. Places are indexes of the text searched.
///
/// @param low        where it begins, or null
/// @param lowClosed  whether the low end is in it
/// @param high       where it ends, or null
/// @param highClosed whether the high end is in it
/// @param form       how it was said
public record Range(
        Span span,
        @Nullable BigDecimal low,
        boolean lowClosed,
        @Nullable BigDecimal high,
        boolean highClosed,
        Form form) {

    /// How a range is said.
    public enum Form {
        /// From one number to another (3-5, 三到五, 在3和5之间): both ends are in it.
        FROM_TO,
        /// By comparison (大于3小于5, 500以上).
        COMPARED,
        /// By 余, 多 or 几: what stands there and some more.
        SOME_MORE
    }

    public Range {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(form, "form");
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw new IllegalArgumentException("a range from " + low + " to " + high);
        }
    }
}
