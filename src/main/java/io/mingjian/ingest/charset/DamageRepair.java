package io.mingjian.ingest.charset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Undoes text that was decoded with a wrong charset and saved again.
///
/// Encoding it with the wrong charset gives the first bytes back, but for those that the wrong charset could not
/// hold: they were lost when the text was saved, and show as U+FFFD.
final class DamageRepair {
    /// How much more familiar the repaired text must be.
    private static final double MARGIN = 0.3;

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake(TextDecoder.GB18030, StandardCharsets.UTF_8),
            new Mistake(Charset.forName("windows-1252"), StandardCharsets.UTF_8),
            new Mistake(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8),
            new Mistake(StandardCharsets.ISO_8859_1, TextDecoder.GB18030),
            new Mistake(Charset.forName("windows-1252"), TextDecoder.GB18030));

    /// Text written in `right` was read as `wrong`.
    private record Mistake(Charset wrong, Charset right) {}

    private DamageRepair() {}

    /// The text as it once was, or empty where it was never damaged.
    static Optional<String> repair(String text) {
        String sample = text.length() > 4096 ? text.substring(0, 4096) : text;
        double before = Familiarity.of(sample);
        if (before > 0.7) {
            return Optional.empty();
        }
        for (Mistake mistake : MISTAKES) {
            double after = Familiarity.of(undo(sample, mistake));
            if (after > before + MARGIN && after > 0.5) {
                return Optional.of(Losses.filled(undoLines(text, mistake)));
            }
        }
        return Optional.empty();
    }

    /// Line by line, since a damaged text may have been added to a sound one.
    private static String undoLines(String text, Mistake mistake) {
        StringBuilder repaired = new StringBuilder(text.length());
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start) + 1;
            end = end == 0 ? text.length() : end;
            String line = text.substring(start, end);
            String undone = undo(line, mistake);
            repaired.append(Familiarity.of(undone) > Familiarity.of(line) ? undone : line);
            start = end;
        }
        return repaired.toString();
    }

    private static String undo(String text, Mistake mistake) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 2);
        for (int i = 0; i < text.length(); ) {
            int end = text.offsetByCodePoints(i, 1);
            if (text.charAt(i) == '\uFFFD') {
                // One or more bytes were lost here: a byte that fits nowhere keeps the place.
                bytes.write(Losses.LOST);
            } else {
                write(text.substring(i, end), mistake.wrong(), bytes);
            }
            i = end;
        }
        return mistake.right().equals(StandardCharsets.UTF_8)
                ? Losses.decode(bytes.toByteArray(), mistake.wrong().equals(TextDecoder.GB18030))
                : oneForEachLoss(new String(bytes.toByteArray(), mistake.right()));
    }

    private static void write(String character, Charset wrong, ByteArrayOutputStream bytes) {
        char c = character.charAt(0);
        if (c >= 0x80 && c < 0xA0) {
            // What a single-byte charset leaves undefined is passed through by browsers.
            bytes.write(c);
            return;
        }
        byte[] encoded = character.getBytes(wrong);
        bytes.write(encoded, 0, encoded.length);
    }

    private static String oneForEachLoss(String text) {
        StringBuilder once = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean again = i > 0 && text.charAt(i) == '\uFFFD' && text.charAt(i - 1) == '\uFFFD';
            if (!again) {
                once.append(text.charAt(i));
            }
        }
        return once.toString();
    }
}
