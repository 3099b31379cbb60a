package io.mingjian.ingest.layout;

import java.io.Serializable;

/// Where a word of a page's text is drawn, in points from the upper left.
///
/// @param start of the word in the text that was looked for
/// @param end   behind it
public record TextPlace(int start, int end, float x, float y, float width, float height) implements Serializable {
    /// The same place of a text that begins elsewhere.
    public TextPlace shifted(int by) {
        return new TextPlace(start + by, end + by, x, y, width, height);
    }
}
