package io.mingjian.text;

import java.util.Arrays;

/// A stretch of text as its wording is compared: folded, without white space and without pinyin in brackets.
///
/// Each character remembers where it stands in the canonical text, so that a match in the squashed characters
/// is a [Span] of the text. 總(zǒng) 體 squashes to 总体 where the folding knows the characters.
public final class Squashed {
    private final String characters;
    private final int[] offsets;

    private Squashed(String characters, int[] offsets) {
        this.characters = characters;
        this.offsets = offsets;
    }

    /// Squashes the characters of the span.
    public static Squashed of(CanonicalText text, Span span) {
        String folded = text.folded();
        StringBuilder characters = new StringBuilder(span.length());
        int[] offsets = new int[span.length()];
        for (int i = span.start(); i < span.end(); i++) {
            char c = folded.charAt(i);
            if (Folding.isSpace(c)) {
                continue;
            }
            int afterPinyin = c == '(' ? endOfPinyin(folded, i, span.end()) : i;
            if (afterPinyin > i) {
                i = afterPinyin - 1;
                continue;
            }
            offsets[characters.length()] = i;
            characters.append(c);
        }
        return new Squashed(characters.toString(), offsets);
    }

    /// The characters at these indexes alone, which ascend.
    public Squashed keeping(int... indexes) {
        StringBuilder kept = new StringBuilder(indexes.length);
        int[] places = new int[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            kept.append(characters.charAt(indexes[i]));
            places[i] = offsets[indexes[i]];
        }
        return new Squashed(kept.toString(), places);
    }

    /// The characters `[from, to)` alone.
    public Squashed part(int from, int to) {
        return new Squashed(characters.substring(from, to), Arrays.copyOfRange(offsets, from, to));
    }

    public String characters() {
        return characters;
    }

    public int length() {
        return characters.length();
    }

    /// Where the character at the index stands in the canonical text.
    public int offset(int index) {
        return offsets[index];
    }

    /// The place of the characters `[from, to)`; must not be empty.
    public Span span(int from, int to) {
        return new Span(offsets[from], offsets[to - 1] + 1);
    }

    /// The offset behind a bracket that holds Latin letters only, or the start where it is no such bracket.
    private static int endOfPinyin(String folded, int start, int end) {
        int longest = Math.min(end, start + 10);
        for (int i = start + 1; i < longest; i++) {
            char c = folded.charAt(i);
            if (c == ')') {
                return i > start + 1 ? i + 1 : start;
            }
            if (!isPinyinLetter(c)) {
                return start;
            }
        }
        return start;
    }

    private static boolean isPinyinLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'À' && c <= 'ǿ') || c == 'ɑ' || c == 'ɡ';
    }
}
