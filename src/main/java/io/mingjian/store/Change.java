package io.mingjian.store;

/// Something that happened to a report, with its number, for whoever derives something from the store.
public sealed interface Change {
    long sequence();

    ReportId id();

    /// A report came, or has a new current version.
    record Added(long sequence, ReportId id) implements Change {}

    /// A report went.
    record Removed(long sequence, ReportId id) implements Change {}
}
