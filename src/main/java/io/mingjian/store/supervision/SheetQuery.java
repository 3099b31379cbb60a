package io.mingjian.store.supervision;

import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import org.jspecify.annotations.Nullable;

/// Which sheets. Null is everything the scope covers.
///
/// @param within the unit at the top
/// @param own    whether only that unit itself is meant, without those below it
public record SheetQuery(
        Scope scope,
        Deadlines deadlines,
        @Nullable UnitId within,
        boolean own,
        @Nullable Integer year,
        @Nullable UnitKind kind,
        @Nullable UnitLevel level) {

    public SheetQuery(Scope scope, Deadlines deadlines) {
        this(scope, deadlines, null, false, null, null, null);
    }

    public SheetQuery within(@Nullable UnitId unit) {
        return new SheetQuery(scope, deadlines, unit, own, year, kind, level);
    }

    public SheetQuery only(UnitId unit) {
        return new SheetQuery(scope, deadlines, unit, true, year, kind, level);
    }

    public SheetQuery of(@Nullable Integer other) {
        return new SheetQuery(scope, deadlines, within, own, other, kind, level);
    }

    public SheetQuery like(@Nullable UnitKind otherKind, @Nullable UnitLevel otherLevel) {
        return new SheetQuery(scope, deadlines, within, own, year, otherKind, otherLevel);
    }
}
