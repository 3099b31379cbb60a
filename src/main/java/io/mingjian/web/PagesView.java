package io.mingjian.web;

import io.mingjian.ingest.PagePlaces.Box;
import io.mingjian.problem.ProblemCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The printed pages of a report.
///
/// @param shown the one that is shown in place of the text, or null
public record PagesView(int count, @Nullable ShownPage shown) {
    /// A page as a picture, and what was found on it.
    ///
    /// @param picture address of the picture
    /// @param width   in points; 0 where the page cannot be shown
    /// @param problem why it cannot, or null
    public record ShownPage(
            int number,
            String picture,
            float width,
            float height,
            List<PageMark> marks,
            @Nullable ProblemCode problem) {
        public ShownPage {
            marks = List.copyOf(marks);
        }
    }

    /// What was found at a place of the page.
    ///
    /// @param anchor of the place, for links
    /// @param target the id of what was found
    /// @param about  the ids of all that was found there
    /// @param boxes  in points, one a line
    public record PageMark(
            String anchor,
            String quote,
            int start,
            int end,
            String style,
            String target,
            String about,
            List<Box> boxes) {
        public PageMark {
            boxes = List.copyOf(boxes);
        }
    }
}
