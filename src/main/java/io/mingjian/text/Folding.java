package io.mingjian.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/// Brings characters to one form without changing how many there are.
///
/// Full-width ASCII becomes half-width (０ → 0, （ → (, ， → ,), every kind of blank becomes a space, dashes become
/// `-`. Line ends and tabs stay, since they carry structure. 、 。 《 》 “ ” stay: they have no single half-width
/// counterpart. Radicals become the characters they look like. Traditional characters become simplified ones
/// where one stands for one and simplified text does not use it too; pinyin in brackets after a character
/// becomes blanks.
public final class Folding {
    /// What each ideograph folds to, by its distance from the first.
    private static final char[] SIMPLIFIED = simplified();

    private static final char FIRST_IDEOGRAPH = '\u3400';
    private static final char LAST_IDEOGRAPH = '\u9FFF';
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;

    private Folding() {}

    /// The folded text: same length, character for character.
    public static String fold(String text) {
        return new String(folded(text));
    }

    private static char[] folded(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        blankPinyin(folded);
        return folded;
    }

    /// Blanks the pronunciation that mirror sites put after a character, as in 开(kāi): brackets around Latin
    /// letters of which one carries a tone.
    private static void blankPinyin(char[] text) {
        for (int open = 1; open < text.length; open++) {
            if (text[open] != '(' || text[open - 1] < FIRST_IDEOGRAPH || text[open - 1] > LAST_IDEOGRAPH) {
                continue;
            }
            int end = open + 1;
            boolean toned = false;
            while (end < text.length && end - open < 8 && isLatin(text[end])) {
                toned |= text[end] >= 0x80;
                end++;
            }
            if (toned && end < text.length && text[end] == ')') {
                Arrays.fill(text, open, end + 1, ' ');
            }
        }
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '\u00C0' && c <= '\u024F');
    }

    public static char fold(char written) {
        if (written < 0x80) {
            return written;
        }
        char c = Radicals.whole(written);
        if (c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH) {
            return SIMPLIFIED[c - FIRST_IDEOGRAPH];
        }
        if (c >= '！' && c <= '～') {
            return (char) (c - FULL_WIDTH_OFFSET);
        }
        return switch (c) {
            case '\u00A0', '\u3000', '\u2002', '\u2003', '\u2007', '\u2009', '\u202F', '\uFEFF', '\u200B' -> ' ';
            case '‐', '‑', '‒', '–', '—', '―', '−', '─' -> '-';
            case '∶' -> ':';
            case '﹪' -> '%';
            default -> c;
        };
    }

    /// Whether the character is white space of any kind, the invisible and the full-width included.
    public static boolean isSpace(char c) {
        return c <= ' ' || ((c < FIRST_IDEOGRAPH || c > LAST_IDEOGRAPH) && fold(c) == ' ');
    }

    /// The folded text without any white space, for comparing wordings.
    public static String squash(CharSequence text) {
        char[] folded = folded(text.toString());
        int kept = 0;
        for (char c : folded) {
            if (!isSpace(c)) {
                folded[kept++] = c;
            }
        }
        return new String(folded, 0, kept);
    }

    private static char[] simplified() {
        char[] table = new char[LAST_IDEOGRAPH - FIRST_IDEOGRAPH + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) (FIRST_IDEOGRAPH + i);
        }
        try (InputStream in = Objects.requireNonNull(Folding.class.getResourceAsStream("simplified.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                for (int i = 0; i + 1 < line.length() && line.charAt(0) != '#'; i += 2) {
                    table[line.charAt(i) - FIRST_IDEOGRAPH] = line.charAt(i + 1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table of simplified characters cannot be read", e);
        }
        return table;
    }
}
