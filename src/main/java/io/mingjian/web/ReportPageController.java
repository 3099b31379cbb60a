package io.mingjian.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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
import io.mingjian.service.Corrections;
import io.mingjian.service.Reports;
import io.mingjian.service.supervision.Ledger;
import io.mingjian.service.supervision.Units;
import io.mingjian.store.Role;
import io.mingjian.store.StoredReport;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Review;
import io.mingjian.web.ReportView.Standing;
import io.mingjian.web.ReviewView.ReviewLine;
import io.mingjian.wire.ExtractionJson;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of a report, and its removal.
@Controller("/reports/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class ReportPageController {
    private final Reports reports;
    private final Corrections corrections;
    private final Units units;
    private final Ledger ledger;
    private final PrintedPages printed;
    private final ReportReading reading;
    private final Pages pages;

    ReportPageController(
            Reports reports,
            Corrections corrections,
            Units units,
            Ledger ledger,
            PrintedPages printed,
            ReportReading reading,
            Pages pages) {
        this.reports = reports;
        this.corrections = corrections;
        this.units = units;
        this.ledger = ledger;
        this.printed = printed;
        this.reading = reading;
        this.pages = pages;
    }

    /// The report.
    ///
    /// @param at   places of the text that were looked for, `702-710.720-722`
    /// @param mend whether values lead to their correction and not to their place
    /// @param page a page of the original to be shown in place of the text; 0 for the text
    @Get
    HttpResponse<byte[]> show(
            HttpRequest<?> request,
            @PathVariable String id,
            @QueryValue(defaultValue = "") String at,
            @QueryValue(defaultValue = "false") boolean mend,
            @QueryValue(defaultValue = "0") int page) {
        Caller caller = Callers.of(request);
        StoredReport report = reports.get(caller, ReportAddress.id(id));
        String text = reports.text(caller, report.id(), null);
        ExtractionJson extraction = extraction(caller, report);
        PrintedPage shown = page == 0
                ? null
                : printed.page(caller, report, page, text, extraction.document().pageMap());
        ReportView view = reading.view(
                report,
                extraction,
                text,
                corrections.list(caller, report.id(), report.version()),
                new ReportReading.Wish(SoughtPlaces.read(at, text.length()), mend, shown, standing(caller, report)));
        return pages.page(request, Page.Room.REPORTS, "report", view);
    }

    private Standing standing(Caller caller, StoredReport report) {
        UnitId unit = report.unit();
        List<Review> reviews = ledger.reviews(caller, report.id());
        return new Standing(
                unit == null ? null : units.name(unit),
                unit == null ? null : years(caller, report, unit),
                reviews.isEmpty() ? null : ReviewLine.of(reviews.getLast()),
                caller.role().compareTo(Role.SUPERVISOR) >= 0);
    }

    /// Where a unit's report of the year before stands beside it, if the unit is in the tree.
    private @Nullable String years(Caller caller, StoredReport report, UnitId unit) {
        boolean known = units.list(caller, unit, null, 1).stream()
                .anyMatch(one -> one.id().equals(unit));
        Integer year = report.summary().year();
        return known
                ? Page.Room.COMPARE.path() + "?unit=" + unit.value() + (year == null ? "" : "&after=" + year)
                : null;
    }

    /// Asks whether it is meant.
    @Get("/delete")
    HttpResponse<byte[]> asked(HttpRequest<?> request, @PathVariable String id) {
        return pages.page(
                request,
                Page.Room.REPORTS,
                "delete",
                ListedReport.of(reports.get(Callers.of(request), ReportAddress.id(id))));
    }

    @Post("/delete")
    @Consumes(MediaType.ALL)
    HttpResponse<?> delete(HttpRequest<?> request, @PathVariable String id) {
        reports.remove(Callers.of(request), ReportAddress.id(id), null);
        return HttpResponse.seeOther(URI.create(Page.Room.REPORTS.path()));
    }

    private ExtractionJson extraction(Caller caller, StoredReport report) {
        return reading.extraction(reports.extraction(caller, report.id(), null, false));
    }
}
