package io.mingjian.store.sql;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Which database keeps the reports.
///
/// @param url         `jdbc:postgresql://…`, or null for the one in the data directory
/// @param connections how many are open at most
/// @param patience    how long a request waits for one before it is told that the database is away
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        int connections,
        Duration patience) {
    /// The database in the data directory.
    public static DatabaseSettings embedded() {
        return new DatabaseSettings(null, null, null, 10, Duration.ofSeconds(10));
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + (url == null ? "embedded" : url) + "]"; // the password stays out of logs
    }
}
