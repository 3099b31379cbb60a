package io.mingjian.index.lucene;

import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/// Where pages begin, as the index stores it; behind a bar what stands beside them, as start, end and page.
final class Pages {
    private static final String BESIDE = "|";

    private Pages() {}

    static String write(PageMap pages) {
        String starts = pages.starts().stream().map(String::valueOf).collect(Collectors.joining(" "));
        StringBuilder beside = new StringBuilder();
        for (PageMap.Beside part : pages.beside()) {
            beside.append(' ').append(part.span().start());
            beside.append(' ').append(part.span().end());
            beside.append(' ').append(part.page());
        }
        return beside.isEmpty() ? starts : starts + BESIDE + beside;
    }

    static PageMap read(String written) {
        int bar = written.indexOf(BESIDE);
        List<Integer> starts = new ArrayList<>();
        StringTokenizer numbers = new StringTokenizer(bar < 0 ? written : written.substring(0, bar));
        while (numbers.hasMoreTokens()) {
            starts.add(Integer.valueOf(numbers.nextToken()));
        }
        List<PageMap.Beside> beside = new ArrayList<>();
        StringTokenizer parts = new StringTokenizer(bar < 0 ? "" : written.substring(bar + 1));
        while (parts.hasMoreTokens()) {
            int start = Integer.parseInt(parts.nextToken());
            Span span = new Span(start, Integer.parseInt(parts.nextToken()));
            beside.add(new PageMap.Beside(span, Integer.parseInt(parts.nextToken())));
        }
        return new PageMap(starts, beside);
    }
}
