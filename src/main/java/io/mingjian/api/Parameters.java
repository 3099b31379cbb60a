package io.mingjian.api;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.ReportId;
import io.mingjian.store.UnitId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What requests name, checked before anybody else sees it.
final class Parameters {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{1,64}");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private Parameters() {}

    /// A report's id.
    ///
    /// @throws MingjianException `NOT_FOUND` where no report can have that id
    static ReportId report(String id) {
        if (!ReportId.isValid(id)) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "no such report");
        }
        return new ReportId(id);
    }

    /// The place that a cursor names; the newest where there is none.
    static long before(@Nullable String cursor) {
        return cursor == null ? Long.MAX_VALUE : number(cursor);
    }

    /// The place that a cursor names; the oldest where there is none.
    static long after(@Nullable String cursor) {
        return cursor == null ? 0 : number(cursor);
    }

    private static long number(String cursor) {
        try {
            long number = Long.parseLong(cursor);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "no such cursor", e);
        }
        throw new MingjianException(ProblemCode.BAD_REQUEST, "no such cursor");
    }

    static Belonging belonging(@Nullable String unit, @Nullable Integer year) {
        if (unit != null && !UnitId.isValid(unit)) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "not a unit's id");
        }
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "not a year");
        }
        return new Belonging(unit == null ? null : new UnitId(unit), year);
    }

    /// A member that must be given.
    static String needed(@Nullable String value, String name) {
        if (value == null) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "\"" + name + "\" is missing");
        }
        return value;
    }

    /// One of the names of a kind, which must be given.
    static <E extends Enum<E>> E constant(Class<E> kind, @Nullable String name, String parameter) {
        E constant = constant(kind, name);
        if (constant == null) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "no such " + parameter);
        }
        return constant;
    }

    /// The fingerprint of a finding.
    static String fingerprint(@Nullable String text) {
        if (text == null || !FINGERPRINT.matcher(text).matches()) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "not a finding's fingerprint");
        }
        return text;
    }

    /// A unit's id that may be left out.
    static @Nullable UnitId unit(@Nullable String unit) {
        return belonging(unit, null).unit();
    }

    /// A unit's id.
    ///
    /// @throws MingjianException `NOT_FOUND` where no unit can have that id
    static UnitId requiredUnit(String unit) {
        if (!UnitId.isValid(unit)) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "no such unit");
        }
        return new UnitId(unit);
    }

    static int year(int year) {
        belonging(null, year);
        return year;
    }

    /// The constant that the interface writes in lower case; null where there is none.
    static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String word) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return constant;
            }
        }
        throw new MingjianException(ProblemCode.BAD_REQUEST, "no such value: " + word);
    }

    /// The constant as the interface writes it.
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "not a date: " + text, e);
        }
    }

    /// A reason that may be left out.
    static @Nullable String reason(@Nullable String reason) {
        if (reason != null && reason.length() > Act.MAX_REASON) {
            throw new MingjianException(
                    ProblemCode.BAD_REQUEST, "a reason has at most " + Act.MAX_REASON + " characters");
        }
        return reason;
    }

    /// A reason that must be given.
    static String requiredReason(@Nullable String reason) {
        String given = reason(reason);
        if (given == null || given.isBlank()) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "a reason is needed");
        }
        return given;
    }
}
