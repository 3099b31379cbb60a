package io.mingjian.outline;

import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import java.util.Optional;

/// The ways in which headings are numbered. GB/T 9704 prescribes 一、 then （一） then 1. then （1）; the rest is met
/// as well.
public enum Numbering {
    /// 第一部分, 第二章
    CHAPTER,
    /// 一、 一. 一， and 一 followed by a blank
    IDEOGRAPH,
    /// 一 with nothing behind it: 一加强组织领导
    IDEOGRAPH_BARE,
    /// （一） 一）
    IDEOGRAPH_BRACKET,
    /// 1、 1. 1
    DIGIT,
    /// （1） 1）
    DIGIT_BRACKET,
    /// ①
    CIRCLED;

    private static final String IDEOGRAPHS = "〇一二三四五六七八九";
    private static final String FINANCIAL = "零壹贰叁肆伍陆柒捌玖";
    private static final String BEHIND_NUMBER = "、.,．:";
    private static final String CHAPTER_WORDS = "章节条篇";
    /// 是 makes 一是 an enumeration inside a text, not a heading.
    private static final char ENUMERATION = '是';

    /// A number at the start of a heading: its style, its value, its digits as written, and the place of all of
    /// it.
    public record Mark(Numbering style, int number, String digits, Span span) {}

    /// The number that starts at `start`, if there is one. `folded` is folded text; nothing behind `end` is read.
    public static Optional<Mark> at(String folded, int start, int end) {
        if (start >= end) {
            return Optional.empty();
        }
        char first = folded.charAt(start);
        if (first == '第') {
            return chapter(folded, start, end);
        }
        if (first == '(') {
            return bracketed(folded, start, end);
        }
        if (first >= '①' && first <= '⑳') {
            return mark(CIRCLED, first - '①' + 1, folded, start, start + 1, start + 1);
        }
        if (first >= '㈠' && first <= '㈩') {
            return mark(IDEOGRAPH_BRACKET, first - '㈠' + 1, folded, start, start + 1, start + 1);
        }
        int digitsEnd = endOfDigits(folded, start, end);
        if (digitsEnd == start) {
            return Optional.empty();
        }
        return plain(folded, start, digitsEnd, end);
    }

    private static Optional<Mark> plain(String folded, int start, int digitsEnd, int end) {
        int number = value(folded, start, digitsEnd);
        boolean ideograph = isIdeograph(folded.charAt(start));
        int next = skipSpaces(folded, digitsEnd, end);
        char behind = next < end ? folded.charAt(next) : '\n';
        if (behind == ')') {
            return mark(ideograph ? IDEOGRAPH_BRACKET : DIGIT_BRACKET, number, folded, start, digitsEnd, next + 1);
        }
        if (BEHIND_NUMBER.indexOf(behind) >= 0 && !continuesDecimal(folded, next, end)) {
            return mark(ideograph ? IDEOGRAPH : DIGIT, number, folded, start, digitsEnd, next + 1);
        }
        if (ideograph && next > digitsEnd && !isIdeograph(behind) && behind != '\n') {
            return mark(IDEOGRAPH, number, folded, start, digitsEnd, next);
        }
        if (ideograph && behind != ENUMERATION && behind != '\n') {
            return mark(IDEOGRAPH_BARE, number, folded, start, digitsEnd, digitsEnd);
        }
        return Optional.empty();
    }

    /// 1.5 is a decimal and 1.1 a sub-number; neither is a heading's 1.
    private static boolean continuesDecimal(String folded, int point, int end) {
        return folded.charAt(point) == '.' && point + 1 < end && isDigit(folded.charAt(point + 1));
    }

    private static Optional<Mark> bracketed(String folded, int start, int end) {
        int digits = skipSpaces(folded, start + 1, end);
        int digitsEnd = endOfDigits(folded, digits, end);
        int close = skipSpaces(folded, digitsEnd, end);
        if (digitsEnd == digits || close >= end || folded.charAt(close) != ')') {
            return Optional.empty();
        }
        Numbering style = isIdeograph(folded.charAt(digits)) ? IDEOGRAPH_BRACKET : DIGIT_BRACKET;
        return mark(style, value(folded, digits, digitsEnd), folded, digits, digitsEnd, close + 1)
                .map(mark -> new Mark(
                        mark.style(),
                        mark.number(),
                        mark.digits(),
                        new Span(start, mark.span().end())));
    }

    private static Optional<Mark> chapter(String folded, int start, int end) {
        int digits = start + 1;
        int digitsEnd = endOfDigits(folded, digits, end);
        if (digitsEnd == digits || digitsEnd >= end) {
            return Optional.empty();
        }
        char unit = folded.charAt(digitsEnd);
        boolean part = unit == '部' && digitsEnd + 1 < end && folded.charAt(digitsEnd + 1) == '分';
        if (!part && CHAPTER_WORDS.indexOf(unit) < 0) {
            return Optional.empty();
        }
        int behind = digitsEnd + (part ? 2 : 1);
        return mark(CHAPTER, value(folded, digits, digitsEnd), folded, digits, digitsEnd, behind)
                .map(mark -> new Mark(CHAPTER, mark.number(), mark.digits(), new Span(start, behind)));
    }

    private static Optional<Mark> mark(Numbering style, int number, String folded, int digits, int digitsEnd, int end) {
        // 0 and three-digit numbers head no section: 2023、 is a year, 100. a quantity.
        if (number < 1 || number > 99) {
            return Optional.empty();
        }
        return Optional.of(new Mark(style, number, folded.substring(digits, digitsEnd), new Span(digits, end)));
    }

    private static int endOfDigits(String folded, int start, int end) {
        if (start >= end) {
            return start;
        }
        boolean ideograph = isIdeograph(folded.charAt(start));
        int i = start;
        while (i < end && i < start + 4 && (ideograph ? isIdeograph(folded.charAt(i)) : isDigit(folded.charAt(i)))) {
            i++;
        }
        return i;
    }

    private static int skipSpaces(String folded, int start, int end) {
        int i = start;
        while (i < end && folded.charAt(i) != '\n' && folded.charAt(i) != '\t' && Folding.isSpace(folded.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isIdeograph(char c) {
        return c == '十' || c == '拾' || IDEOGRAPHS.indexOf(c) >= 0 || FINANCIAL.indexOf(c) >= 0;
    }

    /// The value of 1 to 99 in either script; 0 where the digits are none.
    private static int value(String folded, int start, int end) {
        int tens = 0;
        int ones = 0;
        for (int i = start; i < end; i++) {
            char c = folded.charAt(i);
            if (c == '十' || c == '拾') {
                tens = ones == 0 ? 1 : ones;
                ones = 0;
            } else {
                int digit = isDigit(c) ? c - '0' : Math.max(IDEOGRAPHS.indexOf(c), FINANCIAL.indexOf(c));
                ones = ones * 10 + digit;
            }
        }
        return tens * 10 + ones;
    }
}
