package io.mingjian.ingest;

import io.mingjian.ingest.layout.TextPlace;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Pages of PDF files as pictures, and where their text stands on them. Children draw them, as they read the
/// file; nothing is kept. Safe to share.
public final class PagePictures {
    private final ChildCalls children;
    private final Bounds bounds;

    /// How large pictures are.
    ///
    /// @param dpi    dots an inch
    /// @param pixels largest picture; a larger page has fewer dots an inch
    /// @param time   longest for one page
    public record Bounds(int dpi, int pixels, Duration time) {
        public static final Bounds DEFAULTS = new Bounds(110, 4_000_000, Duration.ofSeconds(20));
    }

    public PagePictures(Limits limits, ParserChildren children, Bounds bounds) {
        this.children = new ChildCalls(limits.within(bounds.time()), children);
        this.bounds = bounds;
    }

    /// Whether pages of files of this type can be drawn.
    public static boolean canDraw(String mediaType) {
        return mediaType.equals(MediaTypes.PDF);
    }

    /// A page as a PNG.
    ///
    /// @param page from 1
    public byte[] draw(Upload upload, int page) {
        byte[] picture = PageCodec.picture(children.ask(upload, new PageAsk.Draw(page, bounds.dpi(), bounds.pixels())));
        if (picture == null) {
            throw noAnswer();
        }
        return picture;
    }

    /// Where the text of a page stands on it.
    ///
    /// @param text  of the whole file
    /// @param pages where its pages are
    public PagePlaces places(Upload upload, int page, String text, PageMap pages) {
        List<Span> parts = pages.partsOf(page, text.length());
        StringBuilder all = new StringBuilder();
        parts.forEach(part -> all.append(text, part.start(), part.end()).append('\n'));
        PagePlaces found = PageCodec.places(children.ask(upload, new PageAsk.Find(page, all.toString())));
        if (found == null) {
            throw noAnswer();
        }
        return new PagePlaces(found.width(), found.height(), moved(found.places(), parts));
    }

    /// Places in the joined parts as places in the text they are parts of.
    private static List<TextPlace> moved(List<TextPlace> places, List<Span> parts) {
        List<TextPlace> moved = new ArrayList<>();
        int part = 0;
        int begun = 0;
        for (TextPlace place : places) {
            while (place.start() > begun + parts.get(part).length()) {
                begun += parts.get(part).length() + 1;
                part++;
            }
            moved.add(place.shifted(parts.get(part).start() - begun));
        }
        return moved;
    }

    private static MingjianException noAnswer() {
        return new MingjianException(ProblemCode.BROKEN_DOCUMENT, "the parser gave no answer");
    }
}
