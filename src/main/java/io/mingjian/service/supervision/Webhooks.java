package io.mingjian.service.supervision;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Role;
import io.mingjian.store.Scope;
import io.mingjian.store.supervision.ChangeRow;
import io.mingjian.store.supervision.Webhook;
import io.mingjian.store.supervision.Webhook.Delivery;
import io.mingjian.store.supervision.Webhook.State;
import io.mingjian.store.supervision.WebhookStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells others of changes, each change at least once, whatever comes between: what is to be told is read from the
/// change feed by its numbers. Safe to share between threads; the telling is done by one thread of its own.
public final class Webhooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

    /// Changes that are looked at, and deliveries that are tried, at once.
    private static final int STEP = 200;

    private static final int KINDS = 20;
    private static final int KIND_LENGTH = 40;

    /// How much longer each wait is than the one before.
    private static final int GROWTH = 4;

    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 8;
    private static final Duration LAST = Duration.ofSeconds(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final WebhookStore webhooks;
    private final ReportStore store;
    private final SheetFollower sheets;
    private final Practice practice;
    private final Messenger messenger;
    private final Rules rules;
    private final Clock clock;
    private final ScheduledExecutorService worker;
    private volatile @Nullable Future<?> rounds;

    public Webhooks(
            WebhookStore webhooks,
            ReportStore store,
            SheetFollower sheets,
            Practice practice,
            Messenger messenger,
            Rules rules,
            Clock clock) {
        this.webhooks = webhooks;
        this.store = store;
        this.sheets = sheets;
        this.practice = practice;
        this.messenger = messenger;
        this.rules = rules;
        this.clock = clock;
        this.worker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("webhooks").factory());
    }

    /// How changes are told.
    ///
    /// @param count    webhooks there may be
    /// @param attempts after which a delivery is dead
    /// @param firstWait   after the first failed attempt; each one after that is four times as long
    /// @param longestWait at most
    /// @param every    how often is looked for changes
    /// @param keep     how long what was delivered is remembered
    public record Rules(
            int count, int attempts, Duration firstWait, Duration longestWait, Duration every, Duration keep) {
        Duration after(int attempt) {
            Duration next = firstWait;
            for (int i = 1; i < attempt && next.compareTo(longestWait) < 0; i++) {
                next = next.multipliedBy(GROWTH);
            }
            return next.compareTo(longestWait) < 0 ? next : longestWait;
        }
    }

    /// Carries messages.
    public interface Messenger {
        /// Stops an address that nothing may be sent to.
        ///
        /// @throws MingjianException `BAD_REQUEST`
        void check(String url);

        /// Tells a change, and gives the status of the answer.
        ///
        /// @throws UnansweredException where there was none
        /// @throws MingjianException   where nothing may be sent there
        int send(Webhook webhook, ChangeRow change);
    }

    /// Nobody answered.
    public static final class UnansweredException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnansweredException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// What somebody wants to be told.
    ///
    /// @param secret null to have one made
    /// @param after  the change after which it begins; null for now
    public record Asked(
            String url,
            @Nullable String secret,
            List<String> kinds,
            Scope scope,
            @Nullable Long after) {}

    /// A webhook and how it goes.
    public record Told(Webhook webhook, Map<State, Integer> counts) {}

    /// Adds a webhook; its secret is told once.
    public Webhook add(Caller caller, Asked asked) {
        caller.requireAll(Role.ADMINISTRATOR);
        if (webhooks.list().size() >= rules.count()) {
            throw MingjianException.limit(ProblemCode.CONFLICT, "mingjian.webhooks.count", rules.count());
        }
        if (asked.url().length() > Webhook.MAX_URL) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "url: at most " + Webhook.MAX_URL + " characters");
        }
        boolean fits = asked.kinds().size() <= KINDS
                && asked.kinds().stream()
                        .allMatch(kind -> kind.length() <= KIND_LENGTH && kind.matches("[a-z]+(?:[.-][a-z]+)*"));
        if (!fits) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "events: names of actions or their beginnings");
        }
        messenger.check(asked.url());
        String secret = asked.secret() == null ? random(SECRET_BYTES) : asked.secret();
        if (secret.length() < ID_BYTES * 2 || secret.length() > SECRET_BYTES * 4) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "secret: 16 to 128 characters");
        }
        long from = asked.after() == null ? store.sequence() : asked.after();
        Webhook webhook = new Webhook(random(ID_BYTES), asked.url(), secret, asked.kinds(), asked.scope(), from);
        return webhooks.add(webhook, caller.act(null));
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    public List<Told> list(Caller caller) {
        caller.requireAll(Role.ADMINISTRATOR);
        return webhooks.list().stream()
                .map(webhook -> new Told(webhook, webhooks.counts(webhook.id())))
                .toList();
    }

    public Told get(Caller caller, String id) {
        caller.requireAll(Role.ADMINISTRATOR);
        return webhooks.find(id)
                .map(webhook -> new Told(webhook, webhooks.counts(id)))
                .orElseThrow(Webhooks::notFound);
    }

    public void remove(Caller caller, String id) {
        caller.requireAll(Role.ADMINISTRATOR);
        if (!webhooks.remove(id, caller.act(null))) {
            throw notFound();
        }
    }

    private static MingjianException notFound() {
        return new MingjianException(ProblemCode.NOT_FOUND, "no such webhook");
    }

    /// What was told and what was not, by the numbers of the changes.
    public List<Delivery> deliveries(Caller caller, String id, @Nullable State state, long after, int limit) {
        get(caller, id);
        return webhooks.deliveries(id, state, after, limit);
    }

    /// Has dead deliveries tried again, or one named told again.
    ///
    /// @return how many
    public int redeliver(Caller caller, String id, @Nullable Long sequence) {
        get(caller, id);
        int count = webhooks.redeliver(id, sequence, now(), caller.act(null));
        worker.execute(this::work);
        return count;
    }

    /// Begins to tell, in the background.
    public void start() {
        long every = rules.every().toMillis();
        rounds = worker.scheduleWithFixedDelay(this::work, every, every, TimeUnit.MILLISECONDS);
    }

    private void work() {
        try {
            enqueue();
            deliver();
        } catch (MingjianException e) {
            LOG.warn("webhooks wait: {}", e.detail());
        } catch (RuntimeException e) {
            // The next round may go better; an exception that got out would end all rounds.
            LOG.error("webhooks tripped", e);
        }
    }

    /// Looks at what has happened since, for each webhook.
    void enqueue() {
        long last = store.sequence();
        for (Webhook webhook : webhooks.list()) {
            Webhook at = webhook;
            while (at.reached() < last) {
                List<ChangeRow> changes = changes(at.reached(), at.scope(), STEP);
                List<Long> wanted = new ArrayList<>();
                for (ChangeRow change : changes) {
                    if (at.wants(change.action())) {
                        wanted.add(change.sequence());
                    }
                }
                long reached = changes.size() < STEP ? last : changes.getLast().sequence();
                webhooks.enqueue(at, wanted, reached, now());
                at = new Webhook(at.id(), at.url(), at.secret(), at.kinds(), at.scope(), reached);
            }
        }
    }

    private List<ChangeRow> changes(long after, Scope scope, int limit) {
        return sheets.current().changes(after, limit, scope, practice.deadlines());
    }

    /// Tries what is due.
    void deliver() {
        webhooks.forget(now().minus(rules.keep()));
        for (List<Delivery> due = due(); !due.isEmpty(); due = due()) {
            for (Delivery delivery : due) {
                webhooks.note(tried(delivery));
            }
        }
    }

    private List<Delivery> due() {
        return webhooks.due(now(), rules.longestWait(), STEP);
    }

    private Delivery tried(Delivery delivery) {
        Optional<Webhook> webhook = webhooks.find(delivery.webhook());
        Optional<ChangeRow> change = changes(delivery.sequence() - 1, Scope.ALL, 1).stream()
                .filter(row -> row.sequence() == delivery.sequence())
                .findFirst();
        int attempts = delivery.attempts() + 1;
        if (webhook.isEmpty() || change.isEmpty()) {
            return outcome(delivery, State.DEAD, attempts, null, "the webhook or the change is gone");
        }
        try {
            int status = messenger.send(webhook.get(), change.get());
            return status >= 200 && status < 300
                    ? outcome(delivery, State.DELIVERED, attempts, status, null)
                    : failed(delivery, attempts, status, null);
        } catch (UnansweredException | MingjianException e) {
            return failed(delivery, attempts, null, e.getMessage());
        }
    }

    private Delivery failed(Delivery delivery, int attempts, @Nullable Integer status, @Nullable String failure) {
        State state = attempts >= rules.attempts() ? State.DEAD : State.WAITING;
        if (state == State.DEAD) {
            LOG.warn("webhook {} was not told of change {}", delivery.webhook(), delivery.sequence());
        }
        return outcome(delivery, state, attempts, status, failure);
    }

    private Delivery outcome(
            Delivery delivery, State state, int attempts, @Nullable Integer status, @Nullable String failure) {
        Instant due = state == State.WAITING ? now().plus(rules.after(attempts)) : now();
        return new Delivery(delivery.webhook(), delivery.sequence(), state, attempts, due, status, failure);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// Lets the message at hand come to its end; the others wait for the next start.
    @Override
    public void close() {
        Future<?> further = rounds;
        if (further != null) {
            further.cancel(false);
        }
        worker.shutdown();
        try {
            if (!worker.awaitTermination(LAST.toSeconds(), TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
