package io.mingjian.store;

import io.mingjian.extract.Engine;
import io.mingjian.ingest.Upload;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps reports and all their versions. What a changing method has returned from survives the end of the process,
/// however it comes. Safe to share between threads.
///
/// Every method may throw a `MingjianException` with `STORAGE_FAILED`.
public interface ReportStore extends AutoCloseable {
    /// Keeps a file that was read. Where its bytes are kept already, answers with what is there; where its unit
    /// has a report of that year, it becomes the next version of that report.
    ///
    /// @param source the original file; it is copied and not touched
    Kept put(Upload source, Belonging belonging, Reading reading, Act act);

    /// Keeps a file that could not be read.
    Failure putFailure(Upload source, FailedFile file, Act act);

    /// Adds a version to a report.
    ///
    /// @param from the version that whoever asks has seen
    /// @throws io.mingjian.problem.MingjianException `NOT_FOUND`, or `CONFLICT` where there is a newer one
    StoredReport revise(ReportId id, int from, VersionKind kind, Reading reading, Act act);

    /// Notes that an engine reads in the original what the version says, so that there is no need for another
    /// version.
    void confirm(ReportId id, int version, Engine engine);

    /// Adds a version that says the same as an earlier one.
    ///
    /// @throws io.mingjian.problem.MingjianException `NOT_FOUND` where there is no such report or version
    StoredReport repeat(ReportId id, int number, VersionKind kind, Act act);

    /// Says whose report it is.
    ///
    /// @throws io.mingjian.problem.MingjianException `CONFLICT` where that unit has a report of that year
    StoredReport assign(ReportId id, Belonging belonging, Act act);

    /// Takes a report out of every list; its versions stay, and sending its bytes again brings it back.
    Optional<StoredReport> remove(ReportId id, Act act);

    Optional<StoredReport> find(ReportId id);

    /// The report with the very bytes of this file, of this unit where one is named.
    Optional<StoredReport> findContent(Path source, Belonging belonging);

    /// The newest reports of the scope that came before the change `before`, newest first.
    List<StoredReport> list(long before, int limit, Scope scope);

    /// The same, of those only in which values were set by hand.
    List<StoredReport> corrected(long before, int limit, Scope scope);

    /// All versions, the first one first; empty where there is no such report.
    List<Version> versions(ReportId id);

    int count(Scope scope);

    /// The bytes of a version's extraction, as they were submitted.
    Optional<byte[]> extraction(ReportId id, int version);

    /// What was set by hand in a version; empty where nothing was.
    Optional<Reading.Correction> correction(ReportId id, int version);

    Optional<String> text(ReportId id, int version);

    /// The original of a version as it was sent: name, declared type and bytes; the file is not to be written to.
    Optional<Upload> source(ReportId id, int version);

    /// The newest files that could not be read, before the change `before`.
    List<Failure> failures(long before, int limit, Scope scope);

    /// What happened to reports after the change `after`, in order. A report that changed twice appears once,
    /// with its last change.
    List<Change> changes(long after, int limit);

    /// How many reports changed after the change `after`.
    int changesAfter(long after);

    /// The number of the last change; 0 where there was none.
    long sequence();

    /// What was done after the change `after`, in order.
    List<LogEntry> log(long after, int limit);

    /// Looks at every byte.
    Verification verify();

    /// Writes all that is kept at this moment, as one zip; changes may go on meanwhile.
    void backup(OutputStream to);

    /// Notes in the log that a backup was taken and is whole.
    void noteBackup(Act act);

    /// What is kept, and when it was last written into a backup.
    Holdings holdings();

    /// All that is kept.
    ///
    /// @param originals  files that were sent
    /// @param bytes      of all of them
    /// @param lastBackup the line of the log, or null where it knows of none
    record Holdings(int originals, long bytes, @Nullable LogEntry lastBackup) {}

    /// Fills this store, in which nothing was ever kept, with a backup of whichever database.
    ///
    /// @throws io.mingjian.problem.MingjianException `BAD_REQUEST` where it is no backup, `CONFLICT` where the
    /// store is not empty; then nothing was changed
    void restore(Path backup);

    /// A new empty file for an upload, on the store's own disk; whoever asked for it deletes it.
    Path newUpload();

    @Override
    void close();
}
