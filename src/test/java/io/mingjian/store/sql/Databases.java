package io.mingjian.store.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// A real PostgreSQL, started once for all tests that ask for it, with a fresh database for each.
public final class Databases implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Server.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Databases.class))
                .getOrComputeIfAbsent(Server.class);
    }

    /// The settings by which the service opens a database; none for the embedded one.
    public static Map<String, Object> service(DatabaseSettings database) {
        String url = database.url();
        return url == null
                ? Map.of()
                : Map.of(
                        "mingjian.store.url", url,
                        "mingjian.store.user", Objects.requireNonNull(database.user()),
                        "mingjian.store.password", Objects.requireNonNull(database.password()));
    }

    /// Closed by JUnit after the last test.
    public static final class Server implements AutoCloseable {
        private final EmbeddedPostgres postgres;
        private final AtomicInteger names = new AtomicInteger();

        public Server() throws IOException {
            postgres = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        }

        /// One whose files lie in that folder, and stay there.
        public Server(Path folder) throws IOException {
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        }

        /// An empty database.
        public DatabaseSettings fresh() {
            return named("store" + names.incrementAndGet());
        }

        /// The database of that name, an empty one where there is none.
        public DatabaseSettings named(String name) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                if (!statement
                        .executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")
                        .next()) {
                    statement.execute("CREATE DATABASE " + name);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return new DatabaseSettings(
                    postgres.getJdbcUrl("postgres", name), "postgres", "postgres", 10, Duration.ofSeconds(10));
        }

        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }
}
