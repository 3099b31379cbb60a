package io.mingjian.web;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.uri.UriBuilder;
import io.mingjian.index.SearchRequest.Page;
import io.mingjian.index.query.Facet;
import io.mingjian.service.Searches.Question;
import io.mingjian.store.SavedSearch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a reader asks for, as it stands in the address of the page.
///
/// @param query     words; `"…"` asks for the exact text
/// @param chosen    the values that each facet was narrowed to; any one of them will do
/// @param sort      a number, `-` before it for the greatest first, or null for the best first
/// @param histogram the number whose distribution is shown, or null
/// @param offset    how many hits to leave out
public record SearchQuestion(
        String query,
        Map<Facet, List<String>> chosen,
        @Nullable String sort,
        @Nullable String histogram,
        int offset) {
    /// Who wants to see more than this should ask more precisely.
    private static final int DEEPEST = 10_000;

    private static final String DESCENDING = "-";

    public SearchQuestion {
        EnumMap<Facet, List<String>> copy = new EnumMap<>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, List.copyOf(values));
            }
        });
        chosen = Collections.unmodifiableMap(copy);
        offset = Math.clamp(offset, 0, DEEPEST);
    }

    static SearchQuestion of(HttpParameters parameters, int offset) {
        Map<Facet, List<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            chosen.put(
                    facet,
                    parameters.getAll(facet.id()).stream()
                            .filter(value -> !value.isBlank())
                            .distinct()
                            .toList());
        }
        return new SearchQuestion(
                parameters.getFirst("q").orElse("").strip(),
                chosen,
                given(parameters, "sort"),
                given(parameters, "histogram"),
                offset);
    }

    /// A search that was kept.
    static SearchQuestion of(SavedSearch search) {
        Map<Facet, List<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            chosen.put(facet, search.filters().getOrDefault(facet.id(), List.of()));
        }
        return new SearchQuestion(search.query(), chosen, search.sort(), null, 0);
    }

    private static @Nullable String given(HttpParameters parameters, String name) {
        return parameters.getFirst(name).filter(value -> !value.isBlank()).orElse(null);
    }

    /// The question as the service takes it.
    Question asked() {
        return new Question(query, chosen, number(), descending(), histogram);
    }

    boolean descending() {
        return sort != null && sort.startsWith(DESCENDING);
    }

    /// The number to order by, or null for the best first.
    @Nullable
    String number() {
        return sort == null || !descending() ? sort : sort.substring(DESCENDING.length());
    }

    /// The hits of one page.
    Page page(int hits) {
        return new Page(offset, hits, null);
    }

    boolean isChosen(Facet facet, String value) {
        return chosen.getOrDefault(facet, List.of()).contains(value);
    }

    /// The address of the same question with this value of the facet, or without it where it was chosen, from
    /// its first hit.
    String toggled(Facet facet, String value) {
        return toggled(facet, value, io.mingjian.web.Page.Room.SEARCH.path());
    }

    /// The same on another page.
    String toggled(Facet facet, String value, String path) {
        Map<Facet, List<String>> other = new EnumMap<>(Facet.class);
        other.putAll(chosen);
        List<String> values = new ArrayList<>(other.getOrDefault(facet, List.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        other.put(facet, values);
        return new SearchQuestion(query, other, sort, histogram, 0).address(path);
    }

    /// The address of another query with the same choices.
    public String instead(String other) {
        return new SearchQuestion(other, chosen, sort, histogram, 0).address(io.mingjian.web.Page.Room.SEARCH.path());
    }

    /// The address of the same question from another hit on.
    String from(int hit) {
        return new SearchQuestion(query, chosen, sort, histogram, hit).address(io.mingjian.web.Page.Room.SEARCH.path());
    }

    /// The address of all hits as a file.
    public String csv() {
        return new SearchQuestion(query, chosen, sort, null, 0).address("/api/v1/search.csv");
    }

    /// The address at which it may be kept.
    public String keeping() {
        return new SearchQuestion(query, chosen, sort, null, 0).address(SavedSearchesPageController.PATH);
    }

    /// The address of the same question, from its first hit.
    String again() {
        return from(0);
    }

    private String address(String path) {
        UriBuilder address = UriBuilder.of(path).queryParam("q", query);
        chosen.forEach((facet, values) -> address.queryParam(facet.id(), values.toArray()));
        if (sort != null) {
            address.queryParam("sort", sort);
        }
        if (histogram != null) {
            address.queryParam("histogram", histogram);
        }
        if (offset > 0) {
            address.queryParam("offset", offset);
        }
        return address.build().toString();
    }
}
