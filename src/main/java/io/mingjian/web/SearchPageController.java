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
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.model.ReportModel;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.problem.ProblemMessages;
import io.mingjian.service.Caller;
import io.mingjian.service.Reports;
import io.mingjian.service.Searches;
import io.mingjian.web.SearchView.NumberView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;

/// One box, and what it finds.
@Controller("/search")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class SearchPageController {
    private final Reports reports;
    private final Searches searches;
    private final ReportModel model;
    private final ApiLimits limits;
    private final Pages pages;
    private final List<NumberView> numbers;

    SearchPageController(
            Reports reports,
            Searches searches,
            SearchLanguage language,
            ReportModel model,
            ApiLimits limits,
            Pages pages) {
        this.reports = reports;
        this.searches = searches;
        this.model = model;
        this.limits = limits;
        this.pages = pages;
        this.numbers = NumberView.all(language);
    }

    /// Reports that match `q`, a line of the query language. A parameter named as a facet narrows, `sort` orders
    /// and `histogram` shows how a number is distributed.
    @Get
    HttpResponse<byte[]> search(HttpRequest<?> request, @QueryValue(defaultValue = "0") int offset) {
        SearchQuestion question = SearchQuestion.of(request.getParameters(), offset);
        return pages.page(
                request, Page.Room.SEARCH, "search", answer(Callers.of(request), question, Words.of(request)));
    }

    private SearchView answer(Caller caller, SearchQuestion question, Words words) {
        int kept = reports.state().reports();
        if (question.query().isEmpty()) {
            return SearchView.unasked(question, kept, numbers);
        }
        try {
            if (question.query().length() > limits.queryCharacters()) {
                throw new MingjianException(ProblemCode.INVALID_QUERY, "longer than allowed");
            }
            Searches.Answer answer = searches.search(caller, question.asked(), question.page(SearchView.HITS));
            return SearchView.of(question, kept, numbers, answer, model);
        } catch (MingjianException problem) {
            if (problem.code() == ProblemCode.INVALID_QUERY) {
                return SearchView.refused(
                        question, kept, numbers, words.problem(problem.code().code(), ProblemMessages.title(problem)));
            }
            throw problem;
        }
    }
}
