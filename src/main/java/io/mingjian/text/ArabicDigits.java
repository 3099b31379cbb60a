package io.mingjian.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads Arabic digits with thousands commas and decimals. Commas that do not part groups of three end the
/// number. One use only.
final class ArabicDigits {
    /// Nothing is counted in longer numbers; the bound keeps a line of nothing but digits cheap.
    static final int MAX = 64;

    private static final int GROUP = 3;

    private final CharSequence text;
    private int at;

    ArabicDigits(CharSequence text, int start) {
        this.text = text;
        this.at = start;
    }

    /// Whether a number such as .5 begins there; the last point of ...9 begins none.
    static boolean beginsWithPoint(CharSequence text, int at) {
        return isPoint(text, at) && !isPoint(text, at - 1);
    }

    int end() {
        return at;
    }

    /// The number, or null where there is none or an endless one.
    @Nullable
    BigDecimal read() {
        StringBuilder digits = new StringBuilder();
        digits(digits);
        if (digits.length() > 0 && digits.length() <= GROUP) {
            thousands(digits);
        }
        if (isPointBeforeDigit(at) && !isChain(at)) {
            digits.append('.');
            at++;
            digits(digits);
        }
        return digits.isEmpty() || digits.length() > MAX ? null : new BigDecimal(digits.toString());
    }

    private void digits(StringBuilder into) {
        while (isDigit(at) && into.length() <= MAX) {
            into.append(Folding.fold(text.charAt(at++)));
        }
    }

    private void thousands(StringBuilder into) {
        int groups = 0;
        while (groups < MAX / GROUP && isGroupAt(at + (GROUP + 1) * groups)) {
            groups++;
        }
        int after = at + (GROUP + 1) * groups;
        // 12,345,6 is a list: its commas part nothing
        if (isComma(after) && isDigit(after + 1)) {
            return;
        }
        for (int i = at; i < after; i++) {
            if (isDigit(i)) {
                into.append(Folding.fold(text.charAt(i)));
            }
        }
        at = after;
    }

    /// Whether a comma and exactly three digits stand there.
    private boolean isGroupAt(int offset) {
        if (!isComma(offset)) {
            return false;
        }
        for (int i = 1; i <= GROUP; i++) {
            if (!isDigit(offset + i)) {
                return false;
            }
        }
        return !isDigit(offset + GROUP + 1);
    }

    /// 10.20.30: points that stand more than once part a version, a date or an address, no decimals.
    private boolean isChain(int point) {
        int before = point - 1;
        while (point - before <= MAX && isDigit(before)) {
            before--;
        }
        if (before < point - 1 && isPoint(text, before) && isDigit(before - 1)) {
            return true;
        }
        int after = point + 1;
        while (after - point <= MAX && isDigit(after)) {
            after++;
        }
        return isPointBeforeDigit(after);
    }

    private boolean isPointBeforeDigit(int offset) {
        return isPoint(text, offset) && isDigit(offset + 1);
    }

    private static boolean isPoint(CharSequence text, int offset) {
        return offset >= 0 && offset < text.length() && Folding.fold(text.charAt(offset)) == '.';
    }

    private boolean isComma(int offset) {
        return offset < text.length() && Folding.fold(text.charAt(offset)) == ',';
    }

    private boolean isDigit(int offset) {
        return offset >= 0 && offset < text.length() && NumeralCharacters.isArabic(text.charAt(offset));
    }
}
