package io.mingjian.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.store.Act;
import io.mingjian.store.Scope;
import io.mingjian.store.supervision.Webhook;
import io.mingjian.store.supervision.Webhook.Delivery;
import io.mingjian.store.supervision.Webhook.State;
import io.mingjian.store.supervision.WebhookStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What waits to be told, on every database that it can be kept in.
abstract class SqlWebhooksTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.000001Z");
    private static final Duration LONGEST = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private final DatabaseSettings settings;
    private SqlReportStore store;
    private WebhookStore webhooks;

    SqlWebhooksTest(DatabaseSettings settings) {
        this.settings = settings;
    }

    static class EmbeddedTest extends SqlWebhooksTest {
        EmbeddedTest() {
            super(DatabaseSettings.embedded());
        }
    }

    @Tag("slow")
    @ExtendWith(Databases.class)
    static class PostgresTest extends SqlWebhooksTest {
        PostgresTest(Databases.Server server) {
            super(server.fresh());
        }
    }

    @BeforeEach
    void open() {
        store = SqlReportStore.open(folder, settings, Clock.systemUTC());
        webhooks = store.webhooks();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void waitsNoLongerThanAnythingWaitsWhereTheClockWasSetBack() {
        Webhook webhook = webhooks.add(
                new Webhook("a".repeat(32), "http://127.0.0.1/", "secret", List.of(), Scope.ALL, 0),
                new Act("张三", null));
        long change = store.sequence();
        webhooks.enqueue(webhook, List.of(change), change, NOW);
        webhooks.note(new Delivery(webhook.id(), change, State.WAITING, 3, NOW.plus(LONGEST), 503, null));

        assertThat(due(NOW)).as("its time has not come").isEmpty();
        assertThat(due(NOW.plus(LONGEST).minusNanos(1000))).isEmpty();
        assertThat(due(NOW.plus(LONGEST))).containsExactly(change);
        assertThat(due(NOW.minusNanos(1000))).as("a clock set back").containsExactly(change);
    }

    private List<Long> due(Instant now) {
        return webhooks.due(now, LONGEST, 10).stream().map(Delivery::sequence).toList();
    }
}
