package io.mingjian.ingest;

/// What a group sets and its end takes back.
final class RtfGroup {
    boolean skipped;
    boolean hidden;
    boolean fonts;
    boolean number;
    boolean note;
    boolean picture;
    int font = -1;
    int fallback = 1;

    RtfGroup inner() {
        RtfGroup inner = new RtfGroup();
        inner.skipped = skipped;
        inner.hidden = hidden;
        inner.fonts = fonts;
        inner.font = font;
        inner.fallback = fallback;
        return inner;
    }
}
