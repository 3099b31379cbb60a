package io.mingjian.ingest;

import io.mingjian.ingest.layout.TextPlace;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Where the text of a page stands on its picture, in points from the upper left.
///
/// @param width  of the page
/// @param places of its words, in the order of the text
public record PagePlaces(float width, float height, List<TextPlace> places) {
    public PagePlaces {
        places = List.copyOf(places);
    }

    /// A rectangle on the page.
    public record Box(float x, float y, float width, float height) {
        private float right() {
            return x + width;
        }

        /// Whether a word goes on where this ends, on the same line.
        private boolean isFollowedBy(TextPlace word) {
            return Math.abs(word.y() - y) < 0.5f * height && Math.abs(word.x() - right()) < height;
        }

        private Box with(TextPlace word) {
            float top = Math.min(y, word.y());
            float bottom = Math.max(y + height, word.y() + word.height());
            return new Box(x, top, Math.max(right(), word.x() + word.width()) - x, bottom - top);
        }
    }

    /// The rectangles that a part of the text fills, one a line; none where it was not found on the page.
    public List<Box> of(Span span) {
        List<Box> boxes = new ArrayList<>();
        for (TextPlace word : places) {
            if (word.start() >= span.end() || word.end() <= span.start()) {
                continue;
            }
            if (!boxes.isEmpty() && boxes.getLast().isFollowedBy(word)) {
                boxes.set(boxes.size() - 1, boxes.getLast().with(word));
            } else {
                boxes.add(new Box(word.x(), word.y(), word.width(), word.height()));
            }
        }
        return boxes;
    }
}
