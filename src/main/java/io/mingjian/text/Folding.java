package io.mingjian.text;

/// Brings characters to one form without changing how many there are.
///
/// Full-width ASCII becomes half-width (０ → 0, （ → (, ， → ,), every kind of blank becomes a space, dashes become `-`.
/// Line ends and tabs stay, since they carry structure. 、 。 《 》 “ ” stay: they have no single half-width counterpart.
public final class Folding {
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;

    private Folding() {}

    /// The folded text: same length, character for character.
    public static String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }

    public static char fold(char c) {
        if (c < 0x80) {
            return c;
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
        return c <= ' ' || fold(c) == ' ';
    }

    /// The folded text without any white space, for comparing wordings.
    public static String squash(CharSequence text) {
        StringBuilder squashed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpace(c)) {
                squashed.append(fold(c));
            }
        }
        return squashed.toString();
    }
}
