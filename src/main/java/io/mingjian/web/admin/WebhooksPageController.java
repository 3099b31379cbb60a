package io.mingjian.web.admin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.Callers;
import io.mingjian.service.Caller;
import io.mingjian.service.Reports;
import io.mingjian.service.supervision.Webhooks;
import io.mingjian.store.Role;
import io.mingjian.store.supervision.Webhook;
import io.mingjian.store.supervision.Webhook.Delivery;
import io.mingjian.web.ListedReport;
import io.mingjian.web.Page;
import io.mingjian.web.Pages;
import io.mingjian.web.Posted;
import io.mingjian.web.Words;
import io.mingjian.web.admin.AdminView.Made;
import io.mingjian.web.admin.AdminView.Unclear;
import io.mingjian.web.admin.LogView.LineView;
import io.mingjian.web.admin.WebhooksView.DeliveriesView;
import io.mingjian.web.admin.WebhooksView.DeliveryLine;
import io.mingjian.web.admin.WebhooksView.WebhookLine;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who is told of changes, and what could not be told.
@Controller(WebhooksPageController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class WebhooksPageController {
    static final String PATH = "/admin/webhooks";

    private static final int ID = 32;
    private static final int ROWS = 50;

    private final Webhooks webhooks;
    private final Reports reports;
    private final ScopeForm scopes;
    private final Pages pages;

    WebhooksPageController(Webhooks webhooks, Reports reports, ScopeForm scopes, Pages pages) {
        this.reports = reports;
        this.scopes = scopes;
        this.webhooks = webhooks;
        this.pages = pages;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request) {
        return page(request, null, null);
    }

    private HttpResponse<byte[]> page(HttpRequest<?> request, @Nullable Made made, @Nullable Unclear unclear) {
        List<WebhooksView.WebhookLine> lines =
                webhooks.list(Callers.of(request)).stream().map(this::line).toList();
        return pages.page(request, Page.Room.ADMINISTER, "admin/webhooks", new WebhooksView(lines, made, unclear));
    }

    private WebhookLine line(Webhooks.Told told) {
        return WebhookLine.of(told, scopes.names(told.webhook().scope()));
    }

    /// What a webhook was told and what not, page by page; the last one where none is asked for.
    ///
    /// @param state shows those alone
    /// @param after the number of the change before the first one shown
    @Get("/{id}")
    HttpResponse<byte[]> deliveries(
            HttpRequest<?> request,
            @PathVariable String id,
            @QueryValue Webhook.@Nullable State state,
            @Nullable @QueryValue Long after) {
        Caller caller = Callers.of(request);
        Webhooks.Told told = webhooks.get(caller, id);
        long newest = state == null ? Math.max(0, told.webhook().reached() - ROWS) : 0;
        long from = after == null ? newest : Math.max(0, after);
        List<Delivery> found = webhooks.deliveries(caller, id, state, from, ROWS + 1);
        List<Delivery> page = found.subList(0, Math.min(ROWS, found.size()));
        String address = PATH + "/" + id + "?" + (state == null ? "" : "state=" + state + "&") + "after=";
        DeliveriesView view = new DeliveriesView(
                line(told),
                state,
                page.reversed().stream().map(delivery -> line(caller, delivery)).toList(),
                from == 0 ? null : address + Math.max(0, from - ROWS),
                found.size() > ROWS ? address + page.getLast().sequence() : null);
        return pages.page(request, Page.Room.ADMINISTER, "admin/deliveries", view);
    }

    private DeliveryLine line(Caller caller, Delivery delivery) {
        String answer = delivery.status() == null ? delivery.failure() : String.valueOf(delivery.status());
        return new DeliveryLine(
                delivery.sequence(),
                reports.log(caller, delivery.sequence() - 1, 1).stream()
                        .filter(entry -> entry.sequence() == delivery.sequence())
                        .findFirst()
                        .map(LineView::of)
                        .orElse(null),
                delivery.state(),
                delivery.attempts(),
                ListedReport.time(delivery.due()),
                Objects.requireNonNullElse(answer, ""));
    }

    /// Adds one and shows its secret, this once.
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> add(HttpRequest<?> request, @Body Map<String, String> fields) {
        Posted posted = new Posted(fields);
        Caller caller = Callers.of(request);
        caller.requireAll(Role.ADMINISTRATOR);
        String kinds = posted.text("events");
        String url = posted.text("url", Webhook.MAX_URL);
        ScopeForm.Read read = scopes.read(caller, posted.text("units"), Words.of(request));
        if (read.scope() == null) {
            return page(request, null, new Unclear(url, kinds, posted.text("units"), read.said()));
        }
        Webhook webhook = webhooks.add(
                caller,
                new Webhooks.Asked(
                        url,
                        null,
                        kinds.isEmpty() ? List.of() : Arrays.asList(kinds.split("[\\s,;]+", -1)),
                        read.scope(),
                        null));
        return page(request, new Made(webhook.url(), webhook.secret()), null);
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
        Posted posted = new Posted(fields);
        String id = posted.text("id", ID);
        boolean one = !posted.text("sequence").isEmpty();
        webhooks.redeliver(Callers.of(request), id, one ? (long) posted.number("sequence") : null);
        return HttpResponse.seeOther(URI.create(one ? PATH + "/" + id : PATH));
    }
}
