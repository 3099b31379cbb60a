package io.mingjian.index;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What is looked for.
///
/// @param query   words, each of which must be found; `"…"` asks for the exact text
/// @param filters only reports with one of these values of the facet
/// @param offset  how many hits to leave out
/// @param limit   how many hits to show
public record SearchRequest(String query, Map<Facet, List<String>> filters, int offset, int limit) {
    public SearchRequest {
        EnumMap<Facet, List<String>> copy = new EnumMap<>(Facet.class);
        filters.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
        filters = Collections.unmodifiableMap(copy);
    }

    /// What hits are counted by.
    public enum Facet {
        YEAR,
        FORM,
        LEVEL,
        ORGANIZATION
    }
}
