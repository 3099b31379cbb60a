package io.mingjian.web;

import io.mingjian.service.SavedSearches.Watched;
import java.util.List;
import java.util.stream.Collectors;

/// Searches that a reader keeps.
///
/// @param query a query to be kept, or empty
public record SavedSearchesView(List<SavedLine> searches, String query) {
    public SavedSearchesView {
        searches = List.copyOf(searches);
    }

    /// A search on its line.
    ///
    /// @param filters what it is narrowed to, or empty
    public record SavedLine(String id, String name, String query, String filters, long unseen) {
        static SavedLine of(Watched watched) {
            String filters = watched.search().filters().values().stream()
                    .flatMap(List::stream)
                    .collect(Collectors.joining(" "));
            return new SavedLine(
                    watched.search().id(),
                    watched.search().name(),
                    watched.search().query(),
                    filters,
                    watched.unseen());
        }
    }
}
