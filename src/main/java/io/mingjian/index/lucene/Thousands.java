package io.mingjian.index.lucene;

import java.util.regex.Pattern;

/// The two ways in which one number is printed: 9860 and 9,860.
final class Thousands {
    private static final Pattern COMMA = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern PLACE = Pattern.compile("(?<=\\d)(?<!\\.\\d{1,9})(?=(?:\\d{3})++(?!\\d))");

    private Thousands() {}

    /// Numbers without commas.
    static String without(String text) {
        return COMMA.matcher(text).replaceAll("");
    }

    /// Numbers of four digits and more with commas.
    static String with(String text) {
        return PLACE.matcher(without(text)).replaceAll(",");
    }
}
