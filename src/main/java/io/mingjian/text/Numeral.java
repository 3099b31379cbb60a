package io.mingjian.text;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/// A number as written: `1,024`, `１２`, `-2`, `821.73万`, `三百余`, `一千零一`, `百分之九十八点六`, `12.5%`.
///
/// It is the number alone: no unit, no range, no date. What stands around it says whether it counts anything.
///
/// @param span  its place, sign, scale words and percent sign included
/// @param value exact; scale words are multiplied in, percentages keep the number before the sign
/// @param form  how it is written
/// @param open  whether 余, 多 or 几 stands inside it (180余万): the value is then a lower end
public record Numeral(Span span, BigDecimal value, Form form, boolean open) {
    /// 千万, 百万: no more scale words follow one another.
    private static final int LONGEST_ROUGH = 3;

    /// How a number is written.
    public enum Form {
        /// With Arabic digits, perhaps with scale words (1.2万, 5万4千).
        DIGITS,
        /// With a power, an exponent or a letter for thousands (2^5, 2e5, 40k): in a report more often a part of a
        /// code.
        SCIENTIFIC,
        /// With Chinese numerals in the place-value system (三百二十五).
        CHINESE,
        /// Chinese digits one after the other (二〇二三): a year, a number of a document, or two neighbours (三五).
        DIGIT_STRING,
        /// As a fraction (四分之三). 1/4 is left to the caller: it may be a date.
        FRACTION,
        /// As a percentage, whatever its notation; 千分之六 and 6‰ are 0.6.
        PERCENT
    }

    public Numeral {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(form, "form");
    }

    /// The number that begins exactly at `start`, as long as it goes; empty where none begins there.
    ///
    /// A sign belongs to it only where no digit or letter stands before (`3-5` is not `-5`). Blanks within are
    /// taken where the number cannot be read otherwise (`7 万5 千`), never between digits: `1 024` is two
    /// numbers.
    ///
    /// @param text folded or not: full-width forms are understood in either case
    public static Optional<Numeral> at(CharSequence text, int start) {
        return new NumeralParser(text, start).parse();
    }

    /// The number that a scale word without a digit before it says roughly: 千余 is some more than 1000, 百万 a
    /// million.
    ///
    /// Whether it is one is for the caller to tell by what stands around it: 百姓 and 万一 begin so, too.
    public static Optional<Numeral> roughlyAt(CharSequence text, int start) {
        if (start >= text.length() || !isScale(text.charAt(start))) {
            return Optional.empty();
        }
        int end = Math.min(text.length(), start + LONGEST_ROUGH);
        return at("一" + text.subSequence(start, end), 0)
                .map(one -> new Numeral(
                        new Span(start, start + one.span().end() - 1), one.value(), Form.CHINESE, one.open()));
    }

    /// The number that the whole text states, blanks at its ends aside; empty where the text is anything else.
    public static Optional<Numeral> of(CharSequence text) {
        int start = 0;
        int end = text.length();
        while (start < end && Folding.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && Folding.isSpace(text.charAt(end - 1))) {
            end--;
        }
        int last = end;
        return at(text, start).filter(numeral -> numeral.span().end() == last);
    }

    /// Whether the character is 半, half of what follows: 半成.
    public static boolean isHalf(char c) {
        return NumeralCharacters.isHalf(c);
    }

    /// Whether the character is a scale word (十 to 兆), which may also belong to a unit: 千米.
    public static boolean isScale(char c) {
        return NumeralCharacters.isScale(c);
    }

    /// Whether a number can begin with the character, the sign aside.
    public static boolean startsWith(char c) {
        return NumeralCharacters.isArabic(c)
                || NumeralCharacters.digit(c) >= 0
                || NumeralCharacters.small(c) > 0
                || NumeralCharacters.isHalf(c);
    }
}
