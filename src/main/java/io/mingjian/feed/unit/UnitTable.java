package io.mingjian.feed.unit;

import io.mingjian.feed.FeedWords;
import io.mingjian.feed.table.RowWriter;
import io.mingjian.feed.table.TableReader.Line;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.Unit;
import io.mingjian.store.supervision.UnitKind;
import io.mingjian.store.supervision.UnitLevel;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Units as rows of a table, there and back. Kinds and levels may be written in Chinese or as the interface
/// names them.
public final class UnitTable {
    private static final List<String> COLUMNS =
            List.of("id", "name", "kind", "level", "coverage", "place", "from", "until", "successor", "aliases");

    /// Between a name and its days, and between two names.
    private static final String WITHIN = "|";

    private static final String BETWEEN = ";";

    /// Mistakes that are named in one answer.
    private static final int MOST_MISTAKES = 20;

    private UnitTable() {}

    /// The heads of the columns, in Chinese.
    public static List<String> head() {
        return COLUMNS.stream().map(UnitTable::head).toList();
    }

    private static String head(String column) {
        return FeedWords.of("unit." + column);
    }

    public static void write(Unit unit, RowWriter to) throws IOException {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(unit.id().value());
        row.add(unit.name());
        row.add(FeedWords.of("kind", unit.kind()));
        row.add(FeedWords.of("level", unit.level()));
        row.add(FeedWords.of("coverage", unit.coverage()));
        row.add(unit.place());
        row.add(Objects.toString(unit.from(), null));
        row.add(Objects.toString(unit.until(), null));
        row.add(Objects.toString(unit.successor(), null));
        row.add(unit.aliases().stream().map(UnitTable::alias).collect(Collectors.joining(BETWEEN)));
        to.row(row);
    }

    private static String alias(Unit.Alias alias) {
        return alias.from() == null && alias.until() == null
                ? alias.name()
                : alias.name()
                        + WITHIN
                        + Objects.toString(alias.from(), "")
                        + WITHIN
                        + Objects.toString(alias.until(), "");
    }

    /// The units of a table.
    ///
    /// @throws MingjianException `BAD_REQUEST` where a row is no unit or a unit is there twice; it names the rows
    public static List<Unit> read(List<Line> lines) {
        List<Unit> units = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        Set<UnitId> seen = new HashSet<>();
        for (Line line : lines) {
            try {
                Unit unit = unit(line);
                if (!seen.add(unit.id())) {
                    throw new IllegalArgumentException("the id is there twice: " + unit.id());
                }
                units.add(unit);
            } catch (IllegalArgumentException | DateTimeException e) {
                mistakes.add("row " + line.number() + ": " + e.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new MingjianException(
                    ProblemCode.BAD_REQUEST,
                    String.join("; ", mistakes.subList(0, Math.min(MOST_MISTAKES, mistakes.size()))));
        }
        return units;
    }

    private static Unit unit(Line line) {
        String place = get(line, "place");
        String successor = get(line, "successor");
        return new Unit(
                new UnitId(get(line, "id")),
                get(line, "name"),
                constant(UnitKind.values(), "kind", get(line, "kind")),
                constant(UnitLevel.values(), "level", get(line, "level")),
                get(line, "coverage").isEmpty()
                        ? Coverage.OWN
                        : constant(Coverage.values(), "coverage", get(line, "coverage")),
                place.isEmpty() ? 0 : Integer.parseInt(place),
                date(get(line, "from")),
                date(get(line, "until")),
                successor.isEmpty() ? null : new UnitId(successor),
                aliases(get(line, "aliases")));
    }

    /// By the Chinese head, or by the name the interface has for it.
    private static String get(Line line, String column) {
        String value = line.get(head(column));
        return value.isEmpty() ? line.get(column) : value;
    }

    private static <E extends Enum<E>> E constant(E[] constants, String group, String word) {
        for (E constant : constants) {
            if (FeedWords.of(group, constant).equals(word)
                    || constant.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no such " + group + ": \"" + word + "\"");
    }

    private static List<Unit.Alias> aliases(String written) {
        List<Unit.Alias> aliases = new ArrayList<>();
        for (String one : written.replace('；', ';').split(BETWEEN)) {
            if (!one.isBlank()) {
                String[] parts = one.strip().split("\\|", -1);
                aliases.add(new Unit.Alias(
                        parts[0].strip(),
                        parts.length > 1 ? date(parts[1]) : null,
                        parts.length > 2 ? date(parts[2]) : null));
            }
        }
        return aliases;
    }

    private static @Nullable LocalDate date(String written) {
        return written.isBlank() ? null : LocalDate.parse(written.strip());
    }
}
