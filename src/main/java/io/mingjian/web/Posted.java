package io.mingjian.web;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.UnitId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// The fields of a form that was sent, read with care.
///
/// @param fields by name; of a name that comes twice, one
public record Posted(Map<String, String> fields) {
    public Posted {
        fields = Map.copyOf(fields);
    }

    /// What stands in a field without the blanks around it; empty where there is no such field.
    public String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /// The same, where something must stand.
    ///
    /// @throws MingjianException `BAD_REQUEST` where nothing does, or too much
    public String text(String name, int most) {
        String text = text(name);
        if (text.isEmpty() || text.length() > most) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, name + ": 1 to " + most + " characters");
        }
        return text;
    }

    public int number(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, name + ": no number", e);
        }
    }

    /// A unit's id; empty where the field is.
    public Optional<UnitId> unit(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!UnitId.isValid(text)) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, name + ": no id of a unit");
        }
        return Optional.of(new UnitId(text));
    }

    /// A day; empty where the field is.
    public Optional<LocalDate> day(String name) {
        try {
            return Optional.of(text(name)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, name + ": no day", e);
        }
    }

    /// One of these, written as its name in capitals.
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        try {
            return Enum.valueOf(type, text(name));
        } catch (IllegalArgumentException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, name + ": none of " + type.getSimpleName(), e);
        }
    }
}
