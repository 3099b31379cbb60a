package io.mingjian.web;

import io.mingjian.index.SearchResult;
import io.mingjian.index.SearchResult.FacetCount;
import io.mingjian.index.query.Facet;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of a search shows.
///
/// @param kept    how many reports could be found
/// @param problem why the question could not be understood and what to do, or null
/// @param total   how many reports match; 0 where nothing was asked
/// @param earlier where the hits before these are, or null; likewise `later`
public record SearchView(
        SearchQuestion question,
        int kept,
        @Nullable String problem,
        long total,
        List<HitView> hits,
        List<FacetView> facets,
        @Nullable String earlier,
        @Nullable String later) {
    private static final int VALUES = 8;

    public SearchView {
        hits = List.copyOf(hits);
        facets = List.copyOf(facets);
    }

    /// A report and its best places.
    public record HitView(
            String path,
            String title,
            @Nullable String organization,
            @Nullable Integer year,
            List<PassageView> passages) {
        public HitView {
            passages = List.copyOf(passages);
        }
    }

    /// A passage and where it stands.
    ///
    /// @param path to the very place in the report
    public record PassageView(String path, String heading, List<Piece> pieces) {
        public PassageView {
            pieces = List.copyOf(pieces);
        }
    }

    /// Some text, and whether it was looked for.
    public record Piece(String text, boolean found) {}

    /// A facet and the values the hits have of it.
    public record FacetView(String name, List<ValueView> values) {
        public FacetView {
            values = List.copyOf(values);
        }
    }

    /// A value of a facet.
    ///
    /// @param href   chooses it, or lets it go where it is chosen
    public record ValueView(String value, long count, boolean chosen, String href) {}

    static SearchView unasked(SearchQuestion question, int kept) {
        return new SearchView(question, kept, null, 0, List.of(), List.of(), null, null);
    }

    static SearchView refused(SearchQuestion question, int kept, String problem) {
        return new SearchView(question, kept, problem, 0, List.of(), List.of(), null, null);
    }

    static SearchView of(SearchQuestion question, int kept, SearchResult result, int size) {
        int offset = question.offset();
        int end = offset + result.hits().size();
        return new SearchView(
                question,
                kept,
                null,
                result.total(),
                result.hits().stream().map(SearchView::hit).toList(),
                facets(question, result),
                offset == 0 ? null : question.from(Math.max(0, offset - size)),
                end >= result.total() ? null : question.from(end));
    }

    private static HitView hit(SearchResult.Hit hit) {
        String path = Page.Room.REPORTS.path() + "/" + hit.report();
        String title = hit.title();
        return new HitView(
                path,
                title == null ? hit.report().value() : title,
                hit.organization(),
                hit.year(),
                hit.sections().stream().map(section -> passage(path, section)).toList());
    }

    private static PassageView passage(String path, SearchResult.SectionHit section) {
        int start = section.place().start();
        List<Span> places = section.highlights().stream()
                .map(found -> new Span(start + found.start(), start + found.end()))
                .toList();
        return new PassageView(path + SoughtPlaces.query(places, section.span()), section.heading(), pieces(section));
    }

    private static List<Piece> pieces(SearchResult.SectionHit section) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Span found : section.highlights()) {
            pieces.add(new Piece(section.snippet().substring(at, found.start()), false));
            pieces.add(new Piece(section.snippet().substring(found.start(), found.end()), true));
            at = found.end();
        }
        pieces.add(new Piece(section.snippet().substring(at), false));
        return pieces;
    }

    private static List<FacetView> facets(SearchQuestion question, SearchResult result) {
        return result.facets().entrySet().stream()
                .map(entry -> new FacetView(entry.getKey().id(), values(question, entry.getKey(), entry.getValue())))
                .filter(facet -> !facet.values().isEmpty())
                .toList();
    }

    private static List<ValueView> values(SearchQuestion question, Facet facet, List<FacetCount> counts) {
        String chosen = question.chosen().get(facet);
        return counts.stream()
                .limit(VALUES)
                .map(count -> {
                    boolean isChosen = count.value().equals(chosen);
                    return new ValueView(
                            count.value(),
                            count.count(),
                            isChosen,
                            question.with(facet, isChosen ? null : count.value()));
                })
                .toList();
    }
}
