package io.mingjian.index;

import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import java.nio.file.Path;
import java.util.List;

/// Finds reports; what is outside of the scope of whoever asks is not there: not in hits, totals, facets,
/// suggestions or corrections. Safe to share between threads; changes come in the store's order.
///
/// Every method may throw a `MingjianException` with `STORAGE_FAILED`.
public interface ReportIndex extends AutoCloseable {
    /// The number of the last change that was taken in; 0 where the index is empty or had to be emptied.
    long sequence();

    /// Takes changes in, each report in place of what was held under its id. A change that is not newer than the
    /// last one taken in is left out: what is old never overwrites. Seen by searches after [#refresh].
    ///
    /// @param changes in ascending order
    void apply(List<IndexChange> changes);

    /// Takes one report in.
    default void put(long sequence, IndexedReport report) {
        apply(List.of(new IndexChange.Put(sequence, report)));
    }

    /// Lets a report go, if it is there.
    default void remove(long sequence, ReportId id) {
        apply(List.of(new IndexChange.Remove(sequence, id)));
    }

    /// Notes that a change needed nothing done.
    default void skip(long sequence) {
        apply(List.of(new IndexChange.Skip(sequence)));
    }

    /// Shows searches all changes so far.
    void refresh();

    /// Puts all changes so far where a crash cannot take them.
    void commit();

    /// Lets everything go and starts over at sequence 0.
    void clear();

    /// Puts a copy of the index as of the last commit into a folder that is empty or missing, while the index
    /// works on.
    void backup(Path folder);

    /// Finds reports among what was taken in and refreshed.
    ///
    /// @throws io.mingjian.problem.MingjianException `BAD_REQUEST` where the cursor is of another query
    SearchResult search(Scope scope, SearchRequest request);

    /// The reports most like this one, the best first; none where it is not there.
    List<SearchResult.Hit> similar(Scope scope, ReportId id, int limit);

    /// How a query that begins like this may go on: units, then terms.
    List<Suggestion> suggest(Scope scope, String begun, int limit);

    Engine engine();

    /// Which index gave an answer: how it reads text and by which names, and which generation of documents it
    /// holds.
    record Engine(String analyzer, int generation) {}

    @Override
    void close();
}
