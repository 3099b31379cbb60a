package io.mingjian.ingest;

import java.nio.charset.StandardCharsets;

/// Cuts the bytes of an RTF file into groups, control words and characters, and tells a body of them. Used once.
final class RtfWords {
    private final byte[] bytes;
    private final RtfBody body;
    private int at;

    RtfWords(byte[] bytes, RtfBody body) {
        this.bytes = bytes;
        this.body = body;
    }

    /// Reads from the first to the last byte.
    void read() {
        while (at < bytes.length) {
            int b = bytes[at++] & 0xFF;
            switch (b) {
                case '{' -> body.open();
                case '}' -> body.close();
                case '\\' -> control();
                case '\r', '\n' -> {}
                default -> body.character(b);
            }
        }
        body.end();
    }

    private void control() {
        if (at >= bytes.length) {
            return;
        }
        int c = bytes[at] & 0xFF;
        if (!isLetter(c)) {
            at++;
            symbol(c);
            return;
        }
        int start = at;
        while (at < bytes.length && isLetter(bytes[at] & 0xFF)) {
            at++;
        }
        String word = new String(bytes, start, Math.min(at - start, 32), StandardCharsets.US_ASCII);
        int numberStart = at;
        if (at < bytes.length && bytes[at] == '-') {
            at++;
        }
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && at - numberStart < 10) {
            at++;
        }
        String number = new String(bytes, numberStart, at - numberStart, StandardCharsets.US_ASCII);
        if (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        int value = number.isEmpty() || number.equals("-") ? 1 : (int) Long.parseLong(number);
        if (word.equals("bin")) {
            at = (int) Math.min(bytes.length, (long) at + Math.max(0, value));
        } else {
            body.word(word, value, !number.isEmpty());
        }
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void symbol(int c) {
        if (c == '\'') {
            hexadecimal();
        } else {
            body.symbol(c);
        }
    }

    /// A byte written as two digits.
    private void hexadecimal() {
        if (at + 2 <= bytes.length) {
            int high = Character.digit(bytes[at], 16);
            int low = Character.digit(bytes[at + 1], 16);
            at += 2;
            if (high >= 0 && low >= 0) {
                body.character(high * 16 + low);
            }
        }
    }
}
