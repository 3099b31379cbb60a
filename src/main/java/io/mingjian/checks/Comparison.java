package io.mingjian.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The other reports that a report is held against.
///
/// @param previous the same unit's report of the year before, or null where there is none; the caller answers
///                 for the unit, the year is looked at
/// @param others   reports of other units, which it might have been copied from
public record Comparison(@Nullable Report previous, List<Report> others) {
    /// A report on its own: what looks back is not evaluated.
    public static final Comparison NONE = new Comparison(null, List.of());

    public Comparison {
        others = List.copyOf(others);
    }

    /// With the report of the year before.
    public static Comparison with(Report previous) {
        return new Comparison(previous, List.of());
    }
}
