package io.mingjian.index.lucene;

/// Numbers and words in letters as wholes: who looks for 30号 does not mean 130号.
final class Runs {
    /// Marks the token of a whole, so that it equals no token of characters.
    private static final char MARK = '\u0001';

    private Runs() {}

    /// Where the number or the word in letters that begins here ends; `at` itself where none begins. 1,234 and
    /// 12.5 are one number, 1,2 are two.
    static int end(char[] text, int at, int length) {
        int end = at;
        if (at < length && isLetter(text[at])) {
            while (end < length && isLetter(text[end])) {
                end++;
            }
            return end;
        }
        while (end < length && isDigit(text, end, length)) {
            end++;
            boolean goesOn = isDigit(text, end + 1, length)
                    && (text[end] == '.' || (text[end] == ',' && isThousands(text, end + 1, length)));
            if (goesOn) {
                end++;
            }
        }
        return end;
    }

    /// The token of the whole: in lower case, without the commas of thousands.
    static String token(char[] text, int from, int to) {
        StringBuilder token = new StringBuilder().append(MARK);
        for (int i = from; i < to; i++) {
            if (text[i] != ',') {
                token.append(Character.toLowerCase(text[i]));
            }
        }
        return token.toString();
    }

    private static boolean isThousands(char[] text, int at, int length) {
        return isDigit(text, at + 1, length) && isDigit(text, at + 2, length) && !isDigit(text, at + 3, length);
    }

    private static boolean isDigit(char[] text, int at, int length) {
        return at < length && text[at] >= '0' && text[at] <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
