package io.mingjian.web;

import io.micronaut.http.uri.UriBuilder;
import io.mingjian.index.SearchRequest;
import io.mingjian.index.SearchRequest.Facet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
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

    static SearchQuestion of(
            String query,
            @Nullable String year,
            @Nullable String form,
            @Nullable String level,
            @Nullable String organization,
            int offset) {
        Map<Facet, String> chosen = new EnumMap<>(Facet.class);
        choose(chosen, Facet.YEAR, year);
        choose(chosen, Facet.FORM, form);
        choose(chosen, Facet.LEVEL, level);
        choose(chosen, Facet.ORGANIZATION, organization);
        return new SearchQuestion(query.strip(), chosen, offset);
    }

    private static void choose(Map<Facet, String> chosen, Facet facet, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            chosen.put(facet, value);
        }
    }

    SearchRequest request(int hits) {
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        chosen.forEach((facet, value) -> filters.put(facet, List.of(value)));
        return new SearchRequest(query, filters, offset, hits);
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
        UriBuilder address = UriBuilder.of(Page.Room.SEARCH.path()).queryParam("q", query);
        chosen.forEach((facet, value) -> address.queryParam(name(facet), value));
        if (offset > 0) {
            address.queryParam("offset", offset);
        }
        return address.build().toString();
    }

    /// As the facet is called in addresses.
    static String name(Facet facet) {
        return facet.name().toLowerCase(Locale.ROOT);
    }
}
