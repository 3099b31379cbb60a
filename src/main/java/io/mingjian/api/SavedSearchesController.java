package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.index.query.Facet;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.SavedSearches;
import io.mingjian.service.Searches;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Searches that are kept, and what they found since their owner last looked.
@Controller("/api/v1/searches")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "search")
final class SavedSearchesController {
    private final SavedSearches saved;
    private final Searches searches;
    private final ApiLimits limits;

    SavedSearchesController(SavedSearches saved, Searches searches, ApiLimits limits) {
        this.saved = saved;
        this.searches = searches;
        this.limits = limits;
    }

    /// A search to be kept.
    ///
    /// @param query   a line of the query language
    /// @param filters values by facet: year, region, level, form, section, rule, organization
    /// @param sort    a number, a `-` before it for the greatest first; left out for the best first
    @Serdeable
    record AskedJson(
            @Nullable String name,
            @Nullable String query,
            @Nullable Map<String, List<String>> filters,
            @Nullable String sort) {
        Map<Facet, List<String>> facets() {
            Map<Facet, List<String>> facets = new EnumMap<>(Facet.class);
            if (filters != null) {
                filters.forEach((name, values) -> facets.put(facet(name), values));
            }
            return facets;
        }

        private static Facet facet(String name) {
            return Arrays.stream(Facet.values())
                    .filter(facet -> facet.id().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new MingjianException(ProblemCode.BAD_REQUEST, "no such facet"));
        }
    }

    /// Keeps a search; what it finds now counts as looked at.
    @Post
    @Operation(operationId = "saveSearch", summary = "Keep a search that fires")
    HttpResponse<SavedSearchJson> save(HttpRequest<?> request, @Body AskedJson asked) {
        String name = asked.name();
        String query = asked.query();
        if (name == null || query == null) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "a search needs a name and a query");
        }
        SavedSearches.Asked search = new SavedSearches.Asked(limits.query(query), asked.facets(), asked.sort());
        return HttpResponse.created(SavedSearchJson.of(saved.save(Callers.of(request), name, search)));
    }

    /// The caller's searches by name, each with how many of its hits are unseen.
    @Get
    @Operation(operationId = "listSearches", summary = "Kept searches with what is unseen")
    SavedSearchJson.ListJson list(HttpRequest<?> request) {
        return new SavedSearchJson.ListJson(saved.list(Callers.of(request)).stream()
                .map(SavedSearchJson::of)
                .toList());
    }

    /// What a search finds, the newest first.
    ///
    /// @param since only reports that are new, corrected or newly one's own after this change; all where it is
    /// left out
    @Get("/{id}/hits")
    @Operation(operationId = "listSearchHits", summary = "What a kept search finds")
    SavedSearchJson.HitsJson hits(
            HttpRequest<?> request,
            @PathVariable String id,
            @Nullable @QueryValue Long since,
            @QueryValue(defaultValue = "10") int limit,
            @Nullable @QueryValue String cursor) {
        return SavedSearchJson.HitsJson.of(
                saved.hits(Callers.of(request), id, since, limits.page(limit), cursor), searches.engine());
    }

    /// Notes that everything through a change has been looked at.
    ///
    /// @param through as the hits that were looked at say it
    @Put("/{id}/seen")
    @Operation(operationId = "seeSearch", summary = "Mark the hits of a kept search as seen")
    SavedSearchJson see(HttpRequest<?> request, @PathVariable String id, @QueryValue long through) {
        return SavedSearchJson.of(saved.see(Callers.of(request), id, through));
    }

    /// Forgets a search.
    @Delete("/{id}")
    @Operation(operationId = "deleteSearch", summary = "Forget a kept search")
    HttpResponse<?> delete(HttpRequest<?> request, @PathVariable String id) {
        saved.delete(Callers.of(request), id);
        return HttpResponse.noContent();
    }
}
