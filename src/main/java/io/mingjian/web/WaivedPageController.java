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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.Callers;
import io.mingjian.model.ReportModel;
import io.mingjian.service.Caller;
import io.mingjian.service.Decisions;
import io.mingjian.service.Reports;
import io.mingjian.store.Act;
import io.mingjian.store.Role;
import io.mingjian.store.Ruling;
import io.mingjian.store.StoredReport;
import io.mingjian.web.WaivedView.WaivedLine;
import io.mingjian.wire.ExtractionJson;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Findings that somebody looked into and accepts, with a reason; and what was accepted so.
@Controller("/reports/{id}/findings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class WaivedPageController {
    private static final int FINGERPRINT = 64;

    private final Reports reports;
    private final Decisions decisions;
    private final ReportReading reading;
    private final ReportModel model;
    private final Pages pages;

    WaivedPageController(Reports reports, Decisions decisions, ReportReading reading, ReportModel model, Pages pages) {
        this.reports = reports;
        this.decisions = decisions;
        this.reading = reading;
        this.model = model;
        this.pages = pages;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request, @PathVariable String id) {
        Caller caller = Callers.of(request);
        StoredReport report = reports.get(caller, ReportAddress.id(id));
        ExtractionJson extraction = reading.extraction(reports.extraction(caller, report.id(), null, false));
        List<WaivedLine> lines = extraction.waived() == null
                ? List.of()
                : extraction.waived().stream()
                        .map(waived -> WaivedLine.of(
                                waived, RuleTitles.of(model, waived.finding().rule())))
                        .toList();
        WaivedView view =
                new WaivedView(ListedReport.of(report), lines, caller.role().compareTo(Role.SUPERVISOR) >= 0);
        return pages.page(request, Page.Room.REPORTS, "waived", view);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(HttpRequest<?> request, @PathVariable String id, @Body Map<String, String> fields) {
        Posted posted = new Posted(fields);
        Ruling ruling = posted.constant("ruling", Ruling.class);
        decisions.decide(
                Callers.of(request),
                ReportAddress.id(id),
                posted.text("fingerprint", FINGERPRINT),
                ruling,
                posted.text("reason", Act.MAX_REASON));
        String report = ReportAddress.of(ReportAddress.id(id));
        return HttpResponse.seeOther(URI.create(ruling == Ruling.WAIVED ? report + "#findings" : report + "/findings"));
    }
}
