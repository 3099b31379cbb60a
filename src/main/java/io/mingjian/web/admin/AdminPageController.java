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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.ApiLimits;
import io.mingjian.api.Callers;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Access;
import io.mingjian.service.Caller;
import io.mingjian.service.Maintenance;
import io.mingjian.service.Reports;
import io.mingjian.service.supervision.Practice;
import io.mingjian.store.AccessKey;
import io.mingjian.store.Act;
import io.mingjian.store.LogEntry;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Role;
import io.mingjian.web.Page;
import io.mingjian.web.Pages;
import io.mingjian.web.Posted;
import io.mingjian.web.Words;
import io.mingjian.web.admin.AdminView.BackupView;
import io.mingjian.web.admin.AdminView.KeyView;
import io.mingjian.web.admin.AdminView.Made;
import io.mingjian.web.admin.AdminView.SettingsView;
import io.mingjian.web.admin.AdminView.Unclear;
import io.mingjian.web.admin.LogView.LineView;
import io.mingjian.web.supervise.Years;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who may come in, who changed what, what the service is set to and what its engine is; for administrators.
@Controller("/admin")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class AdminPageController {
    private static final int LINES = 50;
    private static final long MEBIBYTE = 1 << 20;
    private static final long KIBIBYTE = 1 << 10;
    private static final String LOG = Page.Room.ADMINISTER.path() + "/log?after=";

    private final Reports reports;
    private final Maintenance maintenance;
    private final Access access;
    private final Practice practice;
    private final ApiLimits limits;
    private final EngineScores scores;
    private final ScopeForm scopes;
    private final HttpHostResolver hosts;
    private final Pages pages;

    AdminPageController(
            Reports reports,
            Maintenance maintenance,
            Access access,
            Practice practice,
            ApiLimits limits,
            EngineScores scores,
            ScopeForm scopes,
            HttpHostResolver hosts,
            Pages pages) {
        this.reports = reports;
        this.maintenance = maintenance;
        this.scopes = scopes;
        this.hosts = hosts;
        this.access = access;
        this.practice = practice;
        this.limits = limits;
        this.scores = scores;
        this.pages = pages;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request) {
        administrator(request);
        return page(request, null, null);
    }

    private static Caller administrator(HttpRequest<?> request) {
        Caller caller = Callers.of(request);
        caller.require(Role.ADMINISTRATOR);
        return caller;
    }

    private HttpResponse<byte[]> page(HttpRequest<?> request, @Nullable Made made, @Nullable Unclear unclear) {
        Reports.State state = reports.state();
        AdminView view = new AdminView(
                state.reports(),
                state.lag(),
                access.list().stream()
                        .map(key -> new KeyView(key.name(), key.role().name(), scopes.names(key.scope())))
                        .toList(),
                made,
                unclear,
                access.isOpen(),
                new SettingsView(
                        Words.of(request)
                                .get(
                                        "admin.deadline.is",
                                        String.valueOf(Years.due()),
                                        practice.deadlines().day(Years.due())),
                        practice.rankFrom(),
                        limits.uploadBytes() / MEBIBYTE,
                        limits.filesPerRequest()),
                backup(request),
                scores.engine());
        return pages.page(request, Page.Room.ADMINISTER, "admin/admin", view);
    }

    private BackupView backup(HttpRequest<?> request) {
        ReportStore.Holdings holdings = maintenance.holdings();
        LogEntry last = holdings.lastBackup();
        return new BackupView(
                holdings.originals(),
                size(holdings.bytes()),
                last == null ? null : LineView.of(last),
                "curl -fsS -H \"Authorization: Bearer KEY\" -o mingjian.zip " + hosts.resolve(request)
                        + "/api/v1/backup");
    }

    private static String size(long bytes) {
        return bytes < MEBIBYTE
                ? Math.ceilDiv(bytes, KIBIBYTE) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEBIBYTE);
    }

    /// Makes a key and shows it, this once.
    @Post("/keys")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> addKey(HttpRequest<?> request, @Body Map<String, String> fields) {
        Caller caller = administrator(request);
        Posted posted = new Posted(fields);
        String name = posted.text("name", Act.MAX_AUTHOR);
        Role role = posted.constant("role", Role.class);
        ScopeForm.Read read = scopes.read(caller, posted.text("units"), Words.of(request));
        if (read.scope() == null) {
            return page(request, null, new Unclear(name, role.name(), posted.text("units"), read.said()));
        }
        String secret = access.add(new AccessKey(name, role, read.scope()), caller.act(null));
        return page(request, new Made(name, secret), null);
    }

    @Post("/keys/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revokeKey(HttpRequest<?> request, @Body Map<String, String> fields) {
        Caller caller = administrator(request);
        if (!access.revoke(new Posted(fields).text("name", Act.MAX_AUTHOR), caller.act(null))) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "no such key");
        }
        return HttpResponse.seeOther(URI.create(Page.Room.ADMINISTER.path()));
    }

    /// The log, page by page; the last one where none is asked for.
    ///
    /// @param after the number of the line before the first one shown
    @Get("/log")
    HttpResponse<byte[]> log(HttpRequest<?> request, @Nullable @QueryValue Long after) {
        Caller caller = administrator(request);
        long from = after == null ? Math.max(0, last(caller) - LINES) : Math.max(0, after);
        List<LogEntry> found = reports.log(caller, from, LINES + 1);
        List<LogEntry> page = found.subList(0, Math.min(LINES, found.size()));
        LogView view = new LogView(
                page.reversed().stream().map(LineView::of).toList(),
                from == 0 ? null : LOG + Math.max(0, from - LINES),
                found.size() > LINES ? LOG + page.getLast().sequence() : null);
        return pages.page(request, Page.Room.ADMINISTER, "admin/log", view);
    }

    /// The number of the last line. Lines are numbered without many gaps, so it is found by halving.
    private long last(Caller caller) {
        long low = 0;
        long high = 1;
        while (!reports.log(caller, high, 1).isEmpty()) {
            low = high;
            high *= 2;
        }
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (reports.log(caller, middle, 1).isEmpty()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
