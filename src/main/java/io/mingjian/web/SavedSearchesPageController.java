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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.Callers;
import io.mingjian.service.Caller;
import io.mingjian.service.SavedSearches;
import io.mingjian.store.SavedSearch;
import io.mingjian.web.SavedSearchesView.SavedLine;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Searches that a reader keeps, each with how much it found since they last looked.
@Controller(SavedSearchesPageController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class SavedSearchesPageController {
    static final String PATH = "/search/saved";

    private static final int ID = 32;

    private final SavedSearches saved;
    private final Pages pages;

    SavedSearchesPageController(SavedSearches saved, Pages pages) {
        this.saved = saved;
        this.pages = pages;
    }

    /// @param q a query to be kept; empty where there is none at hand
    @Get
    HttpResponse<byte[]> list(HttpRequest<?> request, @QueryValue(defaultValue = "") String q) {
        List<SavedLine> lines =
                saved.list(Callers.of(request)).stream().map(SavedLine::of).toList();
        return pages.page(request, Page.Room.SEARCH, "saved", new SavedSearchesView(lines, q));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(HttpRequest<?> request, @Body Map<String, String> fields) {
        Posted posted = new Posted(fields);
        saved.save(
                Callers.of(request),
                posted.text("name", SavedSearch.MAX_NAME),
                posted.text("query", SavedSearch.MAX_QUERY),
                Map.of());
        return HttpResponse.seeOther(URI.create(PATH));
    }

    /// Shows what a search finds, which from then on has been looked at.
    @Post("/look")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> look(HttpRequest<?> request, @Body Map<String, String> fields) {
        Caller caller = Callers.of(request);
        SavedSearches.Fired fired = saved.hits(caller, new Posted(fields).text("id", ID), null, 1, null);
        saved.see(caller, fired.search().id(), fired.through());
        UriBuilder address = UriBuilder.of(Page.Room.SEARCH.path())
                .queryParam("q", fired.search().query());
        fired.search().filters().forEach((facet, values) -> address.queryParam(facet, values.toArray()));
        return HttpResponse.seeOther(address.build());
    }

    @Post("/forget")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> forget(HttpRequest<?> request, @Body Map<String, String> fields) {
        saved.delete(Callers.of(request), new Posted(fields).text("id", ID));
        return HttpResponse.seeOther(URI.create(PATH));
    }
}
