package io.mingjian.ingest.charset;

import io.mingjian.text.Numeral;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// UTF-8 of which single bytes were lost when it was read as another charset and saved. Stateless.
///
/// Of a character of three bytes that lost one, the other two leave 64 to choose from. The same words stand
/// elsewhere in the text without a loss, since it depends on where a run of characters begins; so the one is taken
/// that stands beside the same characters there. A numeral is never taken: it would be a figure that nobody wrote.
final class Losses {
    /// A byte that fits nowhere in UTF-8: it stands where one was lost.
    static final int LOST = 0xFF;

    /// Characters that stand for one that lost its last byte, in the order of its first two; and for one that lost
    /// its second, in the order of the others.
    private static final char LAST = '\uE000';

    private static final char MIDDLE = '\uE400';
    private static final char END = '\uE800';

    private static final char UNKNOWN = '\uFFFD';

    /// What GB18030 writes for a character that it was handed as lost, byte by byte; and what is left of it where
    /// that was then read as UTF-8 and saved.
    private static final String[] MARKS = {
        "\u00841\u00A47", "\u00841\u00EF\u00BF\u00BD7", "\u00EF\u00BF\u00BD1\u00EF\u00BF\u00BD7"
    };

    /// The bytes that they begin with.
    private static final byte MARK = (byte) 0x84;

    private static final byte ALTERED = (byte) 0xEF;

    private Losses() {}

    /// The bytes with a single one in place of each mark of a loss; the same bytes where there is none.
    static byte[] marked(byte[] bytes) {
        int first = 0;
        while (first < bytes.length && mark(bytes, first) == 0) {
            first++;
        }
        if (first == bytes.length) {
            return bytes;
        }
        ByteArrayOutputStream marked = new ByteArrayOutputStream(bytes.length);
        marked.write(bytes, 0, first);
        for (int i = first; i < bytes.length; ) {
            int length = mark(bytes, i);
            if (length > 0) {
                marked.write(LOST);
                i += length;
            } else {
                marked.write(bytes[i++]);
            }
        }
        return marked.toByteArray();
    }

    private static int mark(byte[] bytes, int at) {
        if (bytes[at] != MARK && bytes[at] != ALTERED) {
            return 0;
        }
        for (String mark : MARKS) {
            int same = 0;
            while (same < mark.length() && at + same < bytes.length && (bytes[at + same] & 0xFF) == mark.charAt(same)) {
                same++;
            }
            if (same == mark.length()) {
                return same;
            }
        }
        return 0;
    }

    /// The text in the bytes; a character of which one byte is lost is one that [#filled(String)] knows.
    ///
    /// @param paired whether the other charset took bytes in pairs: then only 0x80, with which no pair begins, was
    ///               lost amid others
    static String decode(byte[] bytes, boolean paired) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; ) {
            int length = TextDecoder.sequence(bytes, i);
            if (length > 0) {
                text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
                i += length;
                continue;
            }
            int first = bytes[i] & 0xFF;
            boolean last = isContinuation(bytes, i + 1) && isLost(bytes, i + 2);
            boolean middle = isLost(bytes, i + 1) && isContinuation(bytes, i + 2);
            if (first >= 0xE0 && first < 0xF0 && (last || middle)) {
                int known = bytes[last ? i + 1 : i + 2] & 0x3F;
                char lost = (char) ((last ? LAST : MIDDLE) + (first - 0xE0) * 64 + known);
                boolean amid = middle || (i + 3 < bytes.length && bytes[i + 3] < 0);
                text.append(paired && amid ? character(lost, 0) : lost);
                i += 3;
            } else {
                unknown(text);
                i++;
            }
        }
        return text.toString();
    }

    /// One sign for however many bytes that nothing is known of.
    private static void unknown(StringBuilder text) {
        if (text.isEmpty() || text.charAt(text.length() - 1) != UNKNOWN) {
            text.append(UNKNOWN);
        }
    }

    private static boolean isLost(byte[] bytes, int at) {
        return at < bytes.length && (bytes[at] & 0xFF) == LOST;
    }

    private static boolean isContinuation(byte[] bytes, int at) {
        return at < bytes.length && (bytes[at] & 0xC0) == 0x80;
    }

    /// The text with the characters that it most likely lost.
    static String filled(String text) {
        Map<String, Integer> seen = new HashMap<>();
        count(text, seen);
        StringBuilder filled = new StringBuilder(text);
        for (int i = 0; i < filled.length(); i++) {
            char c = filled.charAt(i);
            if (c >= LAST && c < END) {
                filled.setCharAt(i, likeliest(filled, i, seen));
            }
        }
        return filled.toString();
    }

    private static void count(String text, Map<String, Integer> seen) {
        for (int i = 0; i < text.length(); i++) {
            seen.merge(text.substring(i, i + 1), 1, Integer::sum);
            if (i > 0) {
                seen.merge(text.substring(i - 1, i + 1), 1, Integer::sum);
            }
        }
    }

    private static char likeliest(CharSequence text, int at, Map<String, Integer> seen) {
        char lost = text.charAt(at);
        String before = at == 0 ? "" : text.subSequence(at - 1, at).toString();
        String after =
                at + 1 == text.length() ? "" : text.subSequence(at + 1, at + 2).toString();
        char best = UNKNOWN;
        double most = 0;
        for (int unknown = 0; unknown < 64; unknown++) {
            char candidate = character(lost, unknown);
            int pairs = seen.getOrDefault(before + candidate, 0) + seen.getOrDefault(candidate + after, 0);
            double score = pairs + 0.01 * seen.getOrDefault(String.valueOf(candidate), 0);
            if (score > most && !Character.isSurrogate(candidate)) {
                most = score;
                best = candidate;
            }
        }
        return Numeral.startsWith(best) || Numeral.isScale(best) ? UNKNOWN : best;
    }

    private static char character(char lost, int unknown) {
        boolean last = lost < MIDDLE;
        int known = lost - (last ? LAST : MIDDLE);
        int second = last ? known % 64 : unknown;
        int third = last ? unknown : known % 64;
        return (char) ((known / 64) << 12 | second << 6 | third);
    }
}
