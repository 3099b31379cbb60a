package io.mingjian.store.sql;

import io.mingjian.store.Act;
import io.mingjian.store.UnitId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A transaction that changes something, with a line in the log; without that line nothing is changed. Used by one
/// thread.
final class Transaction {
    private final Connection connection;
    private final Clock clock;
    private boolean logged;

    Transaction(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    Connection connection() {
        return connection;
    }

    /// Whether there is anything to commit.
    boolean isLogged() {
        return logged;
    }

    /// What a change gets: its number and its time.
    record Stamp(long sequence, Instant at) {}

    /// Waits for those who change something now, so that what is read from here on is still so at the commit.
    void begin() throws SQLException {
        Sql.update(connection, "UPDATE store SET sequence = sequence + 1");
    }

    /// Writes a line of the log, and gives its number. Call [#begin] first; one line a transaction.
    Stamp log(Act act, String action, String subject, @Nullable UnitId unit, @Nullable Integer version)
            throws SQLException {
        long sequence = Sql.number(connection, "SELECT sequence FROM store");
        // Databases keep microseconds.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Sql.update(
                connection,
                """
                INSERT INTO change_log (sequence, happened_at, author, reason, action, subject, unit, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                sequence,
                now,
                act.author(),
                act.reason(),
                action,
                subject,
                unit == null ? null : unit.value(),
                version);
        logged = true;
        return new Stamp(sequence, now);
    }
}
