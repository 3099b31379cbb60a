package io.mingjian.store.sql;

import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads what [Packer] wrote, in the same order.
final class Unpacker {
    private final byte[] bytes;
    private int at;

    Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    /// How many bytes were read.
    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    long number() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return (value >>> 1) ^ -(value & 1);
    }

    int integer() {
        return (int) number();
    }

    @Nullable
    String optionalText() {
        int length = integer();
        if (length < 0) {
            return null;
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    String text() {
        String text = optionalText();
        if (text == null) {
            throw new IllegalStateException("a text is packed here");
        }
        return text;
    }

    /// Whether the decimal that comes is a whole number, to be read by [#number], or stands as a text.
    boolean isWhole() {
        return number() == 0;
    }

    BigDecimal decimal() {
        return isWhole() ? BigDecimal.valueOf(number()) : new BigDecimal(text());
    }

    @Nullable
    BigDecimal optionalDecimal() {
        return number() == 0 ? null : decimal();
    }

    Span span() {
        int start = integer();
        return new Span(start, start + integer());
    }
}
