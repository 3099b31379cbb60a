package io.mingjian.ingest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The strings in the code of a page's script. Stateless.
final class ScriptStrings {
    private ScriptStrings() {}

    /// Each string, unescaped; strings joined by plus signs count as one.
    static List<String> of(String code) {
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < code.length(); i++) {
            char quote = code.charAt(i);
            if (isComment(code, i)) {
                i = endOfComment(code, i);
            } else if (quote == '"' || quote == '\'' || quote == '`') {
                StringBuilder text = new StringBuilder();
                i = joined(code, i, text);
                strings.add(unpercent(text.toString()));
            }
        }
        return strings;
    }

    private static boolean isComment(String code, int at) {
        return code.charAt(at) == '/'
                && at + 1 < code.length()
                && (code.charAt(at + 1) == '*' || code.charAt(at + 1) == '/');
    }

    private static int endOfComment(String code, int at) {
        int end = code.charAt(at + 1) == '*' ? code.indexOf("*/", at + 2) : code.indexOf('\n', at);
        return end < 0 ? code.length() : end;
    }

    /// Reads the string that begins at a quote and those added to it; gives the place of the last quote.
    private static int joined(String code, int at, StringBuilder text) {
        int end = string(code, at, text);
        while (true) {
            int next = skipBlanks(code, end + 1);
            if (next >= code.length() || code.charAt(next) != '+') {
                return end;
            }
            next = skipBlanks(code, next + 1);
            if (next >= code.length() || "\"'`".indexOf(code.charAt(next)) < 0) {
                return end;
            }
            end = string(code, next, text);
        }
    }

    private static int skipBlanks(String code, int from) {
        int at = from;
        while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int string(String code, int at, StringBuilder text) {
        char quote = code.charAt(at);
        int i = at + 1;
        while (i < code.length() && code.charAt(i) != quote) {
            if (code.charAt(i) == '\n' && quote != '`') {
                return i;
            }
            if (code.charAt(i) == '\\' && i + 1 < code.length()) {
                i = escape(code, i + 1, text);
            } else {
                text.append(code.charAt(i++));
            }
        }
        return i;
    }

    /// Writes what an escape stands for; gives the place after it.
    private static int escape(String code, int at, StringBuilder text) {
        char c = code.charAt(at);
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r', '\n' -> {}
            case 'u', 'x' -> {
                int digits = c == 'u' ? 4 : 2;
                int value = hex(code, at + 1, digits);
                if (value >= 0) {
                    text.append((char) value);
                    return at + 1 + digits;
                }
            }
            default -> text.append(c);
        }
        return at + 1;
    }

    private static int hex(String code, int at, int digits) {
        if (at + digits > code.length()) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = Character.digit(code.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    /// Undoes `escape` and `encodeURIComponent` where the string is written so throughout.
    private static String unpercent(String text) {
        if (text.indexOf('%') < 0 || hasIdeographs(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int value = text.startsWith("%u", i) ? hex(text, i + 2, 4) : -1;
            if (value >= 0) {
                plain.append((char) value);
                i += 5;
            } else {
                plain.append(text.charAt(i) == '+' ? "%2B" : text.substring(i, i + 1));
            }
        }
        try {
            return URLDecoder.decode(plain.toString(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return plain.toString();
        }
    }

    private static boolean hasIdeographs(String text) {
        return HiddenText.ideographs(text) > 0;
    }
}
