package io.mingjian.store.supervision;

import io.mingjian.store.Act;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The units. Safe to share between threads.
public interface UnitStore {
    /// The number of the last change to any unit; 0 where there was none.
    long sequence();

    /// Adds units, and replaces those that are there; all of them or none.
    ///
    /// @return how many were not there before
    int put(List<Unit> units, Act act);

    /// Takes a unit out that nothing hangs on.
    ///
    /// @return whether there was one
    /// @throws io.mingjian.problem.MingjianException `CONFLICT` where it has units below it or reports
    boolean remove(UnitId id, Act act);

    Optional<Unit> find(UnitId id);

    /// Units by their ids.
    ///
    /// @param within the unit at the top, or null for all of the scope
    /// @param after  the id after which the page begins, or null
    List<Unit> list(@Nullable UnitId within, @Nullable UnitId after, int limit, Scope scope);

    /// The units one of whose names is this, written in whatever width and spacing.
    List<Unit> named(String name, Scope scope);

    int count(Scope scope);
}
