package io.mingjian.store.supervision;

import io.mingjian.store.ReportId;
import io.mingjian.store.UnitId;
import org.jspecify.annotations.Nullable;

/// Whose sheet it is, and how its report stands: what every row of a feed carries.
///
/// @param sequence     the change it was made after; a report that changes has a higher one from then on
/// @param unit         null where nobody has said whose report it is
/// @param name         the unit's name, or what the document calls its organization
/// @param kind         null where the unit is none of the tree; likewise the level
/// @param coverage     whose figures it states
/// @param state        never missing and never failed
/// @param fingerprint  of the model it was read with
public record SheetHead(
        ReportId report,
        long sequence,
        int version,
        @Nullable UnitId unit,
        @Nullable String name,
        @Nullable UnitKind kind,
        @Nullable UnitLevel level,
        @Nullable Integer year,
        Coverage coverage,
        State state,
        @Nullable String form,
        String fingerprint) {}
