package io.mingjian.web;

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
import io.mingjian.model.ReportModel;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.Reports;
import io.mingjian.service.supervision.Ledger;
import io.mingjian.store.Act;
import io.mingjian.store.ReportId;
import io.mingjian.store.Role;
import io.mingjian.store.Version;
import io.mingjian.web.VersionsView.Compared;
import io.mingjian.web.VersionsView.VersionView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The history of a report: who made which version, what it changed; going back to one, giving the report back.
@Controller("/reports/{id}/versions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class VersionsPageController {
    private final Reports reports;
    private final Ledger ledger;
    private final ReportModel model;
    private final Pages pages;

    VersionsPageController(Reports reports, Ledger ledger, ReportModel model, Pages pages) {
        this.reports = reports;
        this.ledger = ledger;
        this.model = model;
        this.pages = pages;
    }

    /// All versions, and what two of them state differently.
    ///
    /// @param before the earlier of the two
    /// @param after  the later of the two
    @Get
    HttpResponse<byte[]> show(
            HttpRequest<?> request,
            @PathVariable String id,
            @Nullable @QueryValue Integer before,
            @Nullable @QueryValue Integer after) {
        Caller caller = Callers.of(request);
        ReportId report = ReportAddress.id(id);
        List<Version> versions = reports.versions(caller, report);
        Compared compared =
                before == null || after == null ? null : compare(caller, report, before, after, Words.of(request));
        VersionsView view = new VersionsView(
                ListedReport.of(reports.get(caller, report)),
                versions.reversed().stream().map(VersionView::of).toList(),
                compared,
                caller.role().compareTo(Role.SUPERVISOR) >= 0);
        return pages.page(request, Page.Room.REPORTS, "versions", view);
    }

    private Compared compare(Caller caller, ReportId report, int before, int after, Words words) {
        return new Compared(
                before,
                after,
                reports.compare(caller, report, before, after).stream()
                        .map(difference -> DifferenceView.of(model, difference, words))
                        .toList());
    }

    @Post("/restore")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> restore(HttpRequest<?> request, @PathVariable String id, @Body Map<String, String> fields) {
        reports.restore(Callers.of(request), ReportAddress.id(id), number(fields), reason(fields));
        return HttpResponse.seeOther(URI.create(ReportAddress.of(ReportAddress.id(id)) + "/versions"));
    }

    @Post("/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> giveBack(HttpRequest<?> request, @PathVariable String id, @Body Map<String, String> fields) {
        ledger.giveBack(Callers.of(request), ReportAddress.id(id), reason(fields));
        return HttpResponse.seeOther(URI.create(ReportAddress.of(ReportAddress.id(id)) + "/versions"));
    }

    private static int number(Map<String, String> fields) {
        try {
            return Integer.parseInt(fields.getOrDefault("version", ""));
        } catch (NumberFormatException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "no such version", e);
        }
    }

    private static String reason(Map<String, String> fields) {
        String reason = fields.getOrDefault("reason", "").strip();
        if (reason.isEmpty() || reason.length() > Act.MAX_REASON) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "a reason is needed");
        }
        return reason;
    }
}
