package io.mingjian.text;

/// A place in the canonical text: `[start, end)`, counted in UTF-16 code units (what `String.substring` counts).
///
/// Consumers that count code points (Python) must convert: 𠮷 is one code point and two units.
public record Span(int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0) {
            throw new IllegalArgumentException("start " + start + " must be >= 0");
        }
        if (end < start) {
            throw new IllegalArgumentException("end " + end + " must be >= start " + start);
        }
    }

    /// Length in UTF-16 code units.
    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    /// Whether the two share at least one unit.
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /// The smallest span that holds both.
    public Span union(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /// By start, then by end.
    @Override
    public int compareTo(Span other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }
}
