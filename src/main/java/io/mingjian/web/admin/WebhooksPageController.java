package io.mingjian.web.admin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.Callers;
import io.mingjian.service.supervision.Webhooks;
import io.mingjian.store.supervision.Webhook;
import io.mingjian.web.Page;
import io.mingjian.web.Pages;
import io.mingjian.web.Posted;
import io.mingjian.web.admin.AdminView.Made;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is told of changes, and what could not be told.
@Controller(WebhooksPageController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class WebhooksPageController {
    static final String PATH = "/admin/webhooks";

    private static final int ID = 32;

    private final Webhooks webhooks;
    private final Pages pages;

    WebhooksPageController(Webhooks webhooks, Pages pages) {
        this.webhooks = webhooks;
        this.pages = pages;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request) {
        return page(request, null);
    }

    private HttpResponse<byte[]> page(HttpRequest<?> request, @Nullable Made made) {
        List<WebhooksView.WebhookLine> lines = webhooks.list(Callers.of(request)).stream()
                .map(WebhooksView.WebhookLine::of)
                .toList();
        return pages.page(request, Page.Room.ADMINISTER, "admin/webhooks", new WebhooksView(lines, made));
    }

    /// Adds one and shows its secret, this once.
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> add(HttpRequest<?> request, @Body Map<String, String> fields) {
        Posted posted = new Posted(fields);
        String kinds = posted.text("events");
        Webhook webhook = webhooks.add(
                Callers.of(request),
                new Webhooks.Asked(
                        posted.text("url", Webhook.MAX_URL),
                        null,
                        kinds.isEmpty() ? List.of() : Arrays.asList(kinds.split("[\\s,;]+", -1)),
                        AdminPageController.scope(posted.text("units")),
                        null));
        return page(request, new Made(webhook.url(), webhook.secret()));
    }

    @Post("/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(HttpRequest<?> request, @Body Map<String, String> fields) {
        webhooks.remove(Callers.of(request), new Posted(fields).text("id", ID));
        return HttpResponse.seeOther(URI.create(PATH));
    }

    @Post("/redeliver")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> redeliver(HttpRequest<?> request, @Body Map<String, String> fields) {
        webhooks.redeliver(Callers.of(request), new Posted(fields).text("id", ID), null);
        return HttpResponse.seeOther(URI.create(PATH));
    }
}
