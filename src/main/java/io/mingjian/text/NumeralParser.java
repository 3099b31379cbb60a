package io.mingjian.text;

import io.mingjian.text.Numeral.Form;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one number, character by character and never back but over a blank. One use only.
final class NumeralParser {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Nothing is counted in longer numbers; the bound keeps a line of nothing but digits cheap.
    private static final int MAX_DIGITS = 64;

    private final CharSequence text;
    private final int start;
    /// Where the next character is read.
    private int at;
    /// Where the number ends as far as it has been understood.
    private int end;

    private boolean arabic;
    private boolean chinese;
    private boolean scaled;
    private boolean digitString;
    private boolean open;

    NumeralParser(CharSequence text, int start) {
        this.text = text;
        this.start = start;
        this.at = start;
        this.end = start;
    }

    Optional<Numeral> parse() {
        boolean negative = sign();
        int first = at;
        BigDecimal value = number();
        if (value == null) {
            return denominatorAlone(first, negative);
        }
        return Optional.of(result(value, negative));
    }

    private Numeral result(BigDecimal whole, boolean negative) {
        BigDecimal value = whole;
        Form form = arabic ? Form.DIGITS : digitString && !scaled ? Form.DIGIT_STRING : Form.CHINESE;
        if (peekFraction()) {
            BigDecimal fraction = fraction(whole);
            if (fraction != null) {
                return numeral(fraction, Form.FRACTION, negative);
            }
        } else {
            BigDecimal part = fractionBehind();
            if (part != null) {
                return numeral(whole.add(part), Form.FRACTION, negative);
            }
            int sign = next(end);
            char c = sign < text.length() ? Folding.fold(text.charAt(sign)) : ' ';
            if (c == '%' || c == '‰') {
                end = sign + 1;
                form = Form.PERCENT;
                value = c == '‰' ? value.movePointLeft(1) : value;
            }
        }
        return numeral(value, form, negative);
    }

    /// The fraction of 三又四分之一.
    private @Nullable BigDecimal fractionBehind() {
        int and = next(end);
        if (and >= text.length() || text.charAt(and) != '又') {
            return null;
        }
        NumeralParser part = new NumeralParser(text, next(and + 1));
        BigDecimal denominator = part.number();
        BigDecimal fraction = denominator == null || !part.peekFraction() ? null : part.fraction(denominator);
        end = fraction == null ? end : part.end;
        return fraction;
    }

    private Numeral numeral(BigDecimal value, Form form, boolean negative) {
        BigDecimal signed = negative ? value.negate() : value;
        BigDecimal plain = signed.stripTrailingZeros();
        return new Numeral(new Span(start, end), plain.scale() < 0 ? plain.setScale(0) : plain, form, open);
    }

    /// 百分之X: a denominator without a digit before it.
    private Optional<Numeral> denominatorAlone(int first, boolean negative) {
        BigDecimal denominator = BigDecimal.ONE;
        at = first;
        while (at < text.length() && NumeralCharacters.isScale(text.charAt(at))) {
            denominator = denominator.multiply(scale(text.charAt(at)));
            end = ++at;
            at = next(at);
        }
        if (denominator.compareTo(BigDecimal.ONE) == 0 || !peekFraction()) {
            return Optional.empty();
        }
        BigDecimal fraction = fraction(denominator);
        return fraction == null
                ? Optional.empty()
                : Optional.of(numeral(fraction.multiply(HUNDRED), Form.PERCENT, negative));
    }

    private static BigDecimal scale(char c) {
        int small = NumeralCharacters.small(c);
        return small > 0 ? BigDecimal.valueOf(small) : BigDecimal.ONE.scaleByPowerOfTen(NumeralCharacters.big(c));
    }

    private boolean sign() {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (NumeralCharacters.isNegative(c)) {
            at++;
            return true;
        }
        if (Folding.fold(c) == '-' && !afterWord()) {
            at++;
            return true;
        }
        return false;
    }

    /// Whether a letter, digit or another sign stands right before: then a dash is no sign.
    private boolean afterWord() {
        if (start == 0) {
            return false;
        }
        char before = text.charAt(start - 1);
        return Character.isLetterOrDigit(before) || Folding.fold(before) == '-' || before == ')';
    }

    private @Nullable BigDecimal number() {
        PlaceValue sum = new PlaceValue();
        while (at < text.length()) {
            int from = at;
            int here = next(from);
            // a blank may only stand before what carries a number on
            if (here > from && (end == start || here >= text.length() || !carriesOn(here, sum))) {
                break;
            }
            at = here;
            if (here >= text.length() || !step(sum)) {
                at = from;
                break;
            }
            end = at;
        }
        return sum.isEmpty() ? null : sum.total();
    }

    /// Whether the character after a blank belongs to the number: a scale word, or a Chinese digit within a Chinese
    /// number.
    private boolean carriesOn(int here, PlaceValue sum) {
        char c = text.charAt(here);
        return NumeralCharacters.isScale(c)
                || NumeralCharacters.isSome(c)
                || (NumeralCharacters.isPoint(c) && chinese)
                || (NumeralCharacters.digit(c) >= 0 && sum.awaitsDigit())
                || (NumeralCharacters.isArabic(c) && scaled && sum.awaitsDigit());
    }

    private boolean step(PlaceValue sum) {
        char c = text.charAt(at);
        if (NumeralCharacters.isArabic(c) || (Folding.fold(c) == '.' && sum.isEmpty())) {
            return sum.awaitsDigit() && decimal(sum);
        }
        int digit = NumeralCharacters.digit(c);
        if (digit >= 0) {
            return chineseDigit(sum, digit);
        }
        int fused = NumeralCharacters.fused(c);
        if (fused > 0) {
            return sum.awaitsDigit() && taken(sum.fused(fused));
        }
        int small = NumeralCharacters.small(c);
        if (small > 0) {
            return smallScale(sum, small);
        }
        int big = NumeralCharacters.big(c);
        if (big > 0) {
            return !sum.isEmpty() && bigScale(sum, big);
        }
        if (NumeralCharacters.isPoint(c)) {
            return chinese && chinesePoint(sum);
        }
        if (NumeralCharacters.isSome(c)) {
            return some(sum);
        }
        return NumeralCharacters.isHalf(c) && half(sum);
    }

    private boolean taken(boolean accepted) {
        if (accepted) {
            at++;
        }
        return accepted;
    }

    private boolean chineseDigit(PlaceValue sum, int digit) {
        if ((arabic && !scaled) || sum.pendingDigits() >= MAX_DIGITS) {
            return false;
        }
        chinese = true;
        digitString |= sum.digit(digit);
        at++;
        return true;
    }

    private boolean smallScale(PlaceValue sum, int small) {
        // 百三 is 130, but 百 alone begins no number
        if (sum.isEmpty() && small > 10 && !(at + 1 < text.length() && isDigitAt(at + 1))) {
            return false;
        }
        if (!sum.small(small)) {
            return false;
        }
        chinese |= !arabic;
        scaled = true;
        at++;
        return true;
    }

    private boolean bigScale(PlaceValue sum, int power) {
        scaled = true;
        return taken(sum.big(power));
    }

    private boolean isDigitAt(int offset) {
        return NumeralCharacters.digit(text.charAt(offset)) > 0;
    }

    /// 十余万, 一百零几万: only where a scale follows.
    private boolean some(PlaceValue sum) {
        int after = next(at + 1);
        if (sum.isEmpty() || after >= text.length() || NumeralCharacters.big(text.charAt(after)) == 0) {
            return false;
        }
        open = true;
        at++;
        return true;
    }

    /// 半百.
    private boolean half(PlaceValue sum) {
        if (!sum.isEmpty() || at + 1 >= text.length() || NumeralCharacters.small(text.charAt(at + 1)) < 100) {
            return false;
        }
        sum.arabic(new BigDecimal("0.5"));
        chinese = true;
        at++;
        return true;
    }

    /// The decimals of 十二点五; a point that no digit follows belongs to a time of day or a sentence.
    private boolean chinesePoint(PlaceValue sum) {
        int i = next(at + 1);
        StringBuilder decimals = new StringBuilder("0.");
        int last = i;
        while (i < text.length() && NumeralCharacters.isDecimal(text.charAt(i))) {
            decimals.append(NumeralCharacters.digit(text.charAt(i)));
            last = ++i;
        }
        if (decimals.length() == 2
                || sum.isEmpty()
                || (last < text.length() && NumeralCharacters.small(text.charAt(last)) > 0)) {
            return false;
        }
        sum.decimals(new BigDecimal(decimals.toString()));
        at = last;
        return true;
    }

    /// Digits with thousands commas and decimals. Commas that do not part groups of three end the number.
    private boolean decimal(PlaceValue sum) {
        StringBuilder digits = new StringBuilder();
        digits(digits);
        if (digits.length() > 0 && digits.length() <= 3) {
            thousands(digits);
        }
        if (at + 1 < text.length()
                && Folding.fold(text.charAt(at)) == '.'
                && NumeralCharacters.isArabic(text.charAt(at + 1))) {
            digits.append('.');
            at++;
            digits(digits);
        }
        if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
            return false;
        }
        arabic = true;
        sum.arabic(new BigDecimal(digits.toString()));
        return true;
    }

    private void digits(StringBuilder into) {
        while (at < text.length() && NumeralCharacters.isArabic(text.charAt(at)) && into.length() <= MAX_DIGITS) {
            into.append(Folding.fold(text.charAt(at++)));
        }
    }

    private void thousands(StringBuilder into) {
        int groups = 0;
        while (isGroupAt(at + 4 * groups)) {
            groups++;
        }
        int after = at + 4 * groups;
        // 12,345,6 is a list: its commas part nothing
        if (after + 1 < text.length()
                && isComma(text.charAt(after))
                && NumeralCharacters.isArabic(text.charAt(after + 1))) {
            return;
        }
        for (int i = at; i < after; i++) {
            if (NumeralCharacters.isArabic(text.charAt(i))) {
                into.append(Folding.fold(text.charAt(i)));
            }
        }
        at = after;
    }

    /// Whether a comma and exactly three digits stand there.
    private boolean isGroupAt(int offset) {
        if (offset + 3 >= text.length() || !isComma(text.charAt(offset))) {
            return false;
        }
        for (int i = 1; i <= 3; i++) {
            if (!NumeralCharacters.isArabic(text.charAt(offset + i))) {
                return false;
            }
        }
        return offset + 4 >= text.length() || !NumeralCharacters.isArabic(text.charAt(offset + 4));
    }

    private static boolean isComma(char c) {
        return Folding.fold(c) == ',';
    }

    private boolean peekFraction() {
        int part = next(end);
        int of = next(part + 1);
        return of < text.length() && text.charAt(part) == '分' && text.charAt(of) == '之';
    }

    /// The numerator, divided by the denominator; null where none follows.
    private @Nullable BigDecimal fraction(BigDecimal denominator) {
        int numeratorAt = next(next(next(end) + 1) + 1);
        if (numeratorAt >= text.length() || denominator.signum() == 0) {
            return null;
        }
        char c = text.charAt(numeratorAt);
        if (c == '百' && !(numeratorAt + 1 < text.length() && isDigitAt(numeratorAt + 1))) {
            end = numeratorAt + 1;
            return HUNDRED.divide(denominator, MathContext.DECIMAL128);
        }
        NumeralParser numerator = new NumeralParser(text, numeratorAt);
        BigDecimal value = numerator.number();
        if (value == null) {
            return null;
        }
        end = numerator.end;
        open |= numerator.open;
        return value.divide(denominator, MathContext.DECIMAL128);
    }

    /// The next place that is no blank; a line end or tab is none.
    private int next(int from) {
        int i = from;
        while (i < text.length() && Folding.fold(text.charAt(i)) == ' ') {
            i++;
        }
        return i;
    }
}
