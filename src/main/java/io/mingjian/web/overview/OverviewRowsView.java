package io.mingjian.web.overview;

import io.mingjian.feed.sum.Coverages.Role;
import io.mingjian.store.supervision.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure, unit by unit.
///
/// @param value  the figure over all that are added
/// @param units  how many state it
/// @param wanted how many should
public record OverviewRowsView(
        OverviewAddress address,
        String name,
        @Nullable String value,
        @Nullable String parts,
        int units,
        int wanted,
        List<RowView> rows) {
    public OverviewRowsView {
        rows = List.copyOf(rows);
    }

    /// A unit.
    ///
    /// @param role  what its report is to the sum
    /// @param value null where it states none
    /// @param href  the report, or null where there is none
    public record RowView(
            String unit,
            String name,
            Role role,
            State state,
            @Nullable String value,
            @Nullable String parts,
            @Nullable String href) {}
}
