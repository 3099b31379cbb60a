package io.mingjian.web;

import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import io.mingjian.web.ReportView.PlaceView;

/// Where places of a report's text are shown: in the text, or on the pictures of its pages.
final class PlaceLinks {
    private static final int LONGEST_QUOTE = 40;

    private final PageMap pages;
    private final int shown;

    private PlaceLinks(PageMap pages, int shown) {
        this.pages = pages;
        this.shown = shown;
    }

    /// Into the text.
    static PlaceLinks ofText() {
        return new PlaceLinks(PageMap.NONE, 0);
    }

    /// To the pictures of pages.
    ///
    /// @param shown the page that is shown already
    static PlaceLinks ofPages(PageMap pages, int shown) {
        return new PlaceLinks(pages, shown);
    }

    /// What leads there from the page of the report.
    String href(Span place) {
        String anchor = "#" + TextMarker.anchor(place);
        int page = pages.pageAt(place.start()).orElse(shown);
        return page == shown ? anchor : "?page=" + page + anchor;
    }

    /// The same with what stands there.
    PlaceView place(Span place, String quote) {
        return new PlaceView(href(place), excerpt(quote));
    }

    /// On one line and not too long; a pair of surrogates is not cut.
    static String excerpt(String quote) {
        String line = quote.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST_QUOTE) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
