package io.mingjian.web.admin;

import io.mingjian.service.supervision.Webhooks;
import io.mingjian.store.supervision.Webhook;
import io.mingjian.web.admin.AdminView.Made;
import io.mingjian.web.admin.AdminView.Unclear;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is told of changes.
///
/// @param made    the secret that was just made, or null
/// @param unclear a form that was not clear, or null
public record WebhooksView(
        List<WebhookLine> webhooks,
        @Nullable Made made,
        @Nullable Unclear unclear) {
    public WebhooksView {
        webhooks = List.copyOf(webhooks);
    }

    /// A webhook on its line.
    ///
    /// @param units the names of those whose changes it is told; empty for all
    public record WebhookLine(
            String id, String url, String events, List<String> units, int waiting, int delivered, int dead) {
        public WebhookLine {
            units = List.copyOf(units);
        }

        static WebhookLine of(Webhooks.Told told, List<String> units) {
            return new WebhookLine(
                    told.webhook().id(),
                    told.webhook().url(),
                    String.join(" ", told.webhook().kinds()),
                    units,
                    told.counts().getOrDefault(Webhook.State.WAITING, 0),
                    told.counts().getOrDefault(Webhook.State.DELIVERED, 0),
                    told.counts().getOrDefault(Webhook.State.DEAD, 0));
        }

        /// Where it is shown what it was told.
        public String path() {
            return WebhooksPageController.PATH + "/" + id;
        }
    }

    /// What one of them was told and what not.
    ///
    /// @param only    the state that is shown alone, or null
    /// @param earlier where those before these are, or null; likewise `later`
    public record DeliveriesView(
            WebhookLine webhook,
            Webhook.@Nullable State only,
            List<DeliveryLine> lines,
            @Nullable String earlier,
            @Nullable String later) {
        public DeliveriesView {
            lines = List.copyOf(lines);
        }
    }

    /// A change that is told.
    ///
    /// @param due    when it is tried next; of what is past that, when it was tried last
    /// @param answer the last one, or why there was none; empty before the first attempt
    public record DeliveryLine(
            long sequence,
            LogView.@Nullable LineView change,
            Webhook.State state,
            int attempts,
            String due,
            String answer) {}
}
