package io.mingjian.store;

import java.time.Instant;

/// A report that is kept.
///
/// @param version  counts from 1; grows when the same original is extracted anew
/// @param sequence the number of the change that brought it; later changes have higher numbers
/// @param sha256   of the original bytes, in lower-case hex
public record StoredReport(
        ReportId id, int version, long sequence, Instant receivedAt, String sha256, long bytes, Summary summary) {}
