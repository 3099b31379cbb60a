package io.mingjian.index;

import io.mingjian.store.ReportId;

/// Finds reports. Safe to share between threads; changes come from one thread at a time, in the store's order.
///
/// Every method may throw a `MingjianException` with `STORAGE_FAILED`.
public interface ReportIndex extends AutoCloseable {
    /// The number of the last change that was taken in; 0 where the index is empty or had to be emptied.
    long sequence();

    /// Takes a report in, in place of what it held under the same id. Seen by searches after [#refresh].
    void put(long sequence, IndexedReport report);

    /// Lets a report go, if it is there.
    void remove(long sequence, ReportId id);

    /// Notes that a change needed nothing done.
    void skip(long sequence);

    /// Shows searches all changes so far.
    void refresh();

    /// Puts all changes so far where a crash cannot take them.
    void commit();

    /// Lets everything go and starts over at sequence 0.
    void clear();

    /// Finds reports among what was put and refreshed.
    ///
    /// @throws io.mingjian.problem.MingjianException `INVALID_QUERY` where the query cannot be understood
    SearchResult search(SearchRequest request);

    Engine engine();

    /// Which index gave an answer: how it reads text, and which generation of documents it holds.
    record Engine(String analyzer, int generation) {}

    @Override
    void close();
}
