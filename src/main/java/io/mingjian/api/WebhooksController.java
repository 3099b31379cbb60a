package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.WebhookJson.AskedJson;
import io.mingjian.api.WebhookJson.DeliveriesJson;
import io.mingjian.api.WebhookJson.ListJson;
import io.mingjian.api.WebhookJson.MadeJson;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Webhooks;
import io.mingjian.store.supervision.Webhook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Who is told of changes. For administrators of everything.
@Controller("/api/v1/webhooks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "webhooks")
final class WebhooksController {
    private final Webhooks webhooks;
    private final ApiLimits limits;

    WebhooksController(Webhooks webhooks, ApiLimits limits) {
        this.webhooks = webhooks;
        this.limits = limits;
    }

    /// Every change from now on is posted there, at least once, signed with the secret, which is told this once.
    @Post
    @Operation(operationId = "addWebhook", summary = "Be told of changes")
    HttpResponse<MadeJson> add(HttpRequest<?> request, @Body AskedJson asked) {
        Caller caller = Callers.of(request);
        Webhook webhook = webhooks.add(caller, asked.asked());
        return HttpResponse.created(new MadeJson(WebhookJson.of(webhooks.get(caller, webhook.id())), webhook.secret()));
    }

    @Get
    @Operation(operationId = "listWebhooks", summary = "Who is told of changes")
    ListJson list(HttpRequest<?> request) {
        return new ListJson(
                webhooks.list(Callers.of(request)).stream().map(WebhookJson::of).toList());
    }

    @Get("/{id}")
    @Operation(operationId = "getWebhook", summary = "A webhook and how it goes")
    WebhookJson get(HttpRequest<?> request, @PathVariable String id) {
        return WebhookJson.of(webhooks.get(Callers.of(request), id));
    }

    @Delete("/{id}")
    @Operation(operationId = "removeWebhook", summary = "Tell no more")
    HttpResponse<?> remove(HttpRequest<?> request, @PathVariable String id) {
        webhooks.remove(Callers.of(request), id);
        return HttpResponse.noContent();
    }

    /// What was told and what was not, by the numbers of the changes.
    ///
    /// @param state `waiting`, `delivered` or `dead`
    @Get("/{id}/deliveries")
    @Operation(operationId = "listDeliveries", summary = "What was told and what was not")
    DeliveriesJson deliveries(
            HttpRequest<?> request,
            @PathVariable String id,
            @Nullable @QueryValue String state,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") int limit) {
        Webhook.State only = Parameters.constant(Webhook.State.class, state);
        int most = limits.page(limit);
        return DeliveriesJson.of(
                webhooks.deliveries(Callers.of(request), id, only, Parameters.after(cursor), most + 1), most);
    }

    /// Tries all dead deliveries again.
    @Post("/{id}/redelivery")
    @Consumes(MediaType.ALL)
    @Operation(operationId = "redeliver", summary = "Try dead deliveries again")
    HttpResponse<WebhookJson> redeliver(HttpRequest<?> request, @PathVariable String id) {
        webhooks.redeliver(Callers.of(request), id, null);
        return HttpResponse.accepted().body(get(request, id));
    }

    /// Tells one change again.
    @Post("/{id}/deliveries/{sequence}/redelivery")
    @Consumes(MediaType.ALL)
    @Operation(operationId = "redeliverOne", summary = "Tell a change again")
    HttpResponse<WebhookJson> redeliver(HttpRequest<?> request, @PathVariable String id, @PathVariable long sequence) {
        webhooks.redeliver(Callers.of(request), id, sequence);
        return HttpResponse.accepted().body(get(request, id));
    }
}
