package io.mingjian.store;

/// Something that happened to a report, with its number, for whoever derives something from the store.
public sealed interface Change {
    long sequence();

    ReportId id();

    /// A report came, has a new current version, or has become another unit's.
    ///
    /// @param news the number of the last change after which a reader should look at it again: reading the same
    /// file anew and giving a report back are none
    record Added(long sequence, ReportId id, long news) implements Change {}

    /// A report went.
    record Removed(long sequence, ReportId id) implements Change {}
}
