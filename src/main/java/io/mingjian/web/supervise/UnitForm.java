package io.mingjian.web.supervise;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.Unit;
import io.mingjian.store.supervision.UnitKind;
import io.mingjian.store.supervision.UnitLevel;
import io.mingjian.web.Posted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the form of a unit.
final class UnitForm {
    private UnitForm() {}

    /// @param before the unit as it was, or null for a new one
    static Unit unit(Posted posted, @Nullable Unit before) {
        try {
            return new Unit(
                    id(posted),
                    posted.text("name", Unit.MAX_NAME),
                    posted.constant("kind", UnitKind.class),
                    posted.constant("level", UnitLevel.class),
                    posted.constant("coverage", Coverage.class),
                    posted.text("place").isEmpty() ? 0 : posted.number("place"),
                    posted.day("from").orElse(null),
                    posted.day("until").orElse(null),
                    before == null ? null : before.successor(),
                    aliases(posted.text("aliases")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "not a unit: " + e.getMessage(), e);
        }
    }

    /// @throws MingjianException `BAD_REQUEST` where there is none
    static UnitId id(Posted posted) {
        return posted.unit("id")
                .orElseThrow(() -> new MingjianException(ProblemCode.BAD_REQUEST, "a unit's id is needed"));
    }

    private static List<Unit.Alias> aliases(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(UnitForm::alias)
                .toList();
    }

    private static Unit.Alias alias(String line) {
        String[] parts = line.split("\\|", -1);
        return new Unit.Alias(
                parts[0].strip(), parts.length > 1 ? day(parts[1]) : null, parts.length > 2 ? day(parts[2]) : null);
    }

    private static @Nullable LocalDate day(String text) {
        return text.isBlank() ? null : LocalDate.parse(text.strip());
    }
}
