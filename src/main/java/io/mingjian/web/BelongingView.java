package io.mingjian.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whose report of which year a file is.
///
/// @param unit       the id of the unit that it was given to, or null
/// @param name       what that unit is called, or null
/// @param candidates the best first
/// @param query      what was looked for among the units; empty for nothing
/// @param found      units whose name contains it
/// @param taken      whether that unit has another report of the year
public record BelongingView(
        ListedReport report,
        @Nullable String unit,
        @Nullable String name,
        List<CandidateView> candidates,
        String query,
        List<CandidateView> found,
        boolean taken) {
    public BelongingView {
        candidates = List.copyOf(candidates);
        found = List.copyOf(found);
    }

    /// A unit that may have written it.
    ///
    /// @param above   the units above it, from the top
    /// @param percent how sure that is, or null where somebody looked for it
    /// @param regions the regions above it that the report names
    /// @param exact   whether the report calls itself so, character for character
    public record CandidateView(
            String unit,
            String name,
            String above,
            @Nullable Integer percent,
            String regions,
            boolean exact) {}
}
