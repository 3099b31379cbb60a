package io.mingjian.metrics.measure;

import io.mingjian.metrics.measure.Measure.Kind;
import io.mingjian.text.Numeral;
import io.mingjian.text.Numeral.Form;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what stands around one numeral. One use only.
final class MeasureReader {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final MeasureWords words;
    private final String text;
    private final int floor;
    private Numeral numeral;

    MeasureReader(MeasureWords words, String text, Numeral numeral, int floor) {
        this.words = words;
        this.text = text;
        this.numeral = numeral;
        this.floor = floor;
    }

    Measure read() {
        Measure measure = numeral.form() == Form.PERCENT ? Measure.plain(numeral) : withUnit();
        Words.Match<Boolean> ordinal =
                words.ordinals().before(text, numeral.span().start(), floor);
        return ordinal == null ? measure : measure.numbering(ordinal.start());
    }

    /// 半成 and 半折, half a unit; null where the unit takes no half.
    static @Nullable Measure half(MeasureWords words, String text, int at) {
        Numeral half = new Numeral(new Span(at, at + 1), HALF, Form.CHINESE, false);
        MeasureReader reader = new MeasureReader(words, text, half, at);
        Words.Match<Unit> unit = reader.unitBehind();
        return unit == null ? null : reader.measured(unit);
    }

    private Measure withUnit() {
        Words.Match<Unit> unit = unitWithScale();
        if (unit == null) {
            unit = unitBehind();
        }
        Words.Match<Unit> sign = words.alone().before(text, numeral.span().start(), floor);
        if (sign != null) {
            int end = unit == null || unit.meaning().kind() != sign.meaning().kind()
                    ? numeral.span().end()
                    : unit.end();
            return measure(new Span(sign.start(), end), numeral.value(), sign.meaning());
        }
        return unit == null ? Measure.plain(numeral) : measured(unit);
    }

    /// 12千米, 五十兆字节: the last scale word belongs to the unit where unit and scale are one word.
    private Words.@Nullable Match<Unit> unitWithScale() {
        int last = numeral.span().end() - 1;
        if (last <= numeral.span().start() || !Numeral.isScale(text.charAt(last))) {
            return null;
        }
        Words.Match<Unit> unit = words.behind().after(text, last);
        if (unit == null || unit.start() != last || unit.end() == last + 1) {
            return null;
        }
        Optional<Numeral> shorter = Numeral.of(text.substring(numeral.span().start(), last));
        if (shorter.isEmpty()) {
            return null;
        }
        int start = numeral.span().start();
        int end = start + shorter.get().span().end();
        numeral = new Numeral(
                new Span(start, end),
                shorter.get().value(),
                shorter.get().form(),
                shorter.get().open());
        return unit;
    }

    private Words.@Nullable Match<Unit> unitBehind() {
        Words.Match<Unit> unit = words.behind().after(text, numeral.span().end());
        return unit == null || isWithinWord(unit) ? null : unit;
    }

    private boolean isWithinWord(Words.Match<Unit> unit) {
        for (String next : unit.meaning().notBefore()) {
            boolean anything = "*".equals(next)
                    && unit.end() < text.length()
                    && Character.isIdeographic(text.charAt(unit.end()))
                    && !Numeral.startsWith(text.charAt(unit.end()));
            if (anything || text.startsWith(next, unit.end())) {
                return true;
            }
        }
        char last = text.charAt(unit.end() - 1);
        return isLatin(last) && unit.end() < text.length() && isLatin(text.charAt(unit.end()));
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private Measure measured(Words.Match<Unit> match) {
        Unit unit = match.meaning();
        BigDecimal value = numeral.value();
        int start = numeral.span().start();
        int end = match.end();
        Words.Match<Boolean> before = unit.before().before(text, start, floor);
        start = before == null ? start : before.start();
        if (end < text.length() && Numeral.isHalf(text.charAt(end))) {
            value = value.add(HALF);
            end++;
        } else if (unit.tail()) {
            Optional<Numeral> tail = Numeral.at(text, Words.skip(text, end, 1));
            if (tail.isPresent() && tail.get().span().length() == 1) {
                value = value.add(tail.get().value().movePointLeft(1));
                end = tail.get().span().end();
            }
        }
        boolean whole = unit.kind() == Kind.DISCOUNT && value.compareTo(BigDecimal.TEN) >= 0;
        return parts(unit, new Span(start, end), whole ? value : value.multiply(unit.factor()));
    }

    /// 50元6角三分.
    private Measure parts(Unit unit, Span main, BigDecimal mainValue) {
        BigDecimal value = mainValue;
        int end = main.end();
        for (Unit.Part part : unit.parts()) {
            Words.Match<Boolean> and = words.and().after(text, end);
            int from = and == null || !Character.isIdeographic(text.charAt(and.start())) ? end : and.end();
            Optional<Numeral> number = from < text.length() ? Numeral.at(text, from) : Optional.empty();
            Words.Match<Boolean> name = number.isEmpty()
                    ? null
                    : part.words().after(text, number.get().span().end());
            if (number.isPresent() && name != null) {
                value = value.add(number.get().value().multiply(part.factor()));
                end = name.end();
            }
        }
        return measure(new Span(main.start(), end), value, unit);
    }

    private Measure measure(Span span, BigDecimal value, Unit unit) {
        return new Measure(span, numeral.span(), value, unit.kind(), unit.name(), numeral.open(), false);
    }
}
