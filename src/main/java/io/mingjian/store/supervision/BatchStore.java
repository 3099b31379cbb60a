package io.mingjian.store.supervision;

import io.mingjian.ingest.Upload;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Batches of files, kept so that the work on them goes on after a restart. Safe to share between threads.
///
/// What was begun, edited, confirmed and taken back survives the end of the process, however it comes; of what
/// was read the last may be lost, and is read again.
public interface BatchStore {
    /// Keeps the bytes of files, which wait to be read.
    ///
    /// @param scope whose reports the author may send
    Batch begin(String name, Scope scope, List<Upload> files, Act act);

    /// Adds files to a batch.
    Batch add(long batch, List<Upload> files, Act act);

    Optional<Batch> find(long sequence);

    /// The newest batches before the change `before`.
    List<Batch> list(long before, int limit);

    /// Files after a place, in order.
    ///
    /// @param states only those in one of these states; empty for all
    List<BatchFile> files(long batch, int after, int limit, Set<Batch.State> states);

    Optional<BatchFile> file(long batch, int place);

    /// Files to which something happened after a turn, in the order of the turns.
    ///
    /// @param place of the last file seen of that turn
    List<BatchFile> after(long batch, long turn, int place, int limit);

    /// Files of whichever batch that wait for us, the oldest batch first.
    List<BatchFile> underWay(int limit);

    /// The original of a file; not to be written to.
    Upload source(BatchFile file);

    /// The report of the scope that has the same bytes in one of its versions.
    Optional<ReportId> report(String sha256, Scope scope);

    /// The first earlier file of the batch with the same bytes.
    Optional<Integer> twin(BatchFile file);

    /// Notes that a file is being read.
    void reading(BatchFile file);

    /// Notes what was read. What a person said of the file meanwhile stands.
    void read(BatchFile file, BatchFile.Seen seen, BatchFile.Choice belonging, List<BatchFile.Guess> guesses);

    /// Notes why a step failed, and where that leaves the file.
    void fail(BatchFile file, Batch.State state, ProblemCode code, String detail);

    /// Notes that there is such a file already.
    ///
    /// @param report the report with the same bytes, or null where it is a file of the same batch
    void duplicate(BatchFile file, @Nullable ReportId report, @Nullable Integer twin);

    /// Says whose reports files are, and which are left out; all of it or nothing.
    ///
    /// @throws io.mingjian.problem.MingjianException `CONFLICT` where one of them has been confirmed already
    void edit(long batch, List<BatchFile.Edit> edits, Act act);

    /// Has failed files read again.
    ///
    /// @return how many
    int retry(long batch, Set<Integer> places, Act act);

    /// Confirms files that were read.
    ///
    /// @return how many
    int confirm(long batch, Set<Integer> places, Act act);

    /// Makes a confirmed file a report, or the next version of one, and notes so, both or neither. Where its
    /// bytes have become a report of that unit meanwhile, it is a duplicate.
    ReportId keep(BatchFile file, Reading reading);

    /// Takes back what became of the files of a batch.
    ///
    /// @return how many files that is
    int undo(long batch, Set<Integer> places, Act act);

    /// Takes a file's version back: a new report is removed, an older version restored; their histories stay.
    /// One that somebody changed since stays as it is, with a note why.
    ///
    /// @return the report that was changed
    Optional<ReportId> revert(BatchFile file);

    /// Throws a batch away of which nothing was confirmed.
    ///
    /// @throws io.mingjian.problem.MingjianException `CONFLICT` where something was
    void discard(long batch, Act act);
}
