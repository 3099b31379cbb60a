package io.mingjian.ingest.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the charset of Chinese text by decoding with every candidate; stateless.
///
/// A byte order mark decides. Valid UTF-8 with Chinese in it decides. Otherwise GB18030, Big5 and both UTF-16
/// are tried and the most familiar text wins; the declared charset breaks a tie. Bytes that are no text in any
/// of them give nothing.
public final class TextDecoder {
    public static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");

    /// How familiar a text must be to be one, and how much more familiar a repaired text must be than the damaged.
    private static final double READABLE = 0.2;

    /// No candidate but UTF-8 scores as much, whatever is declared.
    private static final double UNBEATABLE = 1.2;

    /// Characters that are looked at to choose a charset.
    private static final int SAMPLE = 64 << 10;

    /// Byte order marks, written as Latin-1.
    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF"),
            new Mark(Charset.forName("UTF-32LE"), "\u00FF\u00FE\0\0"),
            new Mark(Charset.forName("UTF-32BE"), "\0\0\u00FE\u00FF"),
            new Mark(StandardCharsets.UTF_16LE, "\u00FF\u00FE"),
            new Mark(StandardCharsets.UTF_16BE, "\u00FE\u00FF"),
            new Mark(GB18030, "\u00841\u00953"));

    private record Mark(Charset charset, String bytes) {
        boolean begins(byte[] text) {
            for (int i = 0; i < bytes.length(); i++) {
                if (i >= text.length || (text[i] & 0xFF) != bytes.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Candidate(Charset charset, String text, double score) {}

    private TextDecoder() {}

    /// The text in the bytes, or empty where they are no text.
    public static Optional<Decoded> decode(byte[] bytes, @Nullable String declared) {
        for (Mark mark : MARKS) {
            if (mark.begins(bytes)) {
                int length = mark.bytes().length();
                return Optional.of(
                        mended(new String(bytes, length, bytes.length - length, mark.charset()), mark.charset()));
            }
        }
        if (isAscii(bytes)) {
            return isBinary(bytes)
                    ? wide(bytes).map(found -> mended(new String(bytes, found.charset()), found.charset()))
                    : Optional.of(
                            new Decoded(new String(bytes, StandardCharsets.US_ASCII), StandardCharsets.UTF_8, false));
        }
        Candidate best = best(bytes, declared);
        if (best.score() < READABLE) {
            return Optional.empty();
        }
        return Optional.of(mended(new String(bytes, best.charset()), best.charset()));
    }

    private static Candidate best(byte[] bytes, @Nullable String declared) {
        byte[] sample = bytes.length <= SAMPLE ? bytes : sample(bytes);
        Candidate usual = candidate(sample, StandardCharsets.UTF_8, isMostlyUtf8(sample) ? 2 : 0);
        if (usual.score() > UNBEATABLE) {
            return usual;
        }
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(usual);
        candidates.add(candidate(sample, GB18030, bonus(declared, "gb") + 0.02));
        candidates.add(candidate(sample, BIG5, bonus(declared, "big5")));
        wide(sample).ifPresent(candidates::add);
        Candidate best = candidates.getFirst();
        for (Candidate candidate : candidates) {
            best = candidate.score() > best.score() ? candidate : best;
        }
        return best;
    }

    /// The bytes around the first that says anything: a page may begin with much ASCII.
    private static byte[] sample(byte[] bytes) {
        int first = 0;
        while (first < bytes.length && bytes[first] >= 0) {
            first++;
        }
        int start = Math.max(0, first - 64) & ~1;
        return Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + SAMPLE));
    }

    private static double bonus(@Nullable String declared, String prefix) {
        return declared != null && declared.regionMatches(true, 0, prefix, 0, prefix.length()) ? 0.1 : 0;
    }

    private static Candidate candidate(byte[] bytes, Charset charset, double bonus) {
        String text = new String(bytes, charset);
        return new Candidate(charset, text, Familiarity.of(text) + bonus);
    }

    /// The bytes as UTF-16 without a mark, where that gives readable text.
    private static Optional<Candidate> wide(byte[] bytes) {
        if (bytes.length % 2 != 0 && bytes.length < SAMPLE) {
            return Optional.empty();
        }
        Candidate little = candidate(bytes, StandardCharsets.UTF_16LE, 0);
        Candidate big = candidate(bytes, StandardCharsets.UTF_16BE, 0);
        Candidate better = little.score() >= big.score() ? little : big;
        return better.score() > READABLE ? Optional.of(better) : Optional.empty();
    }

    /// UTF-8 with Chinese in it, but for a few broken sequences (a cut end, a byte lost).
    private static boolean isMostlyUtf8(byte[] bytes) {
        int whole = 0;
        int pairs = 0;
        int broken = 0;
        for (int i = 0; i < bytes.length; ) {
            int length = sequence(bytes, i);
            whole += length >= 3 ? 1 : 0;
            pairs += length == 2 ? 1 : 0;
            broken += length == 0 && i < bytes.length - 3 ? 1 : 0;
            i += Math.max(1, length);
        }
        // Latin letters are pairs; a few could be GBK by chance, many without a break could not.
        return (whole > 0 && broken * 20 <= whole) || (broken == 0 && pairs > 8);
    }

    /// The length of the UTF-8 sequence at an index; 0 where there is none.
    private static int sequence(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        int length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (at + length > bytes.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBinary(byte[] bytes) {
        int strange = 0;
        for (byte b : bytes) {
            strange += b < 0x09 || (b > 0x0D && b < 0x20 && b != 0x1A && b != 0x1B) ? 1 : 0;
        }
        return strange > 0;
    }

    private static Decoded mended(String text, Charset charset) {
        return DamageRepair.repair(text)
                .map(repaired -> new Decoded(repaired, charset, true))
                .orElseGet(() -> new Decoded(text, charset, false));
    }

    /// Strict decoding; empty where a single byte does not fit.
    static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            CharBuffer decoded = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(decoded.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
