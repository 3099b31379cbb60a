package io.mingjian.index.lucene;

import io.mingjian.text.PageMap;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Where pages begin, as the index stores it.
final class Pages {
    private Pages() {}

    static String write(PageMap pages) {
        return pages.starts().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    static PageMap read(String starts) {
        return new PageMap(
                Arrays.stream(starts.split(" ")).map(Integer::valueOf).toList());
    }
}
