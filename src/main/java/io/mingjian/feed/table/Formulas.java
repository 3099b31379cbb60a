package io.mingjian.feed.table;

/// Texts that a spreadsheet would compute. What strangers wrote must stay text.
final class Formulas {
    private static final String BEGINNINGS = "=+-@\t\r";
    private static final char MARK = '\'';

    private Formulas() {}

    /// The text with a mark before it where it needs one.
    static String marked(String text) {
        return needsMark(text) ? MARK + text : text;
    }

    /// What [#marked] was given.
    static String unmarked(String text) {
        return text.length() > 1 && text.charAt(0) == MARK && needsMark(text.substring(1)) ? text.substring(1) : text;
    }

    /// A text that has the mark of its own is marked once more, so that it comes back with one.
    private static boolean needsMark(String text) {
        if (text.isEmpty()) {
            return false;
        }
        return BEGINNINGS.indexOf(text.charAt(0)) >= 0 || (text.charAt(0) == MARK && needsMark(text.substring(1)));
    }
}
