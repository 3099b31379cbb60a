package io.mingjian.store;

import io.mingjian.problem.ProblemCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file that could not be read. Its bytes are kept; it is no report, and no list of reports shows it.
///
/// @param sequence the number of the change that brought it
/// @param name     the file's name as it was sent
public record Failure(
        long sequence,
        Instant at,
        String author,
        @Nullable UnitId unit,
        String name,
        String sha256,
        long bytes,
        ProblemCode code,
        String detail) {}
