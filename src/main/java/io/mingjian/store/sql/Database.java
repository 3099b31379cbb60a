package io.mingjian.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database behind the store: connections, transactions, and the one row by which changes wait for each other.
/// Safe to share between threads.
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /// Writes reach the file with the commit and not half a second later; the file is closed by us and by nobody
    /// else.
    private static final String EMBEDDED_SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=30000"
                    + ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=0";

    /// Classes of SQLSTATE: of the standard, and of PostgreSQL.
    private static final String CONNECTION_EXCEPTION = "08";

    private static final String SHUT_DOWN = "57P";

    private static final String EMBEDDED_USER = "mingjian";

    /// A file of fewer bytes is not worth being made smaller.
    private static final long SMALL = 4 << 20;

    private static final String WASTED =
            "SELECT count(*) FROM information_schema.settings WHERE setting_name = 'info.CHUNKS_FILL_RATE'"
                    + " AND CAST(setting_value AS INTEGER) < 50";

    private static final String FILE_SIZE =
            "SELECT CAST(setting_value AS BIGINT) FROM information_schema.settings WHERE setting_name = 'info.FILE_SIZE'";

    private final HikariDataSource connections;
    private final boolean embedded;
    private final Clock clock;

    private Database(HikariDataSource connections, boolean embedded, Clock clock) {
        this.connections = connections;
        this.embedded = embedded;
        this.clock = clock;
    }

    /// Work that reads within one transaction.
    @FunctionalInterface
    interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    /// Work that changes something within one transaction.
    @FunctionalInterface
    interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    /// Connects, and brings the tables to the shape of this program.
    ///
    /// @param folder where the embedded database lies
    /// @throws MingjianException where it cannot be reached or used
    static Database open(DatabaseSettings settings, Path folder, Clock clock) {
        try {
            HikariDataSource connections = new HikariDataSource(pool(settings, folder));
            Database database = new Database(connections, settings.url() == null, clock);
            try {
                database.prepare();
                return database;
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (HikariPool.PoolInitializationException | FlywayException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot open the database: " + rootMessage(e), e);
        }
    }

    private static HikariConfig pool(DatabaseSettings settings, Path folder) {
        HikariConfig pool = new HikariConfig();
        String url = settings.url();
        if (url == null) {
            // A semicolon would begin a setting.
            String file = folder.toAbsolutePath().resolve("mingjian").toString().replace(";", "\\;");
            pool.setJdbcUrl("jdbc:h2:file:" + file + EMBEDDED_SETTINGS);
            pool.setUsername(EMBEDDED_USER);
            pool.setPassword("");
        } else {
            pool.setJdbcUrl(url);
            pool.setUsername(settings.user());
            pool.setPassword(settings.password());
        }
        pool.setPoolName("store");
        pool.setMaximumPoolSize(settings.connections());
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(settings.patience().toMillis());
        pool.setAutoCommit(false);
        return pool;
    }

    private void prepare() {
        Flyway.configure()
                .dataSource(connections)
                .locations("classpath:database")
                .load()
                .migrate();
        attempt("cannot prepare the database", () -> {
            try (Connection connection = connections.getConnection()) {
                if (Sql.number(connection, "SELECT count(*) FROM store") == 0) {
                    String id = UUID.randomUUID().toString().replace("-", "");
                    Sql.update(connection, "INSERT INTO store (id, sequence) VALUES (?, 0)", id);
                }
                connection.commit();
                return true;
            }
        });
    }

    /// The name that was drawn when the store was made: it tells which data directory belongs to which database.
    String storeId() {
        return read(connection -> Sql.first(connection, "SELECT id FROM store", row -> row.getString(1))
                .orElseThrow());
    }

    /// Whether nothing was ever kept in it.
    boolean isNew() {
        return read(connection -> Sql.number(connection, "SELECT sequence FROM store")) == 0;
    }

    <T> T read(Query<T> query) {
        return attempt("cannot read the database", () -> {
            try (Connection connection = connections.getConnection()) {
                T result = query.on(connection);
                connection.rollback();
                return result;
            }
        });
    }

    /// Reads the state of one moment, whatever is changed meanwhile.
    <T> T readSnapshot(Query<T> query) {
        return attempt("cannot read the database", () -> {
            try (Connection connection = connections.getConnection()) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                T result = query.on(connection);
                connection.rollback();
                return result;
            }
        });
    }

    /// Does all of the work or nothing of it; when this returns, it is on the disk.
    <T> T change(Work<T> work) {
        return attempt("cannot write to the database", () -> {
            try (Connection connection = connections.getConnection()) {
                boolean done = false;
                try {
                    Transaction transaction = new Transaction(connection, clock);
                    T result = work.in(transaction);
                    if (transaction.isLogged()) {
                        connection.commit();
                        done = true;
                        flush(connection);
                    }
                    return result;
                } finally {
                    if (!done && !connection.isClosed()) {
                        connection.rollback();
                    }
                }
            }
        });
    }

    /// Fills empty tables, all of them or none; when this returns, it is on the disk.
    <T> T load(Query<T> work) {
        return write(work, true);
    }

    /// Notes what is no change of the record: progress, who is signed in. The last of it may be lost in a crash.
    <T> T note(Query<T> work) {
        return write(work, false);
    }

    private <T> T write(Query<T> work, boolean flushed) {
        return attempt("cannot write to the database", () -> {
            try (Connection connection = connections.getConnection()) {
                boolean done = false;
                try {
                    T result = work.on(connection);
                    connection.commit();
                    done = true;
                    if (flushed) {
                        flush(connection);
                    }
                    return result;
                } finally {
                    if (!done && !connection.isClosed()) {
                        connection.rollback();
                    }
                }
            }
        });
    }

    /// The embedded database leaves it to the system when a commit reaches the disk; we answer only after it did.
    private void flush(Connection connection) throws SQLException {
        if (embedded) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
        }
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T run() throws SQLException;
    }

    private <T> T attempt(String failure, Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (SQLException e) {
            if (isGone(e)) {
                // A full or failing disk closes the embedded database under all its connections, and a server that is
                // restarted closes its own; the next one opens it again. The pool by itself would go on handing out
                // those that it used a moment ago.
                connections.getHikariPoolMXBean().softEvictConnections();
            }
            throw new MingjianException(ProblemCode.STORAGE_FAILED, failure, e);
        }
    }

    /// Whether the database went away, and not one statement failed.
    private static boolean isGone(SQLException failure) {
        String state = failure.getSQLState();
        return failure.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED
                || (state != null && (state.startsWith(CONNECTION_EXCEPTION) || state.startsWith(SHUT_DOWN)));
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    @Override
    public void close() {
        if (embedded) {
            giveRoomBack();
        }
        connections.close();
    }

    /// The embedded database writes every commit to a place of its own, and most of a file that many reports
    /// came into is room that nobody uses any more. It is given back when the database is closed, into a new file
    /// beside the old one. Over a connection that is none of the pool's, which would ask a closed database to roll
    /// back.
    private void giveRoomBack() {
        try (Connection connection = DriverManager.getConnection(connections.getJdbcUrl(), EMBEDDED_USER, "")) {
            if (Sql.number(connection, FILE_SIZE) >= SMALL && Sql.number(connection, WASTED) > 0) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SHUTDOWN COMPACT");
                }
            }
        } catch (SQLException e) {
            LOG.warn("the database keeps more room on the disk than it needs: {}", rootMessage(e));
        }
    }
}
