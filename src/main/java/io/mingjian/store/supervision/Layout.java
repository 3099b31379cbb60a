package io.mingjian.store.supervision;

import java.util.List;

/// The cells that a sheet has, in their order. Sheets of one form share it, so that what is worked out for a
/// layout is worked out once.
public record Layout(String id, List<Sheet.CellName> keys) {
    public Layout {
        keys = List.copyOf(keys);
    }
}
