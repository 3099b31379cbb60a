package io.mingjian.store.supervision;

import io.mingjian.store.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to a report, a unit, a decision or a deadline, for those who follow from outside.
///
/// @param sequence    its number; of a later change it is higher, and none is ever put in between
/// @param action      `report.upload`, `review.accepted`, `unit.put` …
/// @param subject     the report's id, the unit's, or the year whose deadline it is
/// @param unit        whose, as of the change; null where nobody had said, and of a deadline
/// @param version     the version that the change made or was about, or null
/// @param year        that the version's document states, or null
/// @param fingerprint of the model that the version was read with, or null
/// @param state       where the report stands now, or null where there is none
public record ChangeRow(
        long sequence,
        Instant at,
        String action,
        String subject,
        @Nullable UnitId unit,
        @Nullable Integer version,
        @Nullable Integer year,
        @Nullable String fingerprint,
        @Nullable State state) {}
