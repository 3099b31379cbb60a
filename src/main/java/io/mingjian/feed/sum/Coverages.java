package io.mingjian.feed.sum;

import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Chooses whose reports a sum is made of, so that each figure is in it once.
public final class Coverages {
    private Coverages() {}

    /// Which figures are added.
    public enum Basis {
        /// The own figures of every unit.
        OWN,
        /// The area-wide figures of the topmost units below the one asked for that state any, and the own
        /// figures of those that no such area holds.
        AREA
    }

    /// A unit that a sum is about.
    ///
    /// @param role what its report is to the sum
    public record Member(Standing standing, Role role) {
        public UnitId unit() {
            return standing.unit();
        }
    }

    /// What a unit's report is to a sum.
    public enum Role {
        /// Its figures are in it.
        ADDED,
        /// It should be in it and is missing, failed or given back.
        LACKING,
        /// It states figures of an area that are not added; it is held against the sum.
        BESIDE,
        /// Its figures are within those of an area that are in the sum.
        WITHIN
    }

    /// The role of every unit.
    ///
    /// @param standings those above before those below
    /// @param top       the unit at the top, or null where there are several
    public static List<Member> choose(List<Standing> standings, @Nullable UnitId top, Basis basis) {
        Set<UnitId> areas = new HashSet<>();
        List<Member> members = new ArrayList<>(standings.size());
        for (Standing standing : standings) {
            Role role = basis == Basis.OWN ? own(standing) : area(standing, top, areas);
            if (role == Role.ADDED && standing.isArea()) {
                areas.add(standing.unit());
            }
            members.add(new Member(standing, role));
        }
        return members;
    }

    private static Role own(Standing standing) {
        if (standing.isArea()) {
            return Role.BESIDE;
        }
        return standing.state().counts() ? Role.ADDED : Role.LACKING;
    }

    private static Role area(Standing standing, @Nullable UnitId top, Set<UnitId> areas) {
        if (isWithin(standing.unit(), areas)) {
            return Role.WITHIN;
        }
        if (standing.isArea() && standing.unit().equals(top)) {
            return Role.BESIDE;
        }
        if (standing.state().counts()) {
            return Role.ADDED;
        }
        // An area whose report is missing may still be made up by those below it.
        return standing.isArea() ? Role.BESIDE : Role.LACKING;
    }

    private static boolean isWithin(UnitId id, Set<UnitId> areas) {
        Optional<UnitId> above = areas.isEmpty() ? Optional.empty() : id.parent();
        while (above.isPresent()) {
            if (areas.contains(above.get())) {
                return true;
            }
            above = above.get().parent();
        }
        return false;
    }
}
