package io.mingjian.service;

import io.mingjian.index.IndexedReport;
import io.mingjian.index.ReportIndex;
import io.mingjian.index.SearchRequest;
import io.mingjian.index.SearchRequest.Counts;
import io.mingjian.index.SearchRequest.Order;
import io.mingjian.index.SearchRequest.Page;
import io.mingjian.index.SearchResult;
import io.mingjian.index.SearchResult.Hit;
import io.mingjian.index.Suggestion;
import io.mingjian.index.query.Facet;
import io.mingjian.index.query.QueryParser;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.index.query.SearchLanguage.NumberKind;
import io.mingjian.index.query.SearchQuery;
import io.mingjian.index.query.SearchQuery.Bound;
import io.mingjian.store.ReportId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Everything that can be asked of the search index, in the words of a reader. Safe to share between threads.
public final class Searches {
    /// Hits that are read at once where all of them are wanted.
    private static final int STEP = 500;

    private final ReportIndex index;
    private final SearchLanguage language;

    public Searches(ReportIndex index, SearchLanguage language) {
        this.index = index;
        this.language = language;
    }

    /// A question as a reader asks it.
    ///
    /// @param query     a line of the query language
    /// @param filters   only reports with one of these values of the facet
    /// @param sort      a number's name or id; null for the best first
    /// @param histogram a number's name or id, or null
    public record Question(
            String query,
            Map<Facet, List<String>> filters,
            @Nullable String sort,
            boolean descending,
            @Nullable String histogram) {}

    /// What was found, and what to ask instead where nothing was.
    ///
    /// @param meant the query with its misspelt parts replaced, or null
    public record Answer(SearchResult result, @Nullable String meant) {}

    /// Answers a question with one page of hits.
    ///
    /// @throws io.mingjian.problem.MingjianException `INVALID_QUERY` with the column of the mistake
    public Answer search(Caller caller, Question question, Page page) {
        SearchResult result = index.search(caller.scope(), request(question, page, Counts.with(histogram(question))));
        String meant = question.query();
        for (SearchResult.Correction correction : result.corrections()) {
            meant = meant.replace(correction.written(), correction.meant());
        }
        return new Answer(result, meant.equals(question.query()) ? null : meant);
    }

    /// Hands out every report that is found, in the order asked for.
    public void forEach(Caller caller, Question question, Consumer<Hit> hits) {
        String cursor = null;
        do {
            SearchResult page = index.search(caller.scope(), request(question, new Page(0, STEP, cursor), Counts.NONE));
            page.hits().forEach(hits);
            cursor = page.next();
        } while (cursor != null);
    }

    /// What a question finds that is younger than a change, the newest first.
    Answer since(Caller caller, Question question, long since, int limit, @Nullable String cursor) {
        Bound after = new Bound(BigDecimal.valueOf(since), false);
        SearchQuery younger = new SearchQuery.Between(IndexedReport.NEWS, after, null);
        SearchRequest request = new SearchRequest(
                new SearchQuery.All(List.of(QueryParser.parse(language, question.query()), younger)),
                question.filters(),
                new Order(IndexedReport.NEWS, true),
                new Page(0, limit, cursor),
                Counts.NONE);
        return new Answer(index.search(caller.scope(), request), null);
    }

    private SearchRequest request(Question question, Page page, Counts counts) {
        String sort = question.sort();
        return new SearchRequest(
                QueryParser.parse(language, question.query()),
                question.filters(),
                sort == null ? Order.RELEVANCE : new Order(number(sort), question.descending()),
                page,
                counts);
    }

    private @Nullable String histogram(Question question) {
        String name = question.histogram();
        return name == null ? null : number(name);
    }

    /// Whether hits can be ordered by this number, by one of its names or its id.
    boolean sorts(String number) {
        return language.number(number).isPresent();
    }

    private String number(String name) {
        return language.number(name).map(NumberKind::id).orElse(name);
    }

    /// Reports like this one; none where it is not there.
    public List<Hit> similar(Caller caller, ReportId id, int limit) {
        return index.similar(caller.scope(), id, limit);
    }

    public List<Suggestion> suggest(Caller caller, String begun, int limit) {
        return index.suggest(caller.scope(), begun, limit);
    }

    public ReportIndex.Engine engine() {
        return index.engine();
    }
}
