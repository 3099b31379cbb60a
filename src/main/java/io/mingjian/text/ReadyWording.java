package io.mingjian.text;

/// A squashed wording made ready to be compared with very many others: the same likeness as [Similarity], a
/// machine word at a time.
///
/// The longest common subsequence is counted by bits (Hyyrö's variant of Allison and Dix): one bit a character
/// of the wording, one step a character of the other.
public final class ReadyWording {
    private static final int BITS = 64;

    private static final int LONGEST = Similarity.LONGEST;

    private final String wording;
    /// A power of two of slots, at least twice the characters of the wording.
    private final char[] characters;

    private final long[] masks;
    /// What most words differ in already, beside each other: it is asked for far more often than the masks.
    private final int length;

    private final long low;
    private final long high;

    /// @param wording squashed ([Folding#squash] or [Squashed])
    public ReadyWording(String wording) {
        this.wording = wording;
        this.length = Math.min(wording.length(), LONGEST);
        CharacterSet kinds = kinds(wording);
        this.low = kinds.low();
        this.high = kinds.high();
        int counted = Math.min(length, BITS);
        int slots = Integer.highestOneBit(2 * counted + 1) * 2;
        this.characters = new char[slots];
        this.masks = new long[slots];
        for (int i = 0; i < counted; i++) {
            int slot = slot(wording.charAt(i));
            characters[slot] = wording.charAt(i);
            masks[slot] |= 1L << i;
        }
    }

    public String wording() {
        return wording;
    }

    /// The characters of squashed words, as far as they are compared.
    public static CharacterSet kinds(String words) {
        return CharacterSet.of(words, LONGEST);
    }

    /// How alike the squashed words are, 0..1; 0 where it cannot reach `least`.
    ///
    /// @param their the words' characters
    public double likeness(String words, CharacterSet their, double least) {
        int n = Math.min(words.length(), LONGEST);
        int m = length;
        double enough = least * (n + m) / 2;
        if (m == 0
                || Math.min(n, m) < enough
                || n - without(their.low(), their.high(), low, high) < enough
                || m - without(low, high, their.low(), their.high()) < enough) {
            return 0;
        }
        return m > BITS ? Similarity.of(words, wording) : 2.0 * common(words, n) / (n + m);
    }

    /// At least so many characters of the one do not stand in the other.
    private static int without(long low, long high, long otherLow, long otherHigh) {
        return Long.bitCount(low & ~otherLow) + Long.bitCount(high & ~otherHigh);
    }

    private int common(String words, int n) {
        long open = -1;
        for (int i = 0; i < n; i++) {
            long matches = open & masks[slot(words.charAt(i))];
            open = (open + matches) | (open - matches);
        }
        return Long.bitCount(~open & (length == BITS ? -1 : (1L << length) - 1));
    }

    /// The slot of the character, or an empty one.
    private int slot(char c) {
        int last = masks.length - 1;
        int slot = c & last;
        while (masks[slot] != 0 && characters[slot] != c) {
            slot = (slot + 1) & last;
        }
        return slot;
    }
}
