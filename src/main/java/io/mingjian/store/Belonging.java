package io.mingjian.store;

import org.jspecify.annotations.Nullable;

/// Whose report of which year a file is, as its sender says.
///
/// @param unit null where nobody has said so yet; a unit is never guessed from the text
/// @param year null takes the year that the document states
public record Belonging(@Nullable UnitId unit, @Nullable Integer year) {
    public static final Belonging UNSTATED = new Belonging(null, null);
}
