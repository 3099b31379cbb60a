package io.mingjian.store.sql;

import java.time.Instant;

/// Makes time pass for a session, for tests that cannot wait.
public final class Turned {
    private Turned() {}

    /// Runs a statement with a moment and the hash of a session.
    public static void back(SqlReportStore store, String statement, Instant when, String hash) {
        int rows = store.database().note(connection -> Sql.update(connection, statement, when, hash));
        if (rows != 1) {
            throw new IllegalStateException("no such session");
        }
    }
}
