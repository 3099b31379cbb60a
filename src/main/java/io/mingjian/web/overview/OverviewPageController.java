package io.mingjian.web.overview;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.Callers;
import io.mingjian.feed.sum.Coverages.Basis;
import io.mingjian.feed.table.CsvRows;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Ledger;
import io.mingjian.service.supervision.Sums.By;
import io.mingjian.service.supervision.Units;
import io.mingjian.store.Role;
import io.mingjian.web.Page;
import io.mingjian.web.Pages;
import io.mingjian.web.Words;
import io.mingjian.web.overview.OverviewRowsView.RowView;
import io.mingjian.web.supervise.LedgerAddress;
import io.mingjian.web.supervise.Years;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A year's figures up the tree, and the rows behind each of them.
@Controller("/overview")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class OverviewPageController {
    private static final String CSV = "text/csv;charset=UTF-8";

    private final OverviewReading reading;
    private final Ledger ledger;
    private final Units units;
    private final Pages pages;

    OverviewPageController(OverviewReading reading, Ledger ledger, Units units, Pages pages) {
        this.ledger = ledger;
        this.reading = reading;
        this.units = units;
        this.pages = pages;
    }

    /// The overview, or what to do first where there are no units yet.
    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request) {
        Caller caller = Callers.of(request);
        if (units.list(caller, null, null, 1).isEmpty()) {
            return pages.page(
                    request,
                    Page.Room.OVERVIEW,
                    "supervise/first",
                    caller.role().compareTo(Role.SUPERVISOR) >= 0);
        }
        return pages.page(
                request,
                Page.Room.OVERVIEW,
                "overview/overview",
                reading.view(caller, address(caller, request), Words.of(request)));
    }

    /// One figure, unit by unit.
    @Get("/rows")
    HttpResponse<byte[]> rows(HttpRequest<?> request) {
        Caller caller = Callers.of(request);
        return pages.page(request, Page.Room.OVERVIEW, "overview/rows", reading.rows(caller, address(caller, request)));
    }

    /// The same as a table.
    @Get("/rows.csv")
    @Produces(CSV)
    HttpResponse<byte[]> table(HttpRequest<?> request) {
        Caller caller = Callers.of(request);
        OverviewRowsView view = reading.rows(caller, address(caller, request));
        Words words = Words.of(request);
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try (CsvRows rows = new CsvRows(csv)) {
            rows.head(List.of(
                    words.get("units.id"),
                    words.get("ledger.unit"),
                    words.get("ledger.state"),
                    words.get("overview.role"),
                    view.name(),
                    words.get("overview.parts")));
            for (RowView row : view.rows()) {
                rows.row(cells(row, words));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return HttpResponse.ok(csv.toByteArray())
                .contentType(new MediaType(CSV))
                .header("Content-Disposition", "attachment; filename=rows.csv");
    }

    private static List<@Nullable Object> cells(RowView row, Words words) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.unit());
        cells.add(row.name());
        cells.add(words.get("ledger." + row.state()));
        cells.add(words.get("overview.role." + row.role()));
        cells.add(row.value());
        cells.add(row.parts());
        return cells;
    }

    private OverviewAddress address(Caller caller, HttpRequest<?> request) {
        LedgerAddress part = LedgerAddress.of(
                parameter(request, "year"),
                parameter(request, "within"),
                null,
                () -> ledger.newest(caller, Years.due()));
        if (part.within() != null) {
            units.get(caller, part.within());
        }
        return new OverviewAddress(
                part.year(),
                part.within(),
                Basis.AREA.name().equals(parameter(request, "basis")) ? Basis.AREA : Basis.OWN,
                by(parameter(request, "by")),
                String.valueOf(request.getParameters().get("measure", String.class, "")));
    }

    private static By by(@Nullable String name) {
        if (By.LEVEL.name().equals(name)) {
            return By.LEVEL;
        }
        return By.KIND.name().equals(name) ? By.KIND : By.CHILD;
    }

    private static @Nullable String parameter(HttpRequest<?> request, String name) {
        return request.getParameters().get(name);
    }
}
