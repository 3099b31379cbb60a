package io.mingjian.web;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.uri.UriBuilder;
import io.mingjian.index.SearchRequest.Page;
import io.mingjian.index.query.Facet;
import io.mingjian.service.Searches.Question;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a reader asks for, as it stands in the address of the page.
///
/// @param query   words; `"…"` asks for the exact text
/// @param chosen  the value that each facet was narrowed to
/// @param offset  how many hits to leave out
public record SearchQuestion(String query, Map<Facet, String> chosen, int offset) {
    /// Who wants to see more than this should ask more precisely.
    private static final int DEEPEST = 10_000;

    public SearchQuestion {
        EnumMap<Facet, String> copy = new EnumMap<>(Facet.class);
        copy.putAll(chosen);
        chosen = Collections.unmodifiableMap(copy);
        offset = Math.clamp(offset, 0, DEEPEST);
    }

    static SearchQuestion of(String query, HttpParameters parameters, int offset) {
        Map<Facet, String> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            String value = parameters.getFirst(facet.id()).orElse("");
            if (!value.isBlank()) {
                chosen.put(facet, value);
            }
        }
        return new SearchQuestion(query.strip(), chosen, offset);
    }

    /// The question, the best hits first.
    Question asked() {
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        chosen.forEach((facet, value) -> filters.put(facet, List.of(value)));
        return new Question(query, filters, null, false, null);
    }

    /// The hits of one page.
    Page page(int hits) {
        return new Page(offset, hits, null);
    }

    /// The address of the same question with this value of the facet, from its first hit; null lets the facet go.
    String with(Facet facet, @Nullable String value) {
        Map<Facet, String> other = new EnumMap<>(Facet.class);
        other.putAll(chosen);
        if (value == null) {
            other.remove(facet);
        } else {
            other.put(facet, value);
        }
        return new SearchQuestion(query, other, 0).address();
    }

    /// The address of the same question from another hit on.
    String from(int hit) {
        return new SearchQuestion(query, chosen, hit).address();
    }

    private String address() {
        UriBuilder address =
                UriBuilder.of(io.mingjian.web.Page.Room.SEARCH.path()).queryParam("q", query);
        chosen.forEach((facet, value) -> address.queryParam(facet.id(), value));
        if (offset > 0) {
            address.queryParam("offset", offset);
        }
        return address.build().toString();
    }
}
