package io.mingjian.index;

import io.mingjian.store.ReportId;

/// What happened to a report, as the index takes it in.
public sealed interface IndexChange {
    /// The number of the change in the store.
    long sequence();

    /// The report is new, or says something else now.
    record Put(long sequence, IndexedReport report) implements IndexChange {}

    /// The report has gone.
    record Remove(long sequence, ReportId id) implements IndexChange {}

    /// Nothing to be done.
    record Skip(long sequence) implements IndexChange {}
}
