package io.mingjian.store.sql;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.Unit;
import io.mingjian.store.supervision.UnitKind;
import io.mingjian.store.supervision.UnitLevel;
import io.mingjian.store.supervision.UnitStore;
import io.mingjian.text.Folding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The units in the database of the reports.
record SqlUnitStore(Database database) implements UnitStore {
    /// Columns of a unit, under names that no other table of a join has.
    static final String COLUMNS = "u.id AS unit_id, u.name AS unit_name, u.kind AS unit_kind, u.unit_level,"
            + " u.coverage AS unit_coverage, u.place AS unit_place, u.valid_from, u.valid_until, u.successor";

    private static final String INSERT = "INSERT INTO unit"
            + " (id, name, kind, unit_level, coverage, place, valid_from, valid_until, successor)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String INSERT_NAME =
            "INSERT INTO unit_name (unit, number, name, squashed, valid_from, valid_until) VALUES (?, ?, ?, ?, ?, ?)";

    private static final int MANY = 1000;

    @Override
    public int put(List<Unit> units, Act act) {
        if (units.isEmpty()) {
            return 0;
        }
        return database.change(transaction -> {
            transaction.begin();
            UnitId first = units.getFirst().id();
            transaction.log(act, "unit.put", first.value(), units.size() == 1 ? first : null, null);
            Connection connection = transaction.connection();
            changed(connection);
            int before = delete(connection, units);
            insert(connection, units);
            return units.size() - before;
        });
    }

    /// Notes that the units are others from this change on.
    private static void changed(Connection connection) throws SQLException {
        Sql.update(connection, "UPDATE store SET units_changed = sequence");
    }

    @Override
    public long sequence() {
        return database.read(SqlUnitStore::sequence);
    }

    /// The number of the last change to any of them.
    static long sequence(Connection connection) throws SQLException {
        return Sql.number(connection, "SELECT units_changed FROM store");
    }

    private static int delete(Connection connection, List<Unit> units) throws SQLException {
        try (PreparedStatement names = connection.prepareStatement("DELETE FROM unit_name WHERE unit = ?");
                PreparedStatement rows = connection.prepareStatement("DELETE FROM unit WHERE id = ?")) {
            for (Unit unit : units) {
                names.setString(1, unit.id().value());
                names.addBatch();
                rows.setString(1, unit.id().value());
                rows.addBatch();
            }
            names.executeBatch();
            int deleted = 0;
            for (int count : rows.executeBatch()) {
                deleted += count;
            }
            return deleted;
        }
    }

    private static void insert(Connection connection, List<Unit> units) throws SQLException {
        try (PreparedStatement rows = connection.prepareStatement(INSERT);
                PreparedStatement names = connection.prepareStatement(INSERT_NAME)) {
            int waiting = 0;
            for (Unit unit : units) {
                UnitId successor = unit.successor();
                Sql.batch(
                        rows,
                        unit.id().value(),
                        unit.name(),
                        unit.kind().name(),
                        unit.level().name(),
                        unit.coverage().name(),
                        unit.place(),
                        unit.from(),
                        unit.until(),
                        successor == null ? null : successor.value());
                name(names, unit.id(), 0, new Unit.Alias(unit.name(), null, null));
                int number = 1;
                for (Unit.Alias alias : unit.aliases()) {
                    name(names, unit.id(), number++, alias);
                }
                if (++waiting % MANY == 0) {
                    rows.executeBatch();
                    names.executeBatch();
                }
            }
            rows.executeBatch();
            names.executeBatch();
        }
    }

    private static void name(PreparedStatement names, UnitId unit, int number, Unit.Alias alias) throws SQLException {
        Sql.batch(names, unit.value(), number, alias.name(), Folding.squash(alias.name()), alias.from(), alias.until());
    }

    @Override
    public boolean remove(UnitId id, Act act) {
        return database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            if (Sql.number(connection, "SELECT count(*) FROM unit WHERE id = ?", id.value()) == 0) {
                return false;
            }
            String below = id.value() + "/%";
            if (Sql.number(connection, "SELECT count(*) FROM unit WHERE id LIKE ?", below) > 0
                    || Sql.number(connection, "SELECT count(*) FROM report WHERE unit = ?", id.value()) > 0) {
                throw new MingjianException(ProblemCode.CONFLICT, "units or reports hang on that unit");
            }
            transaction.log(act, "unit.remove", id.value(), id, null);
            changed(connection);
            Sql.update(connection, "DELETE FROM unit_name WHERE unit = ?", id.value());
            Sql.update(connection, "DELETE FROM unit WHERE id = ?", id.value());
            return true;
        });
    }

    @Override
    public Optional<Unit> find(UnitId id) {
        return select("u.id = ?", id.value()).stream().findFirst();
    }

    @Override
    public List<Unit> list(@Nullable UnitId within, @Nullable UnitId after, int limit, Scope scope) {
        Condition where = Condition.within("u.id", scope)
                .and(within == null ? Condition.ALWAYS : Condition.within("u.id", new Scope.Units(Set.of(within))))
                .and(after == null ? Condition.ALWAYS : new Condition("u.id > ?", List.of(after.value())));
        List<Object> values = new ArrayList<>(where.values());
        values.add(limit);
        return select(where.sql() + " ORDER BY u.id LIMIT ?", values.toArray());
    }

    @Override
    public List<Unit> named(String name, Scope scope) {
        Condition where = new Condition(
                        "u.id IN (SELECT unit FROM unit_name WHERE squashed = ?)", List.of(Folding.squash(name)))
                .and(Condition.within("u.id", scope));
        return select(where.sql() + " ORDER BY u.id", where.all());
    }

    @Override
    public int count(Scope scope) {
        Condition where = Condition.within("id", scope);
        return (int) (long) database.read(
                connection -> Sql.number(connection, "SELECT count(*) FROM unit WHERE " + where.sql(), where.all()));
    }

    private List<Unit> select(String where, @Nullable Object... values) {
        return database.read(connection -> withAliases(
                connection,
                Sql.list(connection, "SELECT " + COLUMNS + " FROM unit u WHERE " + where, SqlUnitStore::unit, values)));
    }

    /// The same units with their other names.
    static List<Unit> withAliases(Connection connection, List<Unit> units) throws SQLException {
        Map<String, List<Unit.Alias>> aliases = new HashMap<>();
        if (!units.isEmpty()) {
            Condition such = new Condition("number > 0", List.of())
                    .and(Condition.among(
                            "unit",
                            units.stream().map(unit -> unit.id().value()).toList()));
            Sql.forEach(
                    connection,
                    "SELECT * FROM unit_name WHERE " + such.sql() + " ORDER BY unit, number",
                    row -> aliases.computeIfAbsent(row.getString("unit"), none -> new ArrayList<>())
                            .add(alias(row)),
                    such.all());
        }
        return units.stream()
                .map(unit -> {
                    List<Unit.Alias> own = aliases.get(unit.id().value());
                    return own == null ? unit : unit.named(unit.name(), own);
                })
                .toList();
    }

    private static Unit.Alias alias(ResultSet row) throws SQLException {
        return new Unit.Alias(
                Objects.requireNonNull(row.getString("name")), date(row, "valid_from"), date(row, "valid_until"));
    }

    static Unit unit(ResultSet row) throws SQLException {
        String successor = row.getString("successor");
        return new Unit(
                new UnitId(row.getString("unit_id")),
                row.getString("unit_name"),
                UnitKind.valueOf(row.getString("unit_kind")),
                UnitLevel.valueOf(row.getString("unit_level")),
                Coverage.valueOf(row.getString("unit_coverage")),
                row.getInt("unit_place"),
                date(row, "valid_from"),
                date(row, "valid_until"),
                successor == null ? null : new UnitId(successor),
                List.of());
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
