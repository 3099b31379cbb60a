package io.mingjian.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody changed something: a line of the log, which only grows.
///
/// @param action  what was done (`report.upload`, `report.remove`, `account.change` …); stable
/// @param subject to what: the id of a report, the name of an account
/// @param version the version it made, or null
public record LogEntry(
        long sequence,
        Instant at,
        Act act,
        String action,
        String subject,
        @Nullable UnitId unit,
        @Nullable Integer version) {}
