package io.mingjian.store.supervision;

import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import org.jspecify.annotations.Nullable;

/// Which units' reports of which year.
///
/// @param within   the unit at the top, or null for all of the scope
/// @param state    only those in that state, or null for all
public record LedgerQuery(
        int year,
        @Nullable UnitId within,
        Scope scope,
        Deadlines deadlines,
        @Nullable State state) {}
