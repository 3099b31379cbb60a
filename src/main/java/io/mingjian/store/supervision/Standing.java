package io.mingjian.store.supervision;

import io.mingjian.store.UnitId;

/// A unit that owes a report, and where it stands: as much of a [LedgerEntry] as there are twenty thousand of.
///
/// @param coverage whose figures its report states, or usually would
public record Standing(UnitId unit, String name, UnitKind kind, UnitLevel level, Coverage coverage, State state) {
    /// Whether a report is there that states figures of the whole area.
    public boolean isArea() {
        return coverage == Coverage.AREA;
    }
}
