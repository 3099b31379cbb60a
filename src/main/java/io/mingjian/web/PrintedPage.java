package io.mingjian.web;

import io.mingjian.ingest.PagePlaces;
import io.mingjian.problem.ProblemCode;
import io.mingjian.text.PageMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the original to be shown in place of the text.
///
/// @param pages   all of them
/// @param number  of this one, from 1
/// @param places  where its text stands; of no size where that cannot be told
/// @param problem why it cannot, or null
record PrintedPage(
        PageMap pages,
        int number,
        PagePlaces places,
        @Nullable ProblemCode problem) {
    /// A page of which nothing is known.
    static PrintedPage refused(PageMap pages, int number, ProblemCode problem) {
        return new PrintedPage(pages, number, new PagePlaces(0, 0, List.of()), problem);
    }
}
