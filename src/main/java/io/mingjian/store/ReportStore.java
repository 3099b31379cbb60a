package io.mingjian.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Keeps reports. What [#put] and [#remove] have returned from survives the end of the process, however it comes.
/// Safe to share between threads.
///
/// Every method may throw a `MingjianException` with `STORAGE_FAILED`.
public interface ReportStore extends AutoCloseable {
    /// Keeps a report; where the same bytes are kept already, answers with what is there.
    ///
    /// @param source     the original file; it is copied and not touched
    /// @param extraction the bytes to be given back as the report's extraction
    /// @param text       the canonical text
    Kept put(Path source, byte[] extraction, String text, Summary summary);

    Optional<StoredReport> find(ReportId id);

    /// The report with the very bytes of this file.
    Optional<StoredReport> findContent(Path source);

    /// The newest reports that came before the change `before`, newest first.
    List<StoredReport> list(long before, int limit);

    int count();

    /// The bytes of the extraction, as they were submitted.
    Optional<byte[]> extraction(ReportId id);

    Optional<String> text(ReportId id);

    /// The original file; not to be written to.
    Optional<Path> source(ReportId id);

    /// Forgets a report; empty where there is none.
    Optional<StoredReport> remove(ReportId id);

    /// What happened after the change `after`, in order. A report that has gone again appears only as gone.
    List<Change> changes(long after, int limit);

    /// The number of the last change; 0 where there was none.
    long sequence();

    /// A new empty file for an upload, on the store's own disk; whoever asked for it deletes it.
    Path newUpload();

    @Override
    void close();
}
