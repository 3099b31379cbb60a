package io.mingjian.text;

import java.util.ArrayList;
import java.util.List;

/// Cuts a span of text into its lines.
public final class Lines {
    private Lines() {}

    /// The lines within the span, without their line ends, empty ones included; a span that ends in a line end
    /// has no further line after it.
    public static List<Span> of(CharSequence text, Span span) {
        List<Span> lines = new ArrayList<>();
        int start = span.start();
        for (int i = span.start(); i < span.end(); i++) {
            if (text.charAt(i) == '\n') {
                lines.add(new Span(start, i));
                start = i + 1;
            }
        }
        if (start < span.end()) {
            lines.add(new Span(start, span.end()));
        }
        return lines;
    }
}
