package io.mingjian.evaluation;

/// Compares runs of text without their white space, since layout splits quotes.
final class Quotes {
    /// Two quotes that share a run of so many code points speak of the same place.
    private static final int ENOUGH = 6;

    private Quotes() {}

    /// The text without white space.
    static String squash(String text) {
        StringBuilder squashed = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isSpace(c)).forEach(squashed::appendCodePoint);
        return squashed.toString();
    }

    /// Length in code points.
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// Whether one holds the other, or both share a run of six code points (of all, where one is shorter).
    static boolean overlap(String first, String second) {
        String a = squash(first);
        String b = squash(second);
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        return a.contains(b) || b.contains(a) || commonRun(a, b) >= Math.min(ENOUGH, Math.min(length(a), length(b)));
    }

    /// Length of the longest common run, in code points.
    static int commonRun(String first, String second) {
        int[] a = first.codePoints().toArray();
        int[] b = second.codePoints().toArray();
        int best = 0;
        int[] row = new int[b.length + 1];
        for (int x : a) {
            int[] next = new int[b.length + 1];
            for (int j = 0; j < b.length; j++) {
                if (x == b[j]) {
                    next[j + 1] = row[j] + 1;
                    best = Math.max(best, next[j + 1]);
                }
            }
            row = next;
        }
        return best;
    }

    /// White space as Python's `str.split()` sees it; the zero-width space and the byte order mark are none.
    static boolean isSpace(int c) {
        return switch (c) {
            case '\t', '\n', 0x0B, '\f', '\r', 0x1C, 0x1D, 0x1E, 0x1F, ' ', 0x85, 0xA0 -> true;
            case 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200A;
        };
    }
}
