package io.mingjian.api;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.index.SearchRequest.Page;
import io.mingjian.index.query.Facet;
import io.mingjian.service.Searches;
import io.mingjian.service.Searches.Question;
import io.mingjian.store.ReportId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds kept reports.
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "search")
final class SearchController {
    private final Searches searches;
    private final ApiLimits limits;

    SearchController(Searches searches, ApiLimits limits) {
        this.searches = searches;
        this.limits = limits;
    }

    /// What is looked for.
    ///
    /// @param q         a line of the query language: words, `"…"`, AND OR NOT, fields and numbers
    /// @param sort      a number (`年份`, `微信发布数`, `requests`), a `-` before it for the greatest first; left out
    /// for the best first
    /// @param histogram a number whose distribution is wanted
    /// @param year      only reports of these years; likewise the others
    @Introspected
    record Asked(
            @QueryValue(defaultValue = "") String q,
            @Nullable @QueryValue String sort,
            @Nullable @QueryValue String histogram,
            @Nullable @QueryValue List<String> year,
            @Nullable @QueryValue List<String> region,
            @Nullable @QueryValue List<String> level,
            @Nullable @QueryValue List<String> form,
            @Nullable @QueryValue List<String> section,
            @Nullable @QueryValue List<String> rule,
            @Nullable @QueryValue List<String> organization) {
        Question question(ApiLimits limits) {
            Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
            for (Facet facet : Facet.values()) {
                List<String> values = values(facet);
                if (values != null && !values.isEmpty()) {
                    filters.put(facet, values);
                }
            }
            String number = sort == null || !sort.startsWith("-") ? sort : sort.substring(1);
            boolean descending = !Objects.equals(number, sort);
            return new Question(limits.query(q), filters, number, descending, histogram);
        }

        private @Nullable List<String> values(Facet facet) {
            return switch (facet) {
                case YEAR -> year;
                case REGION -> region;
                case LEVEL -> level;
                case FORM -> form;
                case SECTION -> section;
                case RULE -> rule;
                case ORGANIZATION -> organization;
            };
        }
    }

    /// Reports that match `q`, the best first.
    ///
    /// @param offset how many hits to leave out, at most 10000
    /// @param cursor `next` of the page before
    @Get("/search")
    @Operation(operationId = "search", summary = "Search reports")
    SearchJson search(
            HttpRequest<?> request,
            @RequestBean Asked asked,
            @QueryValue(defaultValue = "10") int limit,
            @QueryValue(defaultValue = "0") int offset,
            @Nullable @QueryValue String cursor) {
        Page page = new Page(cursor == null ? limits.offset(offset) : 0, limits.page(limit), cursor);
        return SearchJson.of(searches.search(Callers.of(request), asked.question(limits), page), searches.engine());
    }

    /// All reports that match, one a line.
    @Get(value = "/search.csv", produces = "text/csv")
    @Operation(operationId = "searchCsv", summary = "All hits as CSV")
    HttpResponse<byte[]> csv(HttpRequest<?> request, @RequestBean Asked asked) {
        CsvTable table =
                new CsvTable("report", "title", "organization", "region", "year", "score", "section", "snippet");
        searches.forEach(Callers.of(request), asked.question(limits), hit -> table.row(SearchJson.HitJson.cells(hit)));
        return HttpResponse.ok(table.text().getBytes(StandardCharsets.UTF_8))
                .contentType(MediaType.of("text/csv; charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"search.csv\"");
    }

    /// How a query that begins like this may go on.
    @Get("/search/suggestions")
    @Operation(operationId = "suggest", summary = "Suggest units, terms and names")
    List<SuggestionJson> suggest(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "10") int limit) {
        return searches.suggest(Callers.of(request), limits.query(q), limits.page(limit)).stream()
                .map(SuggestionJson::of)
                .toList();
    }

    /// The reports most like one of them.
    @Get("/reports/{id}/similar")
    @Operation(operationId = "similar", summary = "Reports like this one")
    List<SearchJson.HitJson> similar(
            HttpRequest<?> request, @PathVariable String id, @QueryValue(defaultValue = "10") int limit) {
        return ReportId.isValid(id)
                ? searches.similar(Callers.of(request), new ReportId(id), limits.page(limit)).stream()
                        .map(SearchJson.HitJson::of)
                        .toList()
                : List.of();
    }
}
