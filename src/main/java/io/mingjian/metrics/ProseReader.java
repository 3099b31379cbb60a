package io.mingjian.metrics;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Reads spans of the canonical text into one [Reading]. One use only.
///
/// Layout breaks sentences: a PDF puts a line end before a number, a page number between number and unit, Word
/// a blank between digits, a converter the pinyin behind a character. All that is left out here, once, so that
/// nobody after this has to know it.
final class ProseReader {
    private static final String SENTENCE_ENDS = "。!?;:,、";
    private static final int LONGEST_PINYIN = 8;
    /// The longest line that can be a heading.
    private static final int LONGEST_HEADING = 40;

    /// The longest line that can be an entry of a list.
    private static final int LONGEST_ENTRY = 22;

    /// The longest number whose digits are spread out, blanks included.
    private static final int LONGEST_SPREAD = 16;

    /// Blanks between two digits of one number.
    private static final int WIDEST_SPREAD = 2;

    /// How far from a number in pieces the comma or stop of its sentence is looked for.
    private static final int NEAR = 100;

    /// The digits of a group of thousands.
    private static final int THOUSAND = 3;

    /// The longest piece of a number that a blank tears.
    private static final int LONGEST_PIECE = 2;

    private final String folded;
    private final Map<Character, Character> script;
    private final StringBuilder read = new StringBuilder();
    private final StringBuilder written = new StringBuilder();
    private int[] offsets = new int[256];
    private boolean tabbed;
    /// Whether the line before was an entry of a list.
    private boolean afterEntry;

    ProseReader(CanonicalText text, Map<Character, Character> script) {
        this.folded = text.folded();
        this.script = script;
    }

    Reading read(List<Span> spans) {
        for (Span span : spans) {
            lines(span);
        }
        return new Reading(read.toString(), written.toString(), Arrays.copyOf(offsets, read.length()));
    }

    private void lines(Span span) {
        int start = span.start();
        while (start < span.end()) {
            int end = folded.indexOf('\n', start, span.end());
            end = end < 0 ? span.end() : end;
            line(start, end);
            start = end + 1;
        }
    }

    private void line(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && folded.charAt(start) == ' ') {
            start++;
        }
        while (end > start && Folding.isSpace(folded.charAt(end - 1))) {
            end--;
        }
        if (start == end || isPageNumber(start, end)) {
            return;
        }
        boolean tabs = folded.indexOf('\t', start, end) >= 0;
        boolean begins = read.isEmpty() || read.charAt(read.length() - 1) == '\n';
        boolean entry = isEntry(start, end);
        if (!begins && (tabs || tabbed || (entry && afterEntry) || partsFrom(start))) {
            emit('\n', start);
        }
        tabbed = tabs;
        afterEntry = entry;
        boolean heading = isHeading(start, end);
        characters(start, end);
        if (heading) {
            emit('\n', end - 1);
        }
    }

    /// Whether what stands at `start` begins something new, so that it does not continue the line before.
    private boolean partsFrom(int start) {
        char before = read.charAt(read.length() - 1);
        char next = folded.charAt(start);
        if (isDigit(before) && (next == '%' || next == '‰')) {
            return false;
        }
        return before == '。'
                || before == '!'
                || before == '?'
                || isNumbered(start)
                || (isDigit(before) && isDigit(next))
                || !(isWord(before) || SENTENCE_ENDS.indexOf(before) >= 0 || before == ')')
                || !(isWord(next) || next == '"' || next == '“' || next == '《' || next == '(');
    }

    /// 主动公开：97条: a short line of a name and a number, one of a list of such lines.
    private boolean isEntry(int start, int end) {
        boolean digit = false;
        for (int i = start; i < end; i++) {
            char c = folded.charAt(i);
            digit |= isDigit(c);
            if ("。,;!?".indexOf(c) >= 0 && i < end - 1) {
                return false;
            }
        }
        return digit && end - start <= LONGEST_ENTRY && !isDigit(folded.charAt(start)) && isWord(folded.charAt(start));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// 一、 （一） 1. 1、 （1） 第一， at the start of a line.
    private boolean isNumbered(int start) {
        int i = start;
        boolean bracket = i < folded.length() && folded.charAt(i) == '(';
        if (bracket || (i < folded.length() && folded.charAt(i) == '第')) {
            i++;
        }
        int digits = i;
        while (i < folded.length() && i < digits + 4 && isNumber(folded.charAt(i))) {
            i++;
        }
        if (i == digits || i >= folded.length()) {
            return false;
        }
        char after = folded.charAt(i);
        return bracket ? after == ')' : after == '、' || after == ',' || (after == '.' && !isDigitAt(i + 1));
    }

    private boolean isDigitAt(int index) {
        return index < folded.length() && isDigit(folded.charAt(index));
    }

    private static boolean isNumber(char c) {
        return isDigit(c) || "一二三四五六七八九十".indexOf(c) >= 0;
    }

    private boolean isHeading(int start, int end) {
        if (end - start > LONGEST_HEADING || !isNumbered(start)) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (folded.charAt(i) == '。') {
                return false;
            }
        }
        return SENTENCE_ENDS.indexOf(folded.charAt(end - 1)) < 0;
    }

    /// — 3 —: dashes around digits and nothing else.
    private boolean isPageNumber(int start, int end) {
        boolean dash = false;
        boolean digit = false;
        for (int i = start; i < end; i++) {
            char c = folded.charAt(i);
            dash |= c == '-';
            digit |= isDigit(c);
            if (c != '-' && c != ' ' && !isDigit(c)) {
                return false;
            }
        }
        return dash && digit;
    }

    private void characters(int start, int end) {
        int i = start;
        while (i < end) {
            char c = folded.charAt(i);
            if (c == ' ') {
                i = blank(start, i, end);
            } else if (c == '(' && pinyinEnd(i, end) > 0) {
                i = pinyinEnd(i, end);
            } else {
                if (c != '*') {
                    emit(script.getOrDefault(c, c), i);
                }
                i++;
            }
        }
    }

    /// Blanks mean nothing in Chinese, but between two numbers.
    private int blank(int start, int at, int end) {
        int next = at;
        while (next < end && folded.charAt(next) == ' ') {
            next++;
        }
        boolean between = at > start && isDigit(folded.charAt(at - 1)) && next < end && isDigit(folded.charAt(next));
        if (between
                && !isSpreadOut(start, at, next)
                && !isTorn(start, at, next, end)
                && !isThousands(start, at, next, end)) {
            emit(' ', at);
        }
        return next;
    }

    /// 网 站 9 8 0 条: single digits in a line where single characters are spread, too.
    private boolean isSpreadOut(int start, int at, int next) {
        if (next - at > WIDEST_SPREAD || isDigitAt(next + 1)) {
            return false;
        }
        int i = at;
        while (i - 2 >= start
                && at - i <= LONGEST_SPREAD
                && isDigit(folded.charAt(i - 1))
                && folded.charAt(i - 2) == ' ') {
            i -= 2;
        }
        return i - 2 >= start && !isDigit(folded.charAt(i - 1)) && folded.charAt(i - 2) == ' ' && i < at;
    }

    /// 公开信息3 8 条, 发布 2 1 5 条: a number in pieces between words of a sentence.
    private boolean isTorn(int start, int at, int next, int end) {
        int from = pieceStart(start, at);
        int to = pieceEnd(next, end);
        boolean single = at - from == 1 && to - next == 1;
        if (next != at + 1 || at - from > LONGEST_PIECE || to - next > LONGEST_PIECE) {
            return false;
        }
        int first = single ? Math.max(start, at - LONGEST_SPREAD) : from;
        int last = single ? Math.min(end, next + LONGEST_SPREAD) : to;
        while (from - 2 >= first && folded.charAt(from - 1) == ' ' && isDigit(folded.charAt(from - 2))) {
            from -= 2;
        }
        while (to + 1 < last && folded.charAt(to) == ' ' && isDigit(folded.charAt(to + 1))) {
            to += 2;
        }
        int before = single && from > start && folded.charAt(from - 1) == ' ' ? from - 2 : from - 1;
        int behind = to < end && folded.charAt(to) == ' ' ? to + 1 : to;
        return before >= start
                && isHan(folded.charAt(before))
                && folded.charAt(from) != '0'
                && behind < end
                && isHan(folded.charAt(behind))
                && isProse(Math.max(start, from - NEAR), Math.min(end, to + NEAR));
    }

    /// 公开信息 12 046 条: digits in groups of three between words of a sentence.
    private boolean isThousands(int start, int at, int next, int end) {
        int from = pieceStart(start, at);
        int to = pieceEnd(next, end);
        boolean grouped =
                next == at + 1 && at - from <= THOUSAND && to - next == THOUSAND && folded.charAt(from) != '0';
        int before = from > start && folded.charAt(from - 1) == ' ' ? from - 2 : from - 1;
        int behind = to < end && folded.charAt(to) == ' ' ? to + 1 : to;
        return grouped
                && before >= start
                && behind < end
                && isHan(folded.charAt(before))
                && isHan(folded.charAt(behind))
                && isProse(Math.max(start, from - NEAR), Math.min(end, to + NEAR));
    }

    private int pieceStart(int start, int at) {
        int from = at;
        while (from > start && isDigit(folded.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    private int pieceEnd(int next, int end) {
        int to = next;
        while (to < end && isDigit(folded.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean isHan(char c) {
        return Character.isIdeographic(c);
    }

    /// Whether the line is a piece of a sentence and no row of a table.
    private boolean isProse(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = folded.charAt(i);
            if (c == ',' || c == '。' || c == ';') {
                return true;
            }
        }
        return false;
    }

    /// The end of a bracket that holds nothing but a few small Latin letters behind a character, or 0.
    private int pinyinEnd(int open, int end) {
        int i = open + 1;
        while (i < end && i <= open + LONGEST_PINYIN && isSmallLatin(folded.charAt(i))) {
            i++;
        }
        return i > open + 1 && i < end && folded.charAt(i) == ')' ? i + 1 : 0;
    }

    private static boolean isSmallLatin(char c) {
        return c < '\u0250' && Character.isLowerCase(c);
    }

    private void emit(char c, int offset) {
        if (read.length() == offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[read.length()] = offset;
        read.append(c);
        written.append(c == '\n' ? c : folded.charAt(offset));
    }
}
