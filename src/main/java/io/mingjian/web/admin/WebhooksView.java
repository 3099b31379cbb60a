package io.mingjian.web.admin;

import io.mingjian.service.supervision.Webhooks;
import io.mingjian.store.supervision.Webhook;
import io.mingjian.web.admin.AdminView.Made;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is told of changes.
///
/// @param made the secret that was just made, or null
public record WebhooksView(
        List<WebhookLine> webhooks, @Nullable Made made) {
    public WebhooksView {
        webhooks = List.copyOf(webhooks);
    }

    /// A webhook on its line.
    public record WebhookLine(String id, String url, String events, int waiting, int delivered, int dead) {
        static WebhookLine of(Webhooks.Told told) {
            return new WebhookLine(
                    told.webhook().id(),
                    told.webhook().url(),
                    String.join(" ", told.webhook().kinds()),
                    told.counts().getOrDefault(Webhook.State.WAITING, 0),
                    told.counts().getOrDefault(Webhook.State.DELIVERED, 0),
                    told.counts().getOrDefault(Webhook.State.DEAD, 0));
        }
    }
}
