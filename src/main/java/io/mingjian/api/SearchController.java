package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.index.SearchRequest;
import io.mingjian.index.SearchRequest.Facet;
import io.mingjian.service.Reports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds kept reports.
@Controller("/api/v1/search")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "search")
final class SearchController {
    private final Reports reports;
    private final ApiLimits limits;

    SearchController(Reports reports, ApiLimits limits) {
        this.reports = reports;
        this.limits = limits;
    }

    /// Reports in which all words of `q` are found, the best first.
    ///
    /// @param q      words; `"…"` asks for the exact text
    /// @param offset how many hits to leave out, at most 10000
    /// @param year   only reports of these years; likewise the others
    @Get
    @Operation(operationId = "search", summary = "Search reports")
    SearchJson search(
            HttpRequest<?> http,
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "10") int limit,
            @QueryValue(defaultValue = "0") int offset,
            @Nullable @QueryValue List<String> year,
            @Nullable @QueryValue List<String> form,
            @Nullable @QueryValue List<String> level,
            @Nullable @QueryValue List<String> organization) {
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        put(filters, Facet.YEAR, year);
        put(filters, Facet.FORM, form);
        put(filters, Facet.LEVEL, level);
        put(filters, Facet.ORGANIZATION, organization);
        SearchRequest request = new SearchRequest(limits.query(q), filters, limits.offset(offset), limits.page(limit));
        return SearchJson.of(reports.search(Callers.of(http), request), reports.engine());
    }

    private static void put(Map<Facet, List<String>> filters, Facet facet, @Nullable List<String> values) {
        if (values != null && !values.isEmpty()) {
            filters.put(facet, values);
        }
    }
}
