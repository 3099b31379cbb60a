package io.mingjian.text;

/// How alike two short wordings are.
public final class Similarity {
    /// Wordings are short; what is longer is compared by its beginning.
    private static final int LONGEST = 120;
    /// Characters are counted by their low bits; a power of two.
    private static final int BUCKETS = 256;

    private Similarity() {}

    /// Twice the longest common subsequence over the sum of the lengths: 1 for equal, 0 for nothing in common.
    ///
    /// Both texts must be squashed ([Folding#squash] or [Squashed]). Tolerates doubled, missing and exchanged
    /// characters.
    public static double of(CharSequence a, CharSequence b) {
        int n = Math.min(a.length(), LONGEST);
        int m = Math.min(b.length(), LONGEST);
        if (n == 0 || m == 0) {
            return 0;
        }
        return 2.0 * common(a, n, b, m) / (n + m);
    }

    /// The same, or 0 where it cannot reach `least`: lengths and characters that differ too much are not
    /// compared in order.
    public static double of(CharSequence a, CharSequence b, double least) {
        int n = Math.min(a.length(), LONGEST);
        int m = Math.min(b.length(), LONGEST);
        double enough = least * (n + m) / 2;
        if (Math.min(n, m) < enough || sharedCharacters(a, n, b, m) < enough) {
            return 0;
        }
        return of(a, b);
    }

    /// At least as many as the longest common subsequence has: characters in common whatever their order.
    private static int sharedCharacters(CharSequence a, int n, CharSequence b, int m) {
        byte[] counts = new byte[BUCKETS];
        for (int i = 0; i < n; i++) {
            counts[a.charAt(i) & (BUCKETS - 1)]++;
        }
        int shared = 0;
        for (int j = 0; j < m; j++) {
            if (counts[b.charAt(j) & (BUCKETS - 1)]-- > 0) {
                shared++;
            }
        }
        return shared;
    }

    /// Length of the longest common subsequence of the first n and m characters.
    private static int common(CharSequence a, int n, CharSequence b, int m) {
        int[] row = new int[m + 1];
        for (int i = 0; i < n; i++) {
            int diagonal = 0;
            char c = a.charAt(i);
            for (int j = 0; j < m; j++) {
                int above = row[j + 1];
                row[j + 1] = c == b.charAt(j) ? diagonal + 1 : Math.max(above, row[j]);
                diagonal = above;
            }
        }
        return row[m];
    }
}
