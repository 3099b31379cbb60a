package io.mingjian.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.Callers;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.model.ReportModel;
import io.mingjian.service.Caller;
import io.mingjian.service.SavedSearches;
import io.mingjian.store.SavedSearch;
import io.mingjian.web.SavedSearchesView.SavedLine;
import io.mingjian.web.SearchView.HitView;
import io.mingjian.web.SearchView.NumberView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Searches that a reader keeps, each with what it found since they last looked.
@Controller(SavedSearchesPageController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class SavedSearchesPageController {
    static final String PATH = "/search/saved";

    private static final int ID = 32;
    private static final int NEWEST = 5;

    private final SavedSearches saved;
    private final ReportModel model;
    private final List<NumberView> numbers;
    private final Pages pages;

    SavedSearchesPageController(SavedSearches saved, ReportModel model, SearchLanguage language, Pages pages) {
        this.saved = saved;
        this.model = model;
        this.numbers = NumberView.all(language);
        this.pages = pages;
    }

    /// The address may bring a question along, as the page of the search has it: that one may be kept.
    @Get
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        Caller caller = Callers.of(request);
        List<SavedLine> lines = saved.list(caller).stream()
                .map(watched -> line(caller, watched))
                .toList();
        SearchQuestion asked = SearchQuestion.of(request.getParameters(), 0);
        return pages.page(
                request, Page.Room.SEARCH, "saved", new SavedSearchesView(lines, asked, narrowing(asked, PATH)));
    }

    private Narrowing narrowing(SearchQuestion question, String path) {
        return Narrowing.of(question, model, numbers, path);
    }

    private SavedLine line(Caller caller, SavedSearches.Watched watched) {
        SavedSearch search = watched.search();
        List<HitView> newest = watched.unseen() == 0
                ? List.of()
                : saved.hits(caller, search.id(), search.seen(), NEWEST, null).answer().result().hits().stream()
                        .map(HitView::of)
                        .toList();
        return new SavedLine(
                search.id(),
                search.name(),
                search.query(),
                narrowing(SearchQuestion.of(search), Page.Room.SEARCH.path()),
                watched.unseen(),
                newest);
    }

    /// Keeps the query of the form with what the address narrows it to and orders it by.
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(HttpRequest<?> request, @Body Map<String, String> fields) {
        Posted posted = new Posted(fields);
        SearchQuestion narrowed = SearchQuestion.of(request.getParameters(), 0);
        saved.save(
                Callers.of(request),
                posted.text("name", SavedSearch.MAX_NAME),
                new SavedSearches.Asked(
                        posted.text("query", SavedSearch.MAX_QUERY), narrowed.chosen(), narrowed.sort()));
        return HttpResponse.seeOther(URI.create(PATH));
    }

    /// Shows what a search finds, which from then on has been looked at.
    @Post("/look")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> look(HttpRequest<?> request, @Body Map<String, String> fields) {
        Caller caller = Callers.of(request);
        SavedSearches.Fired fired = saved.hits(caller, new Posted(fields).text("id", ID), null, 1, null);
        saved.see(caller, fired.search().id(), fired.through());
        return HttpResponse.seeOther(
                URI.create(SearchQuestion.of(fired.search()).again()));
    }

    @Post("/forget")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> forget(HttpRequest<?> request, @Body Map<String, String> fields) {
        saved.delete(Callers.of(request), new Posted(fields).text("id", ID));
        return HttpResponse.seeOther(URI.create(PATH));
    }
}
