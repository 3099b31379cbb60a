package io.mingjian.service;

import io.mingjian.index.query.Facet;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Searches.Answer;
import io.mingjian.service.Searches.Question;
import io.mingjian.store.SavedSearch;
import io.mingjian.store.SavedSearchStore;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Searches that fire: a report that matches and is new, corrected, or newly within its owner's scope since the
/// owner last looked is marked. Safe to share between threads.
///
/// Nothing is computed when a report comes: the index knows when each report was last news, so what fired is the
/// search itself, asked for what is younger than the mark. It cannot be lost by a crash, and obeys the scope
/// like any search.
public final class SavedSearches {
    private final SavedSearchStore store;
    private final Searches searches;
    private final Clock clock;
    private final int most;

    /// @param most how many one owner may have
    public SavedSearches(SavedSearchStore store, Searches searches, Clock clock, int most) {
        this.store = store;
        this.searches = searches;
        this.clock = clock;
        this.most = most;
    }

    /// A search and how many of its hits are younger than the mark.
    public record Watched(SavedSearch search, long unseen) {}

    /// Hits, the newest first.
    ///
    /// @param through what to pass to [#see] by whoever has looked at them
    public record Fired(SavedSearch search, Answer answer, long through) {}

    /// What to look for, and in which order a search is opened; its hits are the newest first.
    ///
    /// @param sort a number's name or id, `-` before it for the greatest first, or null for the best first
    public record Asked(
            String query,
            Map<Facet, List<String>> filters,
            @Nullable String sort) {}

    /// Keeps a search; what it finds now counts as looked at.
    ///
    /// @throws MingjianException `INVALID_QUERY` with the column of a mistake, `CONFLICT` where there is one of
    /// that name
    public Watched save(Caller caller, String name, Asked asked) {
        Map<String, List<String>> chosen = new HashMap<>();
        asked.filters().forEach((facet, values) -> chosen.put(facet.id(), values));
        long seen = newest(searches.since(caller, question(asked.query(), asked.filters()), -1, 1, null), 0);
        String sort = asked.sort();
        if (sort != null && !searches.sorts(sort.startsWith("-") ? sort.substring(1) : sort)) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "sort: no such number");
        }
        SavedSearch search;
        try {
            search = new SavedSearch(
                    UUID.randomUUID().toString().replace("-", ""),
                    caller.name(),
                    name,
                    asked.query(),
                    chosen,
                    sort,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    seen);
        } catch (IllegalArgumentException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "not a search that can be kept", e);
        }
        if (!store.save(search, most)) {
            throw MingjianException.limit(ProblemCode.BAD_REQUEST, "mingjian.limits.saved-searches", most);
        }
        return new Watched(search, 0);
    }

    /// The caller's searches by name, each with how much is unseen.
    public List<Watched> list(Caller caller) {
        return store.list(caller.name()).stream()
                .map(search -> new Watched(search, unseen(caller, search)))
                .toList();
    }

    private long unseen(Caller caller, SavedSearch search) {
        return searches.since(caller, question(search), search.seen(), 1, null)
                .result()
                .total();
    }

    /// What a search finds.
    ///
    /// @param since only what is younger than this change; null for all
    public Fired hits(Caller caller, String id, @Nullable Long since, int limit, @Nullable String cursor) {
        SavedSearch search = find(caller, id);
        Answer answer = searches.since(caller, question(search), since == null ? -1 : since, limit, cursor);
        return new Fired(search, answer, newest(answer, search.seen()));
    }

    /// Notes that the owner has looked at everything through this change.
    public Watched see(Caller caller, String id, long through) {
        find(caller, id);
        store.see(caller.name(), id, through);
        SavedSearch search = find(caller, id);
        return new Watched(search, unseen(caller, search));
    }

    public void delete(Caller caller, String id) {
        if (!store.delete(caller.name(), id)) {
            throw notFound();
        }
    }

    private SavedSearch find(Caller caller, String id) {
        return store.find(caller.name(), id).orElseThrow(SavedSearches::notFound);
    }

    private static long newest(Answer answer, long seen) {
        return answer.result().hits().stream().mapToLong(hit -> hit.news()).reduce(seen, Math::max);
    }

    private static Question question(SavedSearch search) {
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        search.filters().forEach((facet, values) -> filters.put(Facet.valueOf(facet.toUpperCase(Locale.ROOT)), values));
        return question(search.query(), filters);
    }

    private static Question question(String query, Map<Facet, List<String>> filters) {
        return new Question(query, filters, null, true, null);
    }

    private static MingjianException notFound() {
        return new MingjianException(ProblemCode.NOT_FOUND, "no such search");
    }
}
