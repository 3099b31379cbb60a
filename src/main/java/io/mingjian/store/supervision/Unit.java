package io.mingjian.store.supervision;

import io.mingjian.store.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A unit that owes a report every year.
///
/// @param name      its official name, as it is now or was last
/// @param coverage  whose figures its reports state, unless one of them says otherwise
/// @param place     where it stands among its siblings, from 0
/// @param from      first day it exists, or null where it always did
/// @param until     last day it exists, or null where it still does
/// @param successor what it became part of, or null
/// @param aliases   other names: earlier ones, short ones
public record Unit(
        UnitId id,
        String name,
        UnitKind kind,
        UnitLevel level,
        Coverage coverage,
        int place,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable UnitId successor,
        List<Alias> aliases) {
    public static final int MAX_NAME = 200;
    public static final int MAX_ALIASES = 50;

    public Unit {
        requireName(name);
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a unit cannot end before it begins");
        }
        if (id.equals(successor)) {
            throw new IllegalArgumentException("a unit is not its own successor");
        }
        if (aliases.size() > MAX_ALIASES) {
            throw new IllegalArgumentException("a unit has at most " + MAX_ALIASES + " aliases");
        }
        aliases = List.copyOf(aliases);
    }

    /// Another name of a unit.
    ///
    /// @param from  first day it was used, or null where that is not known
    /// @param until last day it was used, or null where it still is
    public record Alias(
            String name, @Nullable LocalDate from, @Nullable LocalDate until) {
        public Alias {
            requireName(name);
        }
    }

    /// Whether it owes a report of that year: it does where it exists when the year ends. Who has become part of
    /// another unit by then has left the writing to that one.
    public boolean owes(int year) {
        LocalDate end = LocalDate.of(year, 12, 31);
        return (from == null || !from.isAfter(end)) && (until == null || !until.isBefore(end));
    }

    /// The same unit under these names.
    public Unit named(String other, List<Alias> otherAliases) {
        return new Unit(id, other, kind, level, coverage, place, from, until, successor, otherAliases);
    }

    /// The same unit, ended on that day.
    public Unit ended(LocalDate last, @Nullable UnitId into) {
        return new Unit(id, name, kind, level, coverage, place, from, last, into, aliases);
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("a name has 1 to " + MAX_NAME + " characters");
        }
    }
}
