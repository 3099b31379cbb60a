package io.mingjian.feed.sum;

import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.LedgerEntry;
import io.mingjian.store.supervision.State;
import io.mingjian.store.supervision.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
        /// The area-wide figures of the topmost units below the one asked for that state any, and the own figures of
        // those
        /// that no such area holds.
        AREA
    }

    /// A unit that a sum is about.
    ///
    /// @param role what its report is to the sum
    public record Member(Unit unit, State state, @Nullable Coverage coverage, Role role) {}

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
    /// @param top the unit at the top, or null where there are several
    public static List<Member> choose(List<LedgerEntry> entries, @Nullable UnitId top, Basis basis) {
        Set<UnitId> areas = new LinkedHashSet<>();
        List<Member> members = new ArrayList<>();
        // Ids come in their order, so that what stands above comes first.
        for (LedgerEntry entry : entries) {
            Role role = role(entry, top, basis, areas);
            if (role == Role.ADDED && coverage(entry) == Coverage.AREA) {
                areas.add(entry.unit().id());
            }
            LedgerEntry.Filing filing = entry.filing();
            members.add(new Member(entry.unit(), entry.state(), filing == null ? null : filing.coverage(), role));
        }
        return members;
    }

    private static Role role(LedgerEntry entry, @Nullable UnitId top, Basis basis, Set<UnitId> areas) {
        UnitId id = entry.unit().id();
        boolean area = coverage(entry) == Coverage.AREA;
        if (basis == Basis.OWN) {
            return area ? Role.BESIDE : entry.state().counts() ? Role.ADDED : Role.LACKING;
        }
        if (isWithin(id, areas)) {
            return Role.WITHIN;
        }
        if (area && id.equals(top)) {
            return Role.BESIDE;
        }
        if (entry.state().counts()) {
            return Role.ADDED;
        }
        // An area whose report is missing may still be made up by those below it.
        return area ? Role.BESIDE : Role.LACKING;
    }

    private static boolean isWithin(UnitId id, Set<UnitId> areas) {
        Optional<UnitId> above = id.parent();
        while (above.isPresent()) {
            if (areas.contains(above.get())) {
                return true;
            }
            above = above.get().parent();
        }
        return false;
    }

    private static Coverage coverage(LedgerEntry entry) {
        LedgerEntry.Filing filing = entry.filing();
        return filing == null ? entry.unit().coverage() : filing.coverage();
    }
}
