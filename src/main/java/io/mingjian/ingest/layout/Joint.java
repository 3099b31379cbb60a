package io.mingjian.ingest.layout;

/// How two printed lines of one text go together. Chinese text is cut wherever the line is full: within a number
/// as well as between two words.
final class Joint {
    /// Quotation marks, dashes and dots that Chinese shares with other scripts: no blank stands beside them.
    private static final String WIDE_MARKS = "“”‘’—…·";

    private Joint() {}

    /// @param full whether the line before ends where no room is left, without a blank at its end
    static String of(String before, boolean full, String after) {
        return before.isEmpty() || after.isEmpty() || !needsBlank(before, full, after)
                ? before + after
                : before + " " + after;
    }

    static boolean needsBlank(CharSequence before, boolean full, CharSequence after) {
        char left = before.charAt(before.length() - 1);
        char right = after.charAt(0);
        if (isWide(left) || isWide(right) || isBlank(left) || isBlank(right)) {
            return false;
        }
        return !full || ((isLetter(left) || isLetter(right)) && !endsInAddress(before));
    }

    private static boolean isWide(char c) {
        return c >= 0x2E80 || WIDE_MARKS.indexOf(c) >= 0;
    }

    private static boolean isBlank(char c) {
        return c == '\t' || c == '\f' || Character.isSpaceChar(c);
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c);
    }

    /// Whether a web or mail address is cut.
    private static boolean endsInAddress(CharSequence text) {
        int start = text.length();
        while (start > 0 && text.charAt(start - 1) < 0x80 && !isBlank(text.charAt(start - 1))) {
            start--;
        }
        String run = text.subSequence(start, text.length()).toString();
        return run.contains("://") || run.contains("www.") || run.contains("@");
    }
}
