package io.mingjian.metrics;

import io.mingjian.text.Span;

/// A stretch of prose as it is read: one form of every character, no blanks, no line ends but those that part
/// something. Every character remembers its place in the canonical text.
final class Reading {
    private final String text;
    private final String written;
    private final int[] offsets;

    /// @param text    what is read
    /// @param written the same characters in the script of the source
    /// @param offsets place of each character in the canonical text, ascending
    Reading(String text, String written, int[] offsets) {
        this.text = text;
        this.written = written;
        this.offsets = offsets;
    }

    String text() {
        return text;
    }

    String written() {
        return written;
    }

    int length() {
        return text.length();
    }

    char charAt(int index) {
        return index >= 0 && index < text.length() ? text.charAt(index) : '\n';
    }

    /// The place of `[start, end)` of the reading in the canonical text.
    Span span(int start, int end) {
        if (start >= end) {
            int at =
                    start < offsets.length ? offsets[start] : offsets.length == 0 ? 0 : offsets[offsets.length - 1] + 1;
            return new Span(at, at);
        }
        return new Span(offsets[start], offsets[end - 1] + 1);
    }

    /// The first index whose character stands at or after the offset.
    int indexOf(int offset) {
        int low = 0;
        int high = offsets.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (offsets[middle] < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
