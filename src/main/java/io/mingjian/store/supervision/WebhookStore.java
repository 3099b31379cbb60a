package io.mingjian.store.supervision;

import io.mingjian.store.Act;
import io.mingjian.store.supervision.Webhook.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is told of changes, and what was told. Safe to share between threads.
///
/// What is to be told is noted together with how far the changes were looked at: after a crash nothing is left
/// out, and the last thing told may be told once more.
public interface WebhookStore {
    /// Adds one.
    Webhook add(Webhook webhook, Act act);

    /// Those that were not removed, the oldest first.
    List<Webhook> list();

    Optional<Webhook> find(String id);

    /// Ends one for good; what it waits for is not told any more.
    boolean remove(String id, Act act);

    /// How many of its deliveries are in which state.
    Map<Webhook.State, Integer> counts(String id);

    /// Notes that changes are to be told, and that all up to one were looked at; both or neither.
    void enqueue(Webhook webhook, List<Long> sequences, long reached, Instant now);

    /// What is due, the oldest change first. What would wait longer than anything waits is due, too: the clock was
    /// set back meanwhile.
    List<Delivery> due(Instant now, Duration longestWait, int limit);

    /// Notes how an attempt went.
    void note(Delivery delivery);

    /// Deliveries of changes after one, in order.
    ///
    /// @param state only those in that state, or null for all
    List<Delivery> deliveries(String id, Webhook.@Nullable State state, long after, int limit);

    /// Has dead ones tried again, and delivered ones told again where one is named.
    ///
    /// @param sequence which change; null for all dead ones
    /// @return how many
    int redeliver(String id, @Nullable Long sequence, Instant now, Act act);

    /// Forgets what was delivered before then.
    void forget(Instant before);
}
