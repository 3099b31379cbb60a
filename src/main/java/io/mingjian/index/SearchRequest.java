package io.mingjian.index;

import io.mingjian.index.query.Facet;
import io.mingjian.index.query.SearchQuery;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is looked for, and what of it is shown.
///
/// @param filters   only reports with one of these values of the facet; the facet itself is counted as if it
/// were not narrowed
/// @param counts    what is counted over all that match
public record SearchRequest(
        SearchQuery query, Map<Facet, List<String>> filters, Order order, Page page, Counts counts) {
    public SearchRequest {
        EnumMap<Facet, List<String>> copy = new EnumMap<>(Facet.class);
        filters.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
        filters = Collections.unmodifiableMap(copy);
    }

    /// The best reports for a query.
    public static SearchRequest of(SearchQuery query, int limit) {
        return new SearchRequest(query, Map.of(), Order.RELEVANCE, new Page(0, limit, null), Counts.FACETS);
    }

    /// What is counted over all that match, beside how many they are.
    ///
    /// @param facets    counted by their values
    /// @param histogram a number whose distribution is wanted, or null
    public record Counts(Set<Facet> facets, @Nullable String histogram) {
        /// Nothing, nor what may have been meant where nothing is found: for whoever reads on, or only wants the
        /// hits.
        public static final Counts NONE = new Counts(Set.of(), null);

        /// All facets.
        public static final Counts FACETS = new Counts(EnumSet.allOf(Facet.class), null);

        public Counts {
            facets = Set.copyOf(facets);
        }

        /// All facets, and the distribution of a number where one is named.
        public static Counts with(@Nullable String histogram) {
            return new Counts(FACETS.facets, histogram);
        }
    }

    /// How hits are ordered; reports that do not state the number come last.
    ///
    /// @param number id of a number, or null for the best first
    public record Order(@Nullable String number, boolean descending) {
        public static final Order RELEVANCE = new Order(null, true);
    }

    /// Which hits are shown.
    ///
    /// @param offset how many hits to leave out
    /// @param limit  how many hits to show
    /// @param cursor where an earlier answer said that it goes on, or null; then `offset` is 0
    public record Page(int offset, int limit, @Nullable String cursor) {
        public Page {
            if (offset < 0 || limit < 1 || (cursor != null && offset > 0)) {
                throw new IllegalArgumentException("no page: " + offset + ", " + limit + ", " + cursor);
            }
        }
    }
}
