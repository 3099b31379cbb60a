package io.mingjian.api;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.supervision.Webhooks;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Webhook;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is told of changes.
///
/// @param events  beginnings of the actions that are told; empty for all
/// @param units   whose changes; empty for everybody's
/// @param reached the last change that was looked at
@Serdeable
public record WebhookJson(
        String id,
        String url,
        List<String> events,
        List<String> units,
        long reached,
        int waiting,
        int delivered,
        int dead) {
    static WebhookJson of(Webhooks.Told told) {
        Webhook webhook = told.webhook();
        return new WebhookJson(
                webhook.id(),
                webhook.url(),
                webhook.kinds(),
                switch (webhook.scope()) {
                    case Scope.All all -> List.of();
                    case Scope.Units own ->
                        own.units().stream().map(UnitId::value).sorted().toList();
                },
                webhook.reached(),
                told.counts().getOrDefault(Webhook.State.WAITING, 0),
                told.counts().getOrDefault(Webhook.State.DELIVERED, 0),
                told.counts().getOrDefault(Webhook.State.DEAD, 0));
    }

    @Serdeable
    record ListJson(List<WebhookJson> items) {}

    /// A new webhook; its secret is never told again.
    @Serdeable
    record MadeJson(WebhookJson webhook, String secret) {}

    /// What somebody wants to be told.
    ///
    /// @param secret 16 to 128 characters; left out, one is made
    /// @param events actions or their beginnings (`report`, `review.accepted`, `unit`); left out, all
    /// @param units  whose changes; left out, everybody's
    /// @param after  the change after which it begins; left out, now
    @Serdeable
    record AskedJson(
            @Nullable String url,
            @Nullable String secret,
            @Nullable List<String> events,
            @Nullable List<String> units,
            @Nullable Long after) {
        Webhooks.Asked asked() {
            String given = secret;
            return new Webhooks.Asked(
                    Parameters.needed(url, "url"),
                    given == null || given.isEmpty() ? null : given,
                    events == null ? List.of() : events,
                    scope(),
                    after);
        }

        private Scope scope() {
            if (units == null || units.isEmpty()) {
                return Scope.ALL;
            }
            Set<UnitId> own = new HashSet<>();
            for (String unit : units) {
                if (!UnitId.isValid(unit)) {
                    throw new MingjianException(ProblemCode.BAD_REQUEST, "not a unit's id");
                }
                own.add(new UnitId(unit));
            }
            return new Scope.Units(own);
        }
    }

    /// A change that is told.
    ///
    /// @param due     when it is tried next; of what is past that, when it was tried last
    /// @param status  the last answer, or null where there was none; `failure` says why
    @Serdeable
    record DeliveryJson(
            long sequence,
            String state,
            int attempts,
            String due,
            @Nullable Integer status,
            @Nullable String failure) {
        static DeliveryJson of(Webhook.Delivery delivery) {
            return new DeliveryJson(
                    delivery.sequence(),
                    Parameters.lower(delivery.state()),
                    delivery.attempts(),
                    delivery.due().toString(),
                    delivery.status(),
                    delivery.failure());
        }
    }

    /// Some deliveries.
    ///
    /// @param next the cursor that gives the following ones, or null at the end
    @Serdeable
    record DeliveriesJson(
            List<DeliveryJson> items, @Nullable String next) {
        static DeliveriesJson of(List<Webhook.Delivery> found, int most) {
            List<Webhook.Delivery> page = found.subList(0, Math.min(most, found.size()));
            return new DeliveriesJson(
                    page.stream().map(DeliveryJson::of).toList(),
                    found.size() > most ? String.valueOf(page.getLast().sequence()) : null);
        }
    }
}
