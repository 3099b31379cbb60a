package io.mingjian.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A report that is kept, in its current version.
///
/// @param unit     whose report it is, or null where nobody has said so
/// @param version  counts from 1
/// @param sequence the number of the change that brought its first version; later reports have higher numbers
/// @param sha256   of the original bytes, in lower-case hex
public record StoredReport(
        ReportId id,
        @Nullable UnitId unit,
        int version,
        long sequence,
        Instant receivedAt,
        String sha256,
        long bytes,
        Summary summary) {}
