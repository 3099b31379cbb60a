package io.mingjian.text;

/// How alike two short wordings are.
final class Similarity {
    /// Wordings are short; what is longer is compared by its beginning.
    static final int LONGEST = 120;

    private Similarity() {}

    /// Twice the longest common subsequence over the sum of the lengths: 1 for equal, 0 for nothing in common.
    ///
    /// Both texts must be squashed ([Folding#squash] or [Squashed]). Tolerates doubled, missing and exchanged
    /// characters.
    static double of(CharSequence a, CharSequence b) {
        int n = Math.min(a.length(), LONGEST);
        int m = Math.min(b.length(), LONGEST);
        if (n == 0 || m == 0) {
            return 0;
        }
        return 2.0 * common(a, n, b, m) / (n + m);
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
