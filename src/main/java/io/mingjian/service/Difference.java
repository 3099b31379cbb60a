package io.mingjian.service;

import org.jspecify.annotations.Nullable;

/// A value that two versions of a report state differently.
///
/// @param kind   what it is: `report`, `cell`, `fact`, `finding`
/// @param place  where it is: the name of a statement about the report, `table/row/column`, a metric and its
/// quote, a rule
/// @param before what the one version says, or null where it says nothing
/// @param after  what the other says, or null
public record Difference(
        String kind,
        String place,
        @Nullable String before,
        @Nullable String after) {}
