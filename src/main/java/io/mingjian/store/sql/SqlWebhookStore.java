package io.mingjian.store.sql;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Webhook;
import io.mingjian.store.supervision.Webhook.Delivery;
import io.mingjian.store.supervision.Webhook.State;
import io.mingjian.store.supervision.WebhookStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Webhooks in the database of the reports.
record SqlWebhookStore(Database database) implements WebhookStore {
    private static final int FAILURE = 500;

    @Override
    public Webhook add(Webhook webhook, Act act) {
        return database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            long created = transaction
                    .log(act, "webhook.add", webhook.id(), null, null)
                    .sequence();
            Sql.update(
                    connection,
                    "INSERT INTO webhook (id, url, secret, kinds, everything, created, reached, revoked)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, FALSE)",
                    webhook.id(),
                    webhook.url(),
                    webhook.secret(),
                    String.join(",", webhook.kinds()),
                    webhook.scope() instanceof Scope.All,
                    created,
                    webhook.reached());
            if (webhook.scope() instanceof Scope.Units own) {
                for (UnitId unit : own.units()) {
                    Sql.update(
                            connection,
                            "INSERT INTO webhook_unit (webhook, unit) VALUES (?, ?)",
                            webhook.id(),
                            unit.value());
                }
            }
            return webhook;
        });
    }

    @Override
    public List<Webhook> list() {
        return database.read(connection -> webhooks(connection, "NOT revoked ORDER BY created"));
    }

    @Override
    public Optional<Webhook> find(String id) {
        return database.read(connection -> webhooks(connection, "NOT revoked AND id = ?", id)).stream()
                .findFirst();
    }

    private static List<Webhook> webhooks(Connection connection, String such, Object... values) throws SQLException {
        Map<String, HashSet<UnitId>> units = new java.util.HashMap<>();
        Sql.forEach(
                connection,
                "SELECT webhook, unit FROM webhook_unit",
                row -> units.computeIfAbsent(row.getString(1), none -> new HashSet<>())
                        .add(new UnitId(row.getString(2))));
        return Sql.list(connection, "SELECT * FROM webhook WHERE " + such, row -> webhook(row, units), values);
    }

    private static Webhook webhook(ResultSet row, Map<String, HashSet<UnitId>> units) throws SQLException {
        String id = row.getString("id");
        String kinds = row.getString("kinds");
        Scope scope =
                row.getBoolean("everything") ? Scope.ALL : new Scope.Units(units.getOrDefault(id, new HashSet<>()));
        return new Webhook(
                id,
                row.getString("url"),
                row.getString("secret"),
                kinds.isEmpty() ? List.of() : Arrays.asList(kinds.split(",", -1)),
                scope,
                row.getLong("reached"));
    }

    @Override
    public boolean remove(String id, Act act) {
        return database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            boolean removed =
                    Sql.update(connection, "UPDATE webhook SET revoked = TRUE WHERE id = ? AND NOT revoked", id) > 0;
            if (removed) {
                transaction.log(act, "webhook.remove", id, null, null);
                Sql.update(connection, "DELETE FROM webhook_delivery WHERE webhook = ?", id);
            }
            return removed;
        });
    }

    @Override
    public Map<State, Integer> counts(String id) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        for (State state : State.values()) {
            counts.put(state, 0);
        }
        return database.read(connection -> {
            Sql.forEach(
                    connection,
                    "SELECT state, count(*) FROM webhook_delivery WHERE webhook = ? GROUP BY state",
                    row -> counts.put(State.valueOf(row.getString(1)), row.getInt(2)),
                    id);
            return counts;
        });
    }

    @Override
    public void enqueue(Webhook webhook, List<Long> sequences, long reached, Instant now) {
        database.load(connection -> {
            // Whoever looked at the same changes at the same time has noted them already.
            int moved = Sql.update(
                    connection,
                    "UPDATE webhook SET reached = ? WHERE id = ? AND reached = ? AND NOT revoked",
                    reached,
                    webhook.id(),
                    webhook.reached());
            if (moved == 0 || sequences.isEmpty()) {
                return moved;
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO webhook_delivery (webhook, sequence, state, attempts, due)"
                            + " VALUES (?, ?, 'WAITING', 0, ?)")) {
                for (long sequence : sequences) {
                    Sql.batch(insert, webhook.id(), sequence, now);
                }
                insert.executeBatch();
            }
            return moved;
        });
    }

    @Override
    public List<Delivery> due(Instant now, Duration longestWait, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT * FROM webhook_delivery WHERE state = 'WAITING' AND (due <= ? OR due > ?)"
                        + " ORDER BY sequence, webhook LIMIT ?",
                SqlWebhookStore::delivery,
                now,
                now.plus(longestWait),
                limit));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("webhook"),
                row.getLong("sequence"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Sql.instant(row, "due"),
                Sql.integer(row, "status"),
                row.getString("failure"));
    }

    @Override
    public void note(Delivery delivery) {
        String failure = delivery.failure();
        database.note(connection -> Sql.update(
                connection,
                "UPDATE webhook_delivery SET state = ?, attempts = ?, due = ?, status = ?, failure = ?"
                        + " WHERE webhook = ? AND sequence = ?",
                delivery.state().name(),
                delivery.attempts(),
                delivery.due(),
                delivery.status(),
                failure == null ? null : Sql.fit(failure, FAILURE),
                delivery.webhook(),
                delivery.sequence()));
    }

    @Override
    public List<Delivery> deliveries(String id, @Nullable State state, long after, int limit) {
        String such = state == null ? "" : " AND state = '" + state.name() + "'";
        return database.read(connection -> Sql.list(
                connection,
                "SELECT * FROM webhook_delivery WHERE webhook = ? AND sequence > ?" + such
                        + " ORDER BY sequence LIMIT ?",
                SqlWebhookStore::delivery,
                id,
                after,
                limit));
    }

    @Override
    public int redeliver(String id, @Nullable Long sequence, Instant now, Act act) {
        return database.change(transaction -> {
            transaction.begin();
            String again =
                    "UPDATE webhook_delivery SET state = 'WAITING', attempts = 0, due = ? WHERE webhook = ? AND ";
            int count = sequence == null
                    ? Sql.update(transaction.connection(), again + "state = 'DEAD'", now, id)
                    : Sql.update(transaction.connection(), again + "sequence = ?", now, id, sequence);
            if (count == 0) {
                throw new MingjianException(ProblemCode.NOT_FOUND, "nothing to be told again");
            }
            transaction.log(act, "webhook.redeliver", id, null, null);
            return count;
        });
    }

    @Override
    public void forget(Instant before) {
        database.note(connection ->
                Sql.update(connection, "DELETE FROM webhook_delivery WHERE state = 'DELIVERED' AND due < ?", before));
    }
}
