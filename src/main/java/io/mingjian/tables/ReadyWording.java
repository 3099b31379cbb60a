package io.mingjian.tables;

import io.mingjian.text.Similarity;

/// A wording made ready to be compared with very many others: the same likeness as [Similarity], a machine word
/// at a time.
///
/// The longest common subsequence is counted by bits (Hyyrö's variant of Allison and Dix): one bit a character
/// of the wording, one step a character of the other.
final class ReadyWording {
    private static final int BITS = 64;
    /// A power of two, at least twice the characters of a wording.
    private static final int SLOTS = 128;

    private static final int LONGEST = 120;

    private final String wording;
    private final char[] characters = new char[SLOTS];
    private final long[] masks = new long[SLOTS];
    private final CharacterSet kinds;

    ReadyWording(String wording) {
        this.wording = wording;
        this.kinds = CharacterSet.of(wording, wording.length());
        for (int i = 0; i < wording.length() && i < BITS; i++) {
            int slot = slot(wording.charAt(i));
            characters[slot] = wording.charAt(i);
            masks[slot] |= 1L << i;
        }
    }

    String wording() {
        return wording;
    }

    /// The characters of squashed words, as far as they are compared.
    static CharacterSet kinds(String words) {
        return CharacterSet.of(words, LONGEST);
    }

    /// How alike the squashed words are, 0..1; 0 where it cannot reach `least`.
    ///
    /// @param their the words' characters
    double likeness(String words, CharacterSet their, double least) {
        int n = Math.min(words.length(), LONGEST);
        int m = wording.length();
        if (m > BITS) {
            return Similarity.of(words, wording, least);
        }
        double enough = least * (n + m) / 2;
        if (m == 0
                || Math.min(n, m) < enough
                || n - their.without(kinds) < enough
                || m - kinds.without(their) < enough) {
            return 0;
        }
        return 2.0 * common(words, n) / (n + m);
    }

    private int common(String words, int n) {
        long open = -1;
        for (int i = 0; i < n; i++) {
            long matches = open & masks[slot(words.charAt(i))];
            open = (open + matches) | (open - matches);
        }
        int m = wording.length();
        return Long.bitCount(~open & (m == BITS ? -1 : (1L << m) - 1));
    }

    /// The slot of the character, or an empty one.
    private int slot(char c) {
        int slot = c & (SLOTS - 1);
        while (masks[slot] != 0 && characters[slot] != c) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }
}
