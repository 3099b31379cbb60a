package io.mingjian.text;

import io.mingjian.text.Numeral.Form;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one number, character by character and never back but over a blank. One use only.
final class NumeralParser {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// 百万万分之: nobody divides by more scales.
    private static final int MAX_SCALES = 4;

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
    private boolean scientific;
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
        Form form = form();
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

    private Form form() {
        if (scientific) {
            return Form.SCIENTIFIC;
        }
        return arabic ? Form.DIGITS : digitString && !scaled ? Form.DIGIT_STRING : Form.CHINESE;
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
        at = first;
        for (int i = 0; i < MAX_SCALES && at < text.length() && NumeralCharacters.isScale(text.charAt(at)); i++) {
            end = ++at;
            at = next(at);
        }
        if (end <= first || !peekFraction()) {
            return Optional.empty();
        }
        BigDecimal denominator = BigDecimal.ONE;
        for (int i = first; i < end; i++) {
            denominator = denominator.multiply(scale(text.charAt(i)));
        }
        BigDecimal fraction = fraction(denominator);
        return fraction == null
                ? Optional.empty()
                : Optional.of(numeral(fraction.multiply(HUNDRED), Form.PERCENT, negative));
    }

    /// What a scale word multiplies by; a blank between two changes nothing.
    private static BigDecimal scale(char c) {
        if (!NumeralCharacters.isScale(c)) {
            return BigDecimal.ONE;
        }
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
        if (sum.isEmpty()) {
            return null;
        }
        open |= sum.isBetweenNeighbours();
        BigDecimal total = sum.total();
        return arabic && !scaled ? notation(total) : total;
    }

    /// 2e5, 2^5, 40k and -2.5 M, as far as one is written.
    private BigDecimal notation(BigDecimal base) {
        Notation notation = new Notation(text, end);
        BigDecimal value = notation.apply(base);
        scientific |= notation.end() > end;
        end = notation.end();
        return value;
    }

    /// Whether the character after a blank belongs to the number: a scale word, or a Chinese digit within a
    /// Chinese number.
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
        if (NumeralCharacters.isArabic(c) || (sum.isEmpty() && ArabicDigits.beginsWithPoint(text, at))) {
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
        if ((arabic && !scaled) || sum.pendingDigits() >= ArabicDigits.MAX || isMeasure()) {
            return false;
        }
        chinese = true;
        digitString |= sum.digit(digit);
        at++;
        return true;
    }

    /// 三十两: behind a number and before no scale, 两 is a weight.
    private boolean isMeasure() {
        if (end == start || !NumeralCharacters.isPair(text.charAt(at))) {
            return false;
        }
        int after = next(at + 1);
        return after >= text.length() || !NumeralCharacters.isScale(text.charAt(after));
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

    private boolean decimal(PlaceValue sum) {
        ArabicDigits digits = new ArabicDigits(text, at);
        BigDecimal value = digits.read();
        at = digits.end();
        if (value == null) {
            return false;
        }
        arabic = true;
        sum.arabic(value);
        return true;
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
        boolean negative = numerator.sign();
        BigDecimal value = numerator.number();
        if (value == null) {
            return null;
        }
        end = numerator.end;
        open |= numerator.open;
        BigDecimal fraction = value.divide(denominator, MathContext.DECIMAL128);
        return negative ? fraction.negate() : fraction;
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
