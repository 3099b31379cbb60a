package io.mingjian.store;

import java.util.List;
import java.util.Optional;

/// Keeps searches that fire. Safe to share between threads.
public interface SavedSearchStore {
    /// Keeps a search, unless its owner has that many already.
    ///
    /// @throws io.mingjian.problem.MingjianException `CONFLICT` where the owner has one of that name
    /// @return whether it was kept
    boolean save(SavedSearch search, int most);

    /// All of an owner, by name.
    List<SavedSearch> list(String owner);

    Optional<SavedSearch> find(String owner, String id);

    /// Notes how far the owner has looked; never goes back.
    void see(String owner, String id, long through);

    /// Forgets a search.
    ///
    /// @return whether there was one
    boolean delete(String owner, String id);
}
