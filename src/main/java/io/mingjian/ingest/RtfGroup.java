package io.mingjian.ingest;

/// What a group sets and its end takes back.
final class RtfGroup {
    boolean skipped;
    boolean hidden;
    boolean fonts;
    boolean number;
    /// It stands behind the paragraph that holds it: a note, or what is written in a text box.
    boolean note;
    boolean picture;
    int font = -1;
    int fallback = 1;

    RtfGroup inner() {
        RtfGroup inner = new RtfGroup();
        inner.skipped = skipped;
        inner.hidden = hidden;
        inner.fonts = fonts;
        inner.note = note;
        inner.font = font;
        inner.fallback = fallback;
        return inner;
    }
}
