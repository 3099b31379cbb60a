package io.mingjian.web;

import io.mingjian.ingest.PagePlaces;
import io.mingjian.ingest.PagePlaces.Box;
import io.mingjian.text.Span;
import io.mingjian.web.PagesView.PageMark;
import io.mingjian.web.TextMarker.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Puts what was found in a text onto the page that it is printed on.
final class PageMarker {
    /// What holds another comes before it, and so below it.
    private static final Comparator<Span> OUTER_FIRST = Comparator.comparingInt(Span::start)
            .thenComparing(Comparator.comparingInt(Span::length).reversed());

    private PageMarker() {}

    /// The marks that have a place on the page, in the order of the text.
    static List<PageMark> mark(String text, List<Mark> marks, PagePlaces page) {
        Map<Span, List<Mark>> found = new TreeMap<>(OUTER_FIRST);
        for (Mark mark : marks) {
            if (mark.coloured() && !mark.id().isEmpty()) {
                found.computeIfAbsent(mark.span(), span -> new ArrayList<>()).add(mark);
            }
        }
        List<PageMark> onPage = new ArrayList<>();
        found.forEach((span, here) -> {
            List<Box> boxes = page.of(span);
            if (!boxes.isEmpty()) {
                onPage.add(mark(text, span, here, boxes));
            }
        });
        return onPage;
    }

    private static PageMark mark(String text, Span span, List<Mark> marks, List<Box> boxes) {
        return new PageMark(
                TextMarker.anchor(span),
                PlaceLinks.excerpt(text.substring(span.start(), span.end())),
                span.start(),
                span.end(),
                marks.stream().map(Mark::style).distinct().collect(Collectors.joining(" ")),
                marks.getFirst().id(),
                marks.stream().map(Mark::id).distinct().collect(Collectors.joining(" ")),
                boxes);
    }
}
