package io.mingjian.web;

import io.mingjian.index.SearchResult;
import io.mingjian.index.SearchResult.FacetCount;
import io.mingjian.index.SearchResult.Histogram;
import io.mingjian.index.query.Facet;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.model.ReportModel;
import io.mingjian.service.Searches;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of a search shows.
///
/// @param kept    how many reports could be found
/// @param problem why the question could not be understood and what to do, or null
/// @param total   how many reports match; 0 where nothing was asked
/// @param meant   what to ask instead where nothing was found, or null
/// @param spread  how the number asked for is distributed, or null
/// @param earlier where the hits before these are, or null; likewise `later`
public record SearchView(
        SearchQuestion question,
        int kept,
        @Nullable String problem,
        long total,
        List<HitView> hits,
        List<FacetView> facets,
        @Nullable LinkView meant,
        @Nullable SpreadView spread,
        List<NumberView> numbers,
        @Nullable String earlier,
        @Nullable String later) {
    /// Hits of one page.
    static final int HITS = 10;

    private static final int VALUES = 8;

    public SearchView {
        hits = List.copyOf(hits);
        facets = List.copyOf(facets);
        numbers = List.copyOf(numbers);
    }

    /// A text that leads somewhere.
    public record LinkView(String text, String href) {}

    /// A number that hits can be sorted by.
    public record NumberView(String id, String name) {
        static List<NumberView> all(SearchLanguage language) {
            return language.numbers().stream()
                    .map(number -> new NumberView(number.id(), number.names().getFirst()))
                    .toList();
        }
    }

    /// How a number is distributed over the hits.
    ///
    /// @param stated  hits that state it
    /// @param missing hits that do not
    public record SpreadView(
            String name, long stated, long missing, String least, String most, String sum, BarChart chart) {}

    /// A report and its best places.
    public record HitView(
            String path,
            @Nullable String title,
            @Nullable String organization,
            @Nullable Integer year,
            List<PassageView> passages) {
        public HitView {
            passages = List.copyOf(passages);
        }

        static HitView of(SearchResult.Hit hit) {
            String path = Page.Room.REPORTS.path() + "/" + hit.report();
            return new HitView(
                    path,
                    hit.title(),
                    hit.organization(),
                    hit.year(),
                    hit.sections().stream()
                            .map(section -> passage(path, section))
                            .toList());
        }
    }

    /// A passage and where it stands.
    ///
    /// @param path to the very place in the report
    /// @param page on which it begins, or null for formats without pages
    public record PassageView(
            String path, String heading, @Nullable Integer page, List<Piece> pieces) {
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
    /// @param name   what the model calls it
    /// @param href   chooses it, or lets it go where it is chosen
    public record ValueView(String value, String name, long count, boolean chosen, String href) {}

    static SearchView unasked(SearchQuestion question, int kept, List<NumberView> numbers) {
        return refused(question, kept, numbers, null);
    }

    static SearchView refused(SearchQuestion question, int kept, List<NumberView> numbers, @Nullable String problem) {
        return new SearchView(question, kept, problem, 0, List.of(), List.of(), null, null, numbers, null, null);
    }

    static SearchView of(
            SearchQuestion question, int kept, List<NumberView> numbers, Searches.Answer answer, ReportModel model) {
        SearchResult result = answer.result();
        int offset = question.offset();
        int end = offset + result.hits().size();
        String meant = answer.meant();
        Histogram histogram = result.histogram();
        return new SearchView(
                question,
                kept,
                null,
                result.total(),
                result.hits().stream().map(HitView::of).toList(),
                facets(question, result, model),
                meant == null ? null : new LinkView(meant, question.instead(meant)),
                histogram == null || histogram.stated() == 0 ? null : spread(histogram, numbers),
                numbers,
                offset == 0 ? null : question.from(Math.max(0, offset - HITS)),
                end >= result.total() ? null : question.from(end));
    }

    private static SpreadView spread(Histogram histogram, List<NumberView> numbers) {
        String name = numbers.stream()
                .filter(number -> number.id().equals(histogram.number()))
                .map(NumberView::name)
                .findFirst()
                .orElse(histogram.number());
        List<BarChart.Bar> bars = histogram.bars().stream()
                .map(bar -> new BarChart.Bar(plain(bar.from()) + "–" + plain(bar.to()), bar.count(), ""))
                .toList();
        return new SpreadView(
                name,
                histogram.stated(),
                histogram.missing(),
                plain(histogram.least()),
                plain(histogram.most()),
                plain(histogram.sum()),
                BarChart.of(bars));
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static PassageView passage(String path, SearchResult.SectionHit section) {
        int start = section.place().start();
        List<Span> places = section.highlights().stream()
                .map(found -> new Span(start + found.start(), start + found.end()))
                .toList();
        return new PassageView(
                path + SoughtPlaces.query(places, section.span()), section.heading(), section.page(), pieces(section));
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

    private static List<FacetView> facets(SearchQuestion question, SearchResult result, ReportModel model) {
        return result.facets().entrySet().stream()
                .map(entry ->
                        new FacetView(entry.getKey().id(), values(question, entry.getKey(), entry.getValue(), model)))
                .filter(facet -> !facet.values().isEmpty())
                .toList();
    }

    /// Years from the last one back, all else as often as it is found; chosen values are always there.
    private static List<ValueView> values(
            SearchQuestion question, Facet facet, List<FacetCount> counts, ReportModel model) {
        Comparator<FacetCount> order = Comparator.comparing(count -> !question.isChosen(facet, count.value()));
        if (facet == Facet.YEAR) {
            order = Comparator.comparing(FacetCount::value).reversed();
        }
        return counts.stream()
                .sorted(order)
                .limit(VALUES)
                .map(count -> new ValueView(
                        count.value(),
                        facet == Facet.RULE ? RuleTitles.of(model, count.value()) : count.value(),
                        count.count(),
                        question.isChosen(facet, count.value()),
                        question.toggled(facet, count.value())))
                .toList();
    }
}
