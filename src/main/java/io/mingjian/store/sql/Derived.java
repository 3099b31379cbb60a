package io.mingjian.store.sql;

import java.sql.Connection;
import java.sql.SQLException;

/// How far each thing that is derived from the reports has followed them.
final class Derived {
    private Derived() {}

    /// The number of the last change that was taken in; 0 where none was.
    static long sequence(Connection connection, String name) throws SQLException {
        return Sql.number(connection, "SELECT sequence FROM derived WHERE name = ?", name);
    }

    static void remember(Connection connection, String name, long sequence) throws SQLException {
        if (Sql.update(connection, "UPDATE derived SET sequence = ? WHERE name = ?", sequence, name) == 0) {
            Sql.update(connection, "INSERT INTO derived (name, sequence) VALUES (?, ?)", name, sequence);
        }
    }
}
