package io.mingjian.ingest.layout;

import io.mingjian.ingest.layout.PageLayout.PageText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers printed on a document's pages. A bare number near an edge may be a figure of the report: it is a
/// page's only where those of most pages count them.
///
/// @param counting by edge, how far the numbers are ahead of the pages' places
record PageNumbers(Set<Count> counting, int pages) {
    /// — 1 —, 第1页 共5页, 1/5: what no figure of a report looks like.
    private static final Pattern MARKED = Pattern.compile(
            "[-–—－―·•]\\s*\\d{1,4}\\s*[-–—－―·•]|第?\\s*\\d{1,4}\\s*页.{0,9}|\\d{1,4}\\s*/\\s*\\d{1,4}|[Pp]\\.?\\s?\\d{1,4}");

    private static final Pattern BARE = Pattern.compile("\\d{1,4}");

    /// Numbers at one edge that are so far ahead of their pages.
    private record Count(boolean upper, int ahead) {}

    /// @param count how many pages there are
    static PageNumbers of(List<PageText> pages, int count, float margin) {
        Map<Count, Set<Integer>> found = new HashMap<>();
        for (PageText page : pages) {
            for (TextLine line : page.lines()) {
                if (page.isInMargin(line, margin) && BARE.matcher(line.text()).matches()) {
                    found.computeIfAbsent(count(line, page), key -> new HashSet<>())
                            .add(page.place());
                }
            }
        }
        int most = Math.max(2, (count + 1) / 2);
        found.values().removeIf(places -> places.size() < most);
        return new PageNumbers(Set.copyOf(found.keySet()), count);
    }

    private static Count count(TextLine line, PageText page) {
        return new Count(line.y() < page.page().height() / 2, Integer.parseInt(line.text()) - page.place());
    }

    /// Whether a line near the edge of a page is its number.
    boolean hold(TextLine line, PageText page) {
        Matcher bare = BARE.matcher(line.text());
        if (!bare.matches()) {
            return MARKED.matcher(line.text()).matches();
        }
        float middle = (line.left() + line.right()) / 2;
        boolean only = pages == 1
                && Math.abs(middle - page.page().width() / 2)
                        < 0.02f * page.page().width();
        return only || (counting.contains(count(line, page)) && isOutermost(line, page));
    }

    /// A page has one number at an edge, and it stands nearest to it.
    private static boolean isOutermost(TextLine line, PageText page) {
        boolean upper = line.y() < page.page().height() / 2;
        return page.lines().stream()
                .filter(other -> BARE.matcher(other.text()).matches())
                .noneMatch(other -> upper ? other.y() < line.y() : other.y() > line.y());
    }
}
