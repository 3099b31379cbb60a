package io.mingjian.ingest.charset;

import io.mingjian.text.Folding;
import java.nio.charset.Charset;

/// How much a text looks like Chinese that people write, from -1 (nothing does) to 1 (every character does).
///
/// ASCII says nothing. An everyday character (level 1 of GB 2312, also in its traditional form) or CJK punctuation
/// counts fully, another character of GB 2312 a little, and what no writer would mix in counts against.
final class Familiarity {
    private static final byte[] WEIGHTS = weights();

    private Familiarity() {}

    static double of(CharSequence text) {
        int counted = 0;
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || isStrangeControl(c)) {
                counted++;
                sum += WEIGHTS[c];
            }
        }
        return counted == 0 ? 0 : sum / (4.0 * counted);
    }

    private static boolean isStrangeControl(char c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    }

    /// A weight from -4 to 4 for every UTF-16 unit, made once from the charset's own order of characters.
    private static byte[] weights() {
        byte[] weights = new byte[1 << 16];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = rough((char) c);
        }
        Charset gb = Charset.forName("GB2312");
        byte[] pair = new byte[2];
        for (int lead = 0xA1; lead <= 0xF7; lead++) {
            for (int trail = 0xA1; trail <= 0xFE; trail++) {
                pair[0] = (byte) lead;
                pair[1] = (byte) trail;
                String decoded = new String(pair, gb);
                if (decoded.length() == 1 && decoded.charAt(0) != '\uFFFD') {
                    weights[decoded.charAt(0)] = ofRow(lead);
                }
            }
        }
        for (int c = 0x3400; c < 0xA000; c++) {
            weights[c] = (byte) Math.max(weights[c], weights[Folding.fold((char) c)] - 1);
        }
        return weights;
    }

    private static byte ofRow(int lead) {
        if (lead >= 0xB0 && lead <= 0xD7) {
            return 4;
        }
        if (lead >= 0xD8) {
            return 1;
        }
        return (byte) (lead == 0xA1 || lead == 0xA3 ? 4 : lead == 0xA2 ? 2 : -2);
    }

    private static byte rough(char c) {
        if (c == '\u00A0' || c == '\uFEFF') {
            return 2;
        }
        if (c >= 0x3400 && c < 0xA000) {
            return -1;
        }
        boolean punctuation = (c >= 0x2000 && c < 0x2070) || (c >= 0x3000 && c < 0x3040) || (c >= 0x2460 && c < 0x2500);
        return (byte) (punctuation ? 2 : -4);
    }
}
