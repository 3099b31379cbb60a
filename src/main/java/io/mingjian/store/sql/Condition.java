package io.mingjian.store.sql;

import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A condition of a statement, and the values of its parameters.
record Condition(String sql, List<Object> values) {
    /// No restriction.
    static final Condition ALWAYS = new Condition("1 = 1", List.of());

    Condition {
        values = List.copyOf(values);
    }

    /// Both.
    Condition and(Condition other) {
        List<Object> both = new ArrayList<>(values);
        both.addAll(other.values);
        return new Condition(sql + " AND " + other.sql, both);
    }

    /// Both, where there is a second one.
    Condition and(String other, @Nullable Object value) {
        return value == null ? this : and(new Condition(other, List.of(value)));
    }

    /// That a unit is within a scope. The ids of units hold no character that LIKE would read as a pattern.
    static Condition within(String column, Scope scope) {
        return switch (scope) {
            case Scope.All all -> new Condition("1 = 1", List.of());
            case Scope.Units own -> within(column, own.units());
        };
    }

    private static Condition within(String column, Set<UnitId> units) {
        List<String> parts = new ArrayList<>(List.of("1 = 0")); // no units, no rows
        List<Object> values = new ArrayList<>();
        for (UnitId unit : units) {
            Condition below = below(column, unit);
            parts.add(below.sql());
            values.addAll(below.values());
        }
        return new Condition("(" + String.join(" OR ", parts) + ")", values);
    }

    /// That a column has one of these values, of which there is one at least.
    static Condition among(String column, Collection<String> values) {
        String places = String.join(", ", Collections.nCopies(values.size(), "?"));
        return new Condition(column + " IN (" + places + ")", List.copyOf(values));
    }

    /// That a unit is this one or stands below it.
    static Condition below(String column, UnitId unit) {
        return new Condition(
                "(" + column + " = ? OR " + column + " LIKE ?)", List.of(unit.value(), unit.value() + "/%"));
    }

    @Nullable
    Object[] all() {
        return values.toArray();
    }

    /// Its values with one before them and one after.
    @Nullable
    Object[] between(Object before, Object after) {
        List<Object> all = new ArrayList<>();
        all.add(before);
        all.addAll(values);
        all.add(after);
        return all.toArray();
    }
}
