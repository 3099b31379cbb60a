package io.mingjian.store.sql;

import io.mingjian.text.Span;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Writes values one after the other in as few bytes as they need; [Unpacker] reads them back. Small numbers
/// take one byte, and nothing tells what a value is but its turn.
final class Packer {
    private static final int WHOLE = 0;
    private static final int WRITTEN = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 11);

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /// A number of any sign; those near 0 are short.
    Packer number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    Packer text(@Nullable String text) {
        if (text == null) {
            return number(-1);
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    Packer decimal(BigDecimal value) {
        if (value.scale() == 0 && value.precision() < 18) {
            return number(WHOLE).number(value.longValueExact());
        }
        return number(WRITTEN).text(value.toString());
    }

    Packer optional(@Nullable BigDecimal value) {
        number(value == null ? 0 : 1);
        return value == null ? this : decimal(value);
    }

    Packer span(Span span) {
        return number(span.start()).number(span.length());
    }
}
