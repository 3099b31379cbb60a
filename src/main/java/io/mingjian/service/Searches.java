package io.mingjian.service;

import io.mingjian.index.ReportIndex;
import io.mingjian.index.SearchRequest;
import io.mingjian.index.SearchRequest.Order;
import io.mingjian.index.SearchRequest.Page;
import io.mingjian.index.SearchResult;
import io.mingjian.index.SearchResult.Hit;
import io.mingjian.index.Suggestion;
import io.mingjian.index.query.Facet;
import io.mingjian.index.query.QueryParser;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.index.query.SearchLanguage.NumberKind;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        requireAll(caller);
        SearchResult result = index.search(request(question, page));
        String meant = question.query();
        for (SearchResult.Correction correction : result.corrections()) {
            meant = meant.replace(correction.written(), correction.meant());
        }
        return new Answer(result, meant.equals(question.query()) ? null : meant);
    }

    /// Hands out every report that is found, in the order asked for.
    public void forEach(Caller caller, Question question, Consumer<Hit> hits) {
        requireAll(caller);
        String cursor = null;
        do {
            SearchResult page = index.search(request(question, new Page(0, STEP, cursor)));
            page.hits().forEach(hits);
            cursor = page.next();
        } while (cursor != null);
    }

    /// The index knows no units: whoever may see some reports only is not answered from it.
    private static void requireAll(Caller caller) {
        if (!(caller.scope() instanceof Scope.All)) {
            throw new MingjianException(ProblemCode.FORBIDDEN, "searching takes a key for everything");
        }
    }

    private SearchRequest request(Question question, Page page) {
        String sort = question.sort();
        return new SearchRequest(
                QueryParser.parse(language, question.query()),
                question.filters(),
                sort == null ? Order.RELEVANCE : new Order(number(sort), question.descending()),
                page,
                Optional.ofNullable(question.histogram()).map(this::number).orElse(null));
    }

    private String number(String name) {
        return language.number(name).map(NumberKind::id).orElse(name);
    }

    /// Reports like this one; none where it is not there.
    public List<Hit> similar(Caller caller, ReportId id, int limit) {
        requireAll(caller);
        return index.similar(id, limit);
    }

    public List<Suggestion> suggest(Caller caller, String begun, int limit) {
        requireAll(caller);
        return index.suggest(begun, limit);
    }

    public ReportIndex.Engine engine() {
        return index.engine();
    }
}
