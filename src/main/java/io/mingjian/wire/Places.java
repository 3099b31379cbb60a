package io.mingjian.wire;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Writes places of one text for human eyes.
final class Places {
    private final CanonicalText text;
    /// Offsets at which lines begin, ascending.
    private final int[] lineStarts;

    Places(CanonicalText text) {
        this.text = text;
        this.lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.value().charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }

    /// `@line start-end`.
    String at(Span span) {
        int found = Arrays.binarySearch(lineStarts, span.start());
        int line = found >= 0 ? found + 1 : -found - 1;
        return "@" + line + " " + span.start() + "-" + span.end();
    }

    /// The text there on one line, at most so many units of it.
    String excerpt(Span span, int length) {
        String quote = text.quote(span);
        boolean whole = quote.length() <= length;
        // Do not cut between the halves of a surrogate pair.
        int end = whole ? quote.length() : quote.offsetByCodePoints(0, quote.codePointCount(0, length - 1));
        return quote.substring(0, end).replace('\n', '⏎').replace('\t', '⇥') + (whole ? "" : "…");
    }
}
