package io.mingjian.store;

/// Something that happened to the store, with its number.
public sealed interface Change {
    long sequence();

    ReportId id();

    /// A report came.
    record Added(long sequence, ReportId id) implements Change {}

    /// A report went.
    record Removed(long sequence, ReportId id) implements Change {}
}
