package io.mingjian.api;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.index.ReportIndex.Engine;
import io.mingjian.index.SearchResult;
import io.mingjian.service.SavedSearches.Fired;
import io.mingjian.service.SavedSearches.Watched;
import io.mingjian.store.SavedSearch;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A kept search.
///
/// @param sort   the number it is ordered by when it is opened, `-` before it for the greatest first, or null
/// @param seen   the number of the last change that its owner has looked at
/// @param unseen how many of its hits are younger
@Serdeable
public record SavedSearchJson(
        String id,
        String name,
        String query,
        Map<String, List<String>> filters,
        @Nullable String sort,
        String savedAt,
        long seen,
        long unseen) {
    static SavedSearchJson of(Watched watched) {
        SavedSearch search = watched.search();
        return new SavedSearchJson(
                search.id(),
                search.name(),
                search.query(),
                search.filters(),
                search.sort(),
                search.savedAt().toString(),
                search.seen(),
                watched.unseen());
    }

    /// All of an owner.
    @Serdeable
    public record ListJson(List<SavedSearchJson> items) {}

    /// What a search finds, the newest first.
    ///
    /// @param seen    the number of the last change that its owner has looked at
    /// @param through what marks these hits as seen
    @Serdeable
    public record HitsJson(
            long total,
            List<SavedHitJson> hits,
            long seen,
            long through,
            @Nullable String next,
            SearchJson.EngineJson engine) {
        static HitsJson of(Fired fired, Engine engine) {
            SearchResult result = fired.answer().result();
            long seen = fired.search().seen();
            return new HitsJson(
                    result.total(),
                    result.hits().stream()
                            .map(hit -> new SavedHitJson(hit.news(), hit.news() > seen, SearchJson.HitJson.of(hit)))
                            .toList(),
                    seen,
                    fired.through(),
                    result.next(),
                    new SearchJson.EngineJson(engine.analyzer(), engine.generation()));
        }
    }

    /// A hit.
    ///
    /// @param change the number of the change that made the report news
    /// @param unseen whether its owner has not looked at it since
    @Serdeable
    public record SavedHitJson(long change, boolean unseen, SearchJson.HitJson hit) {}
}
