package io.mingjian.metrics.measure;

import io.mingjian.text.Numeral;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A number with what it is measured in. Places are indexes of the text searched.
///
/// @param span    number and unit
/// @param number  the number alone; for a word such as 对折 the word
/// @param value   exact, in the unit; parts of it (角, 分) are added in
/// @param kind    what is measured
/// @param unit    ISO 4217 code of a currency, else the English name; null where no unit of the list stands there
/// @param open    whether the value is a lower end (十几, 500余)
/// @param ordinal whether a word such as 第 stands before: it numbers and does not count
public record Measure(
        Span span,
        Span number,
        BigDecimal value,
        Kind kind,
        @Nullable String unit,
        boolean open,
        boolean ordinal) {

    /// What can be measured.
    public enum Kind {
        /// No unit of the list: things are counted, or nothing is.
        PLAIN,
        /// A share: percent, ‰, 成.
        SHARE,
        /// The difference of two shares, in percentage points.
        POINTS,
        /// 折: what is left of a price, in percent.
        DISCOUNT,
        /// Twelve at a time.
        DOZEN,
        MONEY,
        /// Length, area, weight, storage, power.
        SIZE,
        AGE,
        TEMPERATURE
    }

    public Measure {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(kind, "kind");
    }

    static Measure plain(Numeral numeral) {
        boolean percent = numeral.form() == Numeral.Form.PERCENT;
        return new Measure(
                numeral.span(),
                numeral.span(),
                numeral.value(),
                percent ? Kind.SHARE : Kind.PLAIN,
                percent ? "%" : null,
                numeral.open(),
                false);
    }

    Measure numbering(int start) {
        return new Measure(new Span(start, span.end()), number, value, kind, unit, open, true);
    }

    /// A word that stands for a share.
    static Measure fixed(int start, int end, MeasureWords.Fixed word) {
        Span span = new Span(start, end);
        return new Measure(span, span, word.value(), word.kind(), "%", false, false);
    }

    /// The same with one digit more before it: 7 2 折.
    Measure with(Measure digit) {
        BigDecimal tens = digit.value().multiply(BigDecimal.TEN);
        return new Measure(
                new Span(digit.span().start(), span.end()),
                new Span(digit.span().start(), number.end()),
                tens.add(value.movePointLeft(1)),
                kind,
                unit,
                open,
                ordinal);
    }
}
