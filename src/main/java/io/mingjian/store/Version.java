package io.mingjian.store;

import io.mingjian.extract.Engine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One version of a report; it never changes. The one with the highest number is the current one, always.
///
/// @param number    counts from 1
/// @param parent    the version it was made from, or null for the first
/// @param sequence  the number of the change that brought it
/// @param sha256    of the original bytes, in lower-case hex
/// @param corrected whether values in it were set by hand
public record Version(
        int number,
        @Nullable Integer parent,
        VersionKind kind,
        long sequence,
        Instant at,
        Act act,
        String sha256,
        Engine engine,
        boolean corrected,
        Summary summary) {}
