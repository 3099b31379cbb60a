package io.mingjian.text;

import java.util.Objects;

/// The one text of a document. All spans point into it and nobody changes it.
///
/// Lines end in `\n`. `folded` has the same length as `value`, character for character (see [Folding]):
/// recognition reads the folded text, quotes come from the value.
public record CanonicalText(String value, String folded) {

    public CanonicalText {
        Objects.requireNonNull(value, "value");
        if (folded.length() != value.length()) {
            throw new IllegalArgumentException(
                    "folded length " + folded.length() + " must equal length " + value.length());
        }
    }

    public static CanonicalText of(String value) {
        return new CanonicalText(value, Folding.fold(value));
    }

    /// Length in UTF-16 code units.
    public int length() {
        return value.length();
    }

    public Span span() {
        return new Span(0, value.length());
    }

    /// The characters at the span, exactly as written.
    public String quote(Span span) {
        return value.substring(span.start(), span.end());
    }

    /// The folded characters at the span.
    public String folded(Span span) {
        return folded.substring(span.start(), span.end());
    }

    /// The span without white space at its ends; empty at its start where it holds nothing else.
    public Span trim(Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end && Folding.isSpace(value.charAt(start))) {
            start++;
        }
        while (end > start && Folding.isSpace(value.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    public boolean isBlank(Span span) {
        return trim(span).isEmpty();
    }
}
