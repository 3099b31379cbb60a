package io.mingjian.text;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/// What may follow Arabic digits and multiplies them: an exponent (2e5), a power (2^-1) or a letter (40k, 2.5
/// M). One use only.
final class Notation {
    private static final int MAX_EXPONENT_DIGITS = 3;
    private static final int MAX_SIGNS = 2;

    private final CharSequence text;
    private int end;

    Notation(CharSequence text, int end) {
        this.text = text;
        this.end = end;
    }

    int end() {
        return end;
    }

    BigDecimal apply(BigDecimal base) {
        char c = at(end);
        if (c == 'e' || c == 'E') {
            Integer exponent = exponent(end + 1, 1);
            return exponent == null ? base : base.scaleByPowerOfTen(exponent);
        }
        if (c == '^') {
            Integer exponent = exponent(end + 1, MAX_SIGNS);
            return exponent == null ? base : power(base, exponent);
        }
        int letter = c == ' ' ? end + 1 : end;
        int power = thousands(at(letter));
        if (power == 0 || isWord(at(letter + 1))) {
            return base;
        }
        end = letter + 1;
        return base.scaleByPowerOfTen(power);
    }

    private static BigDecimal power(BigDecimal base, int exponent) {
        return exponent >= 0 || base.signum() != 0 ? base.pow(exponent, MathContext.DECIMAL128) : base;
    }

    /// The signed exponent at the place, or null; the end moves behind it.
    private @Nullable Integer exponent(int from, int maxSigns) {
        boolean negative = false;
        int i = from;
        while (i - from < maxSigns && (at(i) == '-' || at(i) == '+')) {
            negative ^= at(i) == '-';
            i++;
        }
        int digits = i;
        int value = 0;
        while (isDigit(at(i)) && i - digits < MAX_EXPONENT_DIGITS) {
            value = value * 10 + at(i++) - '0';
        }
        if (i == digits || isWord(at(i))) {
            return null;
        }
        end = i;
        return negative ? -value : value;
    }

    private static int thousands(char c) {
        return switch (c) {
            case 'k', 'K' -> 3;
            case 'M' -> 6;
            default -> 0;
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private char at(int offset) {
        return offset < text.length() ? Folding.fold(text.charAt(offset)) : '\n';
    }
}
