package io.mingjian.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/// Where the pages of a document begin in its canonical text; empty for formats without pages.
///
/// `starts` are offsets in UTF-16 code units, ascending; page numbers count from 1.
///
/// @param beside what stands on another page than the text around it, in the order of the text: a sheet too wide
///               for its pages is one text, row by row, and the end of each row is printed on a further page
public record PageMap(List<Integer> starts, List<Beside> beside) {
    public static final PageMap NONE = new PageMap(List.of());

    /// A part of the text and the page it stands on, from 1.
    public record Beside(Span span, int page) {}

    public PageMap {
        starts = List.copyOf(starts);
        beside = List.copyOf(beside);
        for (int i = 1; i < starts.size(); i++) {
            if (starts.get(i) < starts.get(i - 1)) {
                throw new IllegalArgumentException("page starts must ascend: " + starts);
            }
        }
        for (int i = 0; i < beside.size(); i++) {
            boolean ordered = i == 0
                    || beside.get(i).span().start() >= beside.get(i - 1).span().start();
            if (!ordered || beside.get(i).page() < 1 || beside.get(i).page() > starts.size()) {
                throw new IllegalArgumentException("no part of the text on a page of its own: " + beside.get(i));
            }
        }
    }

    /// Pages whose text follows one another.
    public PageMap(List<Integer> starts) {
        this(starts, List.of());
    }

    /// Number of pages; 0 where the format has none.
    public int count() {
        return starts.size();
    }

    /// How many pages have begun before an offset, or at it.
    public int begunAt(int offset) {
        int low = 0;
        int high = starts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts.get(middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The page an offset lies on, from 1; empty where there are no pages.
    public OptionalInt pageAt(int offset) {
        if (starts.isEmpty()) {
            return OptionalInt.empty();
        }
        int other = pageBeside(offset);
        if (other > 0) {
            return OptionalInt.of(other);
        }
        int found = Collections.binarySearch(starts, offset);
        int index = found >= 0 ? found : -found - 2;
        while (index + 1 < starts.size() && starts.get(index + 1) <= offset) {
            // Pages without text begin where the next one begins.
            index++;
        }
        return OptionalInt.of(Math.max(0, index) + 1);
    }

    /// The parts of a text that stand on a page, in order.
    ///
    /// @param page   from 1
    /// @param length of the text
    public List<Span> partsOf(int page, int length) {
        List<Span> parts = new ArrayList<>();
        int at = starts.get(page - 1);
        int end = page < starts.size() ? starts.get(page) : length;
        for (Beside other : beside) {
            Span span = other.span();
            if (other.page() == page) {
                parts.add(span);
            } else if (span.start() >= at && span.end() <= end) {
                parts.add(new Span(at, span.start()));
                at = span.end();
            }
        }
        parts.add(new Span(at, Math.max(at, end)));
        parts.removeIf(Span::isEmpty);
        parts.sort(null);
        return parts;
    }

    /// The page of the part that holds an offset, or begins at it; 0 where there is none.
    private int pageBeside(int offset) {
        int low = 0;
        int high = beside.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (beside.get(middle).span().start() <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        if (high < 0) {
            return 0;
        }
        Span span = beside.get(high).span();
        boolean inside = offset < span.end() || offset == span.start();
        return inside ? beside.get(high).page() : 0;
    }
}
