package io.mingjian.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.Callers;
import io.mingjian.service.Caller;
import io.mingjian.service.Corrections;
import io.mingjian.service.Reports;
import io.mingjian.store.StoredReport;
import io.mingjian.web.ReportView.Standing;
import io.mingjian.wire.CheckPage;
import io.mingjian.wire.ExtractionJson;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// What can be taken home from a report.
@Controller("/reports/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class ReportDownloadsController {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Reports reports;
    private final Corrections corrections;
    private final ReportReading reading;

    ReportDownloadsController(Reports reports, Corrections corrections, ReportReading reading) {
        this.reports = reports;
        this.corrections = corrections;
        this.reading = reading;
    }

    /// All cells of all tables, one a line.
    @Get("/cells.csv")
    @Produces(CSV)
    HttpResponse<byte[]> cells(HttpRequest<?> request, @PathVariable String id) {
        StoredReport report = report(request, id);
        return download(report, "cells.csv", CSV, CsvWriter.cells(extraction(request, report)));
    }

    /// All figures of the prose, one a line.
    @Get("/facts.csv")
    @Produces(CSV)
    HttpResponse<byte[]> facts(HttpRequest<?> request, @PathVariable String id) {
        StoredReport report = report(request, id);
        return download(report, "facts.csv", CSV, CsvWriter.facts(extraction(request, report)));
    }

    /// Tables as their form prescribes, figures and findings as a workbook.
    @Get("/workbook.xlsx")
    @Produces(WORKBOOK)
    HttpResponse<byte[]> workbook(HttpRequest<?> request, @PathVariable String id) {
        Caller caller = Callers.of(request);
        StoredReport report = report(request, id);
        ReportView view = reading.view(
                report,
                extraction(request, report),
                reports.text(caller, report.id(), report.version()),
                corrections.list(caller, report.id(), report.version()),
                ReportReading.Wish.plain(new Standing(null, null, null, false)));
        return download(report, "xlsx", WORKBOOK, ReportBook.of(view, Words.of(request)));
    }

    /// Report and findings side by side as one page that can be sent around.
    @Get("/annotated.html")
    @Produces(HTML)
    HttpResponse<byte[]> annotated(HttpRequest<?> request, @PathVariable String id) {
        StoredReport report = report(request, id);
        String html = CheckPage.of(corrections.corrected(Callers.of(request), report.id()));
        return download(report, "annotated.html", HTML, html.getBytes(StandardCharsets.UTF_8));
    }

    private StoredReport report(HttpRequest<?> request, String id) {
        return reports.get(Callers.of(request), ReportAddress.id(id));
    }

    private ExtractionJson extraction(HttpRequest<?> request, StoredReport report) {
        return reading.extraction(reports.extraction(Callers.of(request), report.id(), report.version(), false));
    }

    private static HttpResponse<byte[]> download(StoredReport report, String ending, String type, byte[] content) {
        String name = URLEncoder.encode(report.summary().name() + "." + ending, StandardCharsets.UTF_8)
                .replace("+", "%20");
        return HttpResponse.ok(content)
                .contentType(new MediaType(type))
                .header("Content-Disposition", "attachment; filename*=utf-8''" + name);
    }
}
