package io.mingjian.store.sql;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.AccessKey;
import io.mingjian.store.Act;
import io.mingjian.store.KeyStore;
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

/// The keys in the database of the reports.
record SqlKeyStore(Database database) implements KeyStore {
    /// A row before its units are known.
    private record Row(String name, Role role, boolean everything) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(row.getString("name"), Role.valueOf(row.getString("role")), row.getBoolean("everything"));
        }
    }

    @Override
    public void add(AccessKey key, String hash, Act act) {
        database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            if (Sql.number(connection, "SELECT count(*) FROM access_key WHERE name = ?", key.name()) > 0) {
                throw new MingjianException(ProblemCode.CONFLICT, "there is or was a key of that name");
            }
            transaction.log(act, "key.add", key.name(), null, null);
            Sql.update(
                    connection,
                    "INSERT INTO access_key (name, hash, role, everything, revoked) VALUES (?, ?, ?, ?, FALSE)",
                    key.name(),
                    hash,
                    key.role().name(),
                    key.scope() instanceof Scope.All);
            if (key.scope() instanceof Scope.Units own) {
                for (UnitId unit : own.units()) {
                    Sql.update(
                            connection,
                            "INSERT INTO access_key_unit (name, unit) VALUES (?, ?)",
                            key.name(),
                            unit.value());
                }
            }
            return key;
        });
    }

    @Override
    public Optional<AccessKey> find(String hash) {
        return database.read(connection -> {
            Optional<Row> row =
                    Sql.first(connection, "SELECT * FROM access_key WHERE hash = ? AND NOT revoked", Row::read, hash);
            return row.isEmpty() ? Optional.empty() : Optional.of(key(connection, row.get()));
        });
    }

    @Override
    public List<AccessKey> list() {
        return database.read(connection -> {
            List<AccessKey> keys = new ArrayList<>();
            for (Row row :
                    Sql.list(connection, "SELECT * FROM access_key WHERE NOT revoked ORDER BY name", Row::read)) {
                keys.add(key(connection, row));
            }
            return keys;
        });
    }

    private static AccessKey key(Connection connection, Row row) throws SQLException {
        Set<UnitId> units = new HashSet<>(Sql.list(
                connection,
                "SELECT unit FROM access_key_unit WHERE name = ?",
                unit -> new UnitId(unit.getString(1)),
                row.name()));
        return new AccessKey(row.name(), row.role(), row.everything() ? Scope.ALL : new Scope.Units(units));
    }

    @Override
    public boolean revoke(String name, Act act) {
        return database.change(transaction -> {
            transaction.begin();
            int revoked = Sql.update(
                    transaction.connection(),
                    "UPDATE access_key SET revoked = TRUE WHERE name = ? AND NOT revoked",
                    name);
            if (revoked > 0) {
                transaction.log(act, "key.revoke", name, null, null);
            }
            return revoked > 0;
        });
    }
}
