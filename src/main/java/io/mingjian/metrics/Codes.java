package io.mingjian.metrics;

/// Tells digits that are a code, a date or an address from those that are a number.
final class Codes {
    private static final int LONGEST = 6;
    /// What carries a number on into a code, a date or an address.
    private static final String LINKS = "-/.:_@#=&";

    private Codes() {}

    /// A long run of digits, one with a leading zero, or one that letters or links carry on.
    static boolean begins(String text, int start, int end) {
        int digits = start;
        while (digits < end && isDigit(text.charAt(digits))) {
            digits++;
        }
        if ((digits - start > 1 && text.charAt(start) == '0') || digits - start > 12) {
            return true;
        }
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        if (isLatin(before) || (LINKS.indexOf(before) >= 0 && start > 1 && isCodeCharacter(text.charAt(start - 2)))) {
            return true;
        }
        if (end >= text.length()) {
            return false;
        }
        char next = text.charAt(end);
        boolean linked = LINKS.indexOf(next) >= 0 && end + 1 < text.length() && isCodeCharacter(text.charAt(end + 1));
        return isLatin(next) || (linked && next != '-' && next != '.') || (linked && digits - start >= LONGEST - 2);
    }

    static int end(String text, int start) {
        int i = start + 1;
        while (i < text.length()
                && (isCodeCharacter(text.charAt(i))
                        || (LINKS.indexOf(text.charAt(i)) >= 0
                                && i + 1 < text.length()
                                && isCodeCharacter(text.charAt(i + 1))))) {
            i++;
        }
        return i;
    }

    private static boolean isCodeCharacter(char c) {
        return isDigit(c) || isLatin(c);
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
