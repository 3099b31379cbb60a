package io.mingjian.web;

import io.mingjian.web.SearchView.HitView;
import java.util.List;

/// Searches that a reader keeps.
///
/// @param asked     what may be kept now; its query is empty where there is nothing at hand
/// @param narrowing what it asks for beside its query
public record SavedSearchesView(List<SavedLine> searches, SearchQuestion asked, Narrowing narrowing) {
    public SavedSearchesView {
        searches = List.copyOf(searches);
    }

    /// A search on its line.
    ///
    /// @param unseen how much it found since its owner last looked
    /// @param newest of those, the newest ones
    public record SavedLine(
            String id, String name, String query, Narrowing narrowing, long unseen, List<HitView> newest) {
        public SavedLine {
            newest = List.copyOf(newest);
        }

        /// How many there are beside the newest.
        public long further() {
            return unseen - newest.size();
        }
    }
}
