package io.mingjian.text;

/// Which characters stand in some words, told by their low bits: characters of one kind may pass for one.
///
/// @param low  the kinds below 64
/// @param high the others
public record CharacterSet(long low, long high) {
    private static final int KINDS = 2 * Long.SIZE;

    /// @param length how many characters count
    static CharacterSet of(String words, int length) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < Math.min(length, words.length()); i++) {
            int kind = words.charAt(i) & (KINDS - 1);
            if (kind < Long.SIZE) {
                low |= 1L << kind;
            } else {
                high |= 1L << kind;
            }
        }
        return new CharacterSet(low, high);
    }
}
