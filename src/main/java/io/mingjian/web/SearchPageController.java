package io.mingjian.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.ApiLimits;
import io.mingjian.api.Callers;
import io.mingjian.index.SearchResult;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.Reports;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

/// One box, and what it finds.
@Controller("/search")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class SearchPageController {
    private static final int HITS = 10;

    private final Reports reports;
    private final ApiLimits limits;
    private final Pages pages;

    SearchPageController(Reports reports, ApiLimits limits, Pages pages) {
        this.reports = reports;
        this.limits = limits;
        this.pages = pages;
    }

    /// Reports in which all words of `q` are found; `year`, `form`, `level` and `organization` narrow.
    @Get
    HttpResponse<byte[]> search(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") String q,
            @Nullable @QueryValue String year,
            @Nullable @QueryValue String form,
            @Nullable @QueryValue String level,
            @Nullable @QueryValue String organization,
            @QueryValue(defaultValue = "0") int offset) {
        SearchQuestion question = SearchQuestion.of(q, year, form, level, organization, offset);
        return pages.page(
                request, Page.Room.SEARCH, "search", answer(Callers.of(request), question, Words.of(request)));
    }

    private SearchView answer(Caller caller, SearchQuestion question, Words words) {
        int kept = reports.state().reports();
        if (question.query().isEmpty()) {
            return SearchView.unasked(question, kept);
        }
        try {
            if (question.query().length() > limits.queryCharacters()) {
                throw new MingjianException(ProblemCode.INVALID_QUERY, "longer than allowed");
            }
            SearchResult result = reports.search(caller, question.request(HITS));
            return SearchView.of(question, kept, result, HITS, id -> reports.text(caller, id, null));
        } catch (MingjianException problem) {
            if (problem.code() == ProblemCode.INVALID_QUERY) {
                return SearchView.refused(question, kept, words.problem(problem.code()));
            }
            throw problem;
        }
    }
}
