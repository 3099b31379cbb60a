package io.mingjian.store;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose reports may be seen and changed. What is not covered is, for whoever asks, not there.
public sealed interface Scope {
    /// Everything, reports of no unit included.
    Scope ALL = new All();

    /// Whether a report of this unit is within the scope; null is a report that belongs to no unit yet.
    boolean covers(@Nullable UnitId unit);

    /// No restriction.
    record All() implements Scope {
        @Override
        public boolean covers(@Nullable UnitId unit) {
            return true;
        }
    }

    /// These units and all below them. No units means no reports, never all of them.
    record Units(Set<UnitId> units) implements Scope {
        public Units {
            units = Set.copyOf(units);
        }

        @Override
        public boolean covers(@Nullable UnitId unit) {
            return unit != null && units.stream().anyMatch(own -> own.covers(unit));
        }
    }
}
