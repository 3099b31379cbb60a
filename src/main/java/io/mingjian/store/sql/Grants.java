package io.mingjian.store.sql;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Role;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The tables of those who may come in, `access_key` and `account`: alike but for what they show at the door.
///
/// @param table  of those with a role; their units are in `table_unit`
/// @param secret the column of what they show
record Grants(String table, String secret) {
    static final Grants KEYS = new Grants("access_key", "hash");
    static final Grants ACCOUNTS = new Grants("account", "password");

    /// Somebody with a role.
    ///
    /// @param secret what is kept of what they show
    record Grant(String name, Role role, Scope scope, String secret) {}

    /// A row before its units are known.
    private record Row(String name, Role role, boolean everything, String secret) {}

    /// Adds one. Nobody may have had the name, in either table: the log speaks of it.
    void insert(Connection connection, Grant grant) throws SQLException {
        for (Grants grants : List.of(KEYS, ACCOUNTS)) {
            String same = "SELECT count(*) FROM " + grants.table + " WHERE name = ?";
            if (Sql.number(connection, same, grant.name()) > 0) {
                throw new MingjianException(ProblemCode.CONFLICT, "there is or was somebody of that name");
            }
        }
        Sql.update(
                connection,
                "INSERT INTO " + table + " (name, " + secret
                        + ", role, everything, revoked) VALUES (?, ?, ?, ?, FALSE)",
                grant.name(),
                grant.secret(),
                grant.role().name(),
                grant.scope() instanceof Scope.All);
        if (grant.scope() instanceof Scope.Units own) {
            for (UnitId unit : own.units()) {
                Sql.update(
                        connection,
                        "INSERT INTO " + table + "_unit (name, unit) VALUES (?, ?)",
                        grant.name(),
                        unit.value());
            }
        }
    }

    /// The one with this value in a column, unless revoked.
    Optional<Grant> find(Connection connection, String column, String value) throws SQLException {
        Optional<Row> row = Sql.first(
                connection, "SELECT * FROM " + table + " WHERE " + column + " = ? AND NOT revoked", this::row, value);
        return row.isEmpty() ? Optional.empty() : Optional.of(grant(connection, row.get()));
    }

    /// All that were not revoked, by name.
    List<Grant> list(Connection connection) throws SQLException {
        List<Grant> grants = new ArrayList<>();
        for (Row row : Sql.list(connection, "SELECT * FROM " + table + " WHERE NOT revoked ORDER BY name", this::row)) {
            grants.add(grant(connection, row));
        }
        return grants;
    }

    /// Whether there is none that was not revoked.
    boolean isEmpty(Connection connection) throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM " + table + " WHERE NOT revoked") == 0;
    }

    /// Ends one for good, and tells whether there was one.
    boolean revoke(Connection connection, String name) throws SQLException {
        return Sql.update(connection, "UPDATE " + table + " SET revoked = TRUE WHERE name = ? AND NOT revoked", name)
                > 0;
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("everything"),
                row.getString(secret));
    }

    private Grant grant(Connection connection, Row row) throws SQLException {
        Set<UnitId> units = new HashSet<>(Sql.list(
                connection,
                "SELECT unit FROM " + table + "_unit WHERE name = ?",
                unit -> new UnitId(unit.getString(1)),
                row.name()));
        return new Grant(row.name(), row.role(), row.everything() ? Scope.ALL : new Scope.Units(units), row.secret());
    }
}
