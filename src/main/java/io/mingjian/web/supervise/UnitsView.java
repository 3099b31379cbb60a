package io.mingjian.web.supervise;

import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.Unit;
import io.mingjian.store.supervision.UnitKind;
import io.mingjian.store.supervision.UnitLevel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The organization tree as a list.
///
/// @param way   from the top of the tree to the unit whose subtree is shown
/// @param query what the names must contain; empty for all
/// @param next  where further units are, or null
public record UnitsView(
        List<Crumb> way,
        String query,
        List<UnitRow> rows,
        @Nullable String next,
        boolean supervises) {
    private static final int DEEPEST = 5;

    public UnitsView {
        way = List.copyOf(way);
        rows = List.copyOf(rows);
    }

    /// A unit on one line.
    ///
    /// @param depth below the first unit of the list, for its indent
    /// @param also  its other names
    /// @param days  from when until when it exists; empty where that is open
    public record UnitRow(
            UnitId id,
            String name,
            UnitKind kind,
            UnitLevel level,
            Coverage coverage,
            int depth,
            String also,
            String days,
            @Nullable UnitId successor) {
        static UnitRow of(Unit unit) {
            String days = unit.from() == null && unit.until() == null
                    ? ""
                    : Objects.toString(unit.from(), "") + " – " + Objects.toString(unit.until(), "");
            return new UnitRow(
                    unit.id(),
                    unit.name(),
                    unit.kind(),
                    unit.level(),
                    unit.coverage(),
                    Math.min(DEEPEST, depth(unit.id())),
                    unit.aliases().stream().map(Unit.Alias::name).collect(Collectors.joining("、")),
                    days,
                    unit.successor());
        }

        private static int depth(UnitId id) {
            return (int) id.value().chars().filter(c -> c == '/').count();
        }
    }

    /// Units that would be taken in.
    ///
    /// @param table  the same units as they are sent back to be applied; empty for a draft, which is made again
    /// @param rows   the first of them
    /// @param flaw   why nothing can be taken in, or null
    public record ProposedView(
            int units,
            int added,
            int changed,
            int reports,
            String table,
            List<ProposedRow> rows,
            @Nullable Flaw flaw) {
        public ProposedView {
            rows = List.copyOf(rows);
        }
    }

    /// A unit that would be taken in.
    ///
    /// @param change what becomes of it: `new`, `changed` or `same`
    public record ProposedRow(UnitRow unit, String change, int reports) {}

    /// Why a table cannot be taken in.
    ///
    /// @param details row by row
    public record Flaw(String sentence, List<String> details) {
        public Flaw {
            details = List.copyOf(details);
        }
    }

    /// A unit to be changed, or a new one.
    ///
    /// @param unit   null for a new one
    /// @param id     its id, or how that of a new one begins
    /// @param aliases one a line
    /// @param into    into which unit it was to be merged, which was not clear; `said` is why
    public record EditView(
            @Nullable Unit unit,
            String id,
            String aliases,
            @Nullable String into,
            @Nullable String said) {
        static EditView of(Unit unit) {
            return new EditView(
                    unit,
                    unit.id().value(),
                    unit.aliases().stream().map(EditView::line).collect(Collectors.joining("\n")),
                    null,
                    null);
        }

        EditView unclear(String into, String said) {
            return new EditView(unit, id, aliases, into, said);
        }

        private static String line(Unit.Alias alias) {
            return alias.from() == null && alias.until() == null
                    ? alias.name()
                    : alias.name() + "|" + Objects.toString(alias.from(), "") + "|"
                            + Objects.toString(alias.until(), "");
        }

        public String name() {
            return unit == null ? "" : unit.name();
        }

        public int place() {
            return unit == null ? 0 : unit.place();
        }

        public String from() {
            return unit == null ? "" : Objects.toString(unit.from(), "");
        }

        public String until() {
            return unit == null ? "" : Objects.toString(unit.until(), "");
        }

        public boolean is(Enum<?> constant) {
            return unit != null && (unit.kind() == constant || unit.level() == constant || unit.coverage() == constant);
        }
    }
}
