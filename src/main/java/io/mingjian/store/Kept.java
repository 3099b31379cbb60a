package io.mingjian.store;

/// What became of a report that was to be kept: the report, and whether it had been there before.
public record Kept(StoredReport report, boolean duplicate) {}
