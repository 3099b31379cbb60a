package io.mingjian.text;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/// Where the pages of a document begin in its canonical text; empty for formats without pages.
///
/// `starts` are offsets in UTF-16 code units, ascending; page numbers count from 1.
public record PageMap(List<Integer> starts) {
    public static final PageMap NONE = new PageMap(List.of());

    public PageMap {
        starts = List.copyOf(starts);
        for (int i = 1; i < starts.size(); i++) {
            if (starts.get(i) < starts.get(i - 1)) {
                throw new IllegalArgumentException("page starts must ascend: " + starts);
            }
        }
    }

    /// Number of pages; 0 where the format has none.
    public int count() {
        return starts.size();
    }

    /// The page an offset lies on, from 1; empty where there are no pages.
    public OptionalInt pageAt(int offset) {
        if (starts.isEmpty()) {
            return OptionalInt.empty();
        }
        int found = Collections.binarySearch(starts, offset);
        int index = found >= 0 ? found : -found - 2;
        while (index + 1 < starts.size() && starts.get(index + 1) <= offset) {
            // Pages without text begin where the next one begins.
            index++;
        }
        return OptionalInt.of(Math.max(0, index) + 1);
    }
}
