package io.mingjian.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A question that somebody asks again and again, and how far its answers have been looked at.
///
/// @param id      32 lower-case hex digits
/// @param owner   the name of the key it belongs to
/// @param name    what its owner calls it; no two of an owner have the same
/// @param query   a line of the query language
/// @param filters facets by their names, and the values that are chosen of each
/// @param sort    the number its hits are ordered by, `-` before it for the greatest first, or null for the best
///                first
/// @param seen    the number of the last change that its owner has looked at
public record SavedSearch(
        String id,
        String owner,
        String name,
        String query,
        Map<String, List<String>> filters,
        @Nullable String sort,
        Instant savedAt,
        long seen) {
    public static final int MAX_NAME = 200;
    public static final int MAX_QUERY = 2000;
    public static final int MAX_VALUE = 400;
    public static final int MAX_SORT = 100;

    public SavedSearch {
        if (name.isBlank() || name.length() > MAX_NAME || query.length() > MAX_QUERY) {
            throw new IllegalArgumentException(
                    "a name has 1 to " + MAX_NAME + " characters, a query at most " + MAX_QUERY);
        }
        TreeMap<String, List<String>> copy = new TreeMap<>();
        filters.forEach((facet, values) ->
                copy.put(facet, values.stream().sorted().distinct().toList()));
        if (copy.values().stream().flatMap(List::stream).anyMatch(value -> value.length() > MAX_VALUE)) {
            throw new IllegalArgumentException("a value has at most " + MAX_VALUE + " characters");
        }
        filters = Map.copyOf(copy);
        if (sort != null && sort.length() > MAX_SORT) {
            throw new IllegalArgumentException("a number has at most " + MAX_SORT + " characters");
        }
    }
}
