package io.mingjian.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.Callers;
import io.mingjian.service.Caller;
import io.mingjian.service.Reports;
import io.mingjian.store.StoredReport;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The kept reports, the newest first.
@Controller("/reports")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class ReportsPageController {
    private static final int ROWS = 50;

    /// Reports looked at for one page of a filtered list.
    private static final int FARTHEST = 20_000;

    private final Reports reports;
    private final Pages pages;

    ReportsPageController(Reports reports, Pages pages) {
        this.reports = reports;
        this.pages = pages;
    }

    @Get
    HttpResponse<byte[]> list(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") String unit,
            @Nullable @QueryValue String year,
            @QueryValue(defaultValue = "false") boolean flawed,
            @Nullable @QueryValue Long before) {
        ReportFilter filter = new ReportFilter(unit.strip(), ReportFilter.year(year), flawed);
        List<ListedReport> rows = new ArrayList<>();
        Optional<Long> next = collect(Callers.of(request), filter, before == null ? Long.MAX_VALUE : before, rows);
        ReportsView view = new ReportsView(
                reports.count(Callers.of(request)),
                filter,
                rows,
                next.map(from -> address(filter, from)).orElse(null));
        return pages.page(request, Page.Room.REPORTS, "reports", view);
    }

    /// Fills the rows, and tells where the next ones begin.
    private Optional<Long> collect(Caller caller, ReportFilter filter, long before, List<ListedReport> rows) {
        Optional<Long> next = Optional.of(before);
        for (int seen = 0; next.isPresent() && rows.size() < ROWS && seen < FARTHEST; seen += ROWS) {
            Reports.Page page = reports.list(caller, next.get(), ROWS);
            next = page.next();
            for (StoredReport report : page.reports()) {
                if (rows.size() == ROWS) {
                    return Optional.of(report.sequence() + 1);
                }
                if (filter.accepts(report.summary())) {
                    rows.add(ListedReport.of(report));
                }
            }
        }
        return next;
    }

    private static String address(ReportFilter filter, long before) {
        UriBuilder address = UriBuilder.of(Page.Room.REPORTS.path()).queryParam("before", before);
        if (!filter.unit().isEmpty()) {
            address.queryParam("unit", filter.unit());
        }
        if (filter.year() != null) {
            address.queryParam("year", filter.year());
        }
        if (filter.flawed()) {
            address.queryParam("flawed", true);
        }
        return address.build().toString();
    }
}
