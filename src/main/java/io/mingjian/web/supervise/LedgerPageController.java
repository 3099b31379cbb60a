package io.mingjian.web.supervise;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.Callers;
import io.mingjian.feed.table.CsvRows;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Ledger;
import io.mingjian.service.supervision.Units;
import io.mingjian.store.Role;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.State;
import io.mingjian.web.Page;
import io.mingjian.web.Pages;
import io.mingjian.web.Posted;
import io.mingjian.web.Words;
import io.mingjian.web.supervise.LedgerView.CountView;
import io.mingjian.web.supervise.LedgerView.RowView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who owes a report of a year, and what became of it.
@Controller("/supervise")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class LedgerPageController {
    private static final int ROWS = 50;
    private static final String CSV = "text/csv;charset=UTF-8";

    private final Ledger ledger;
    private final Units units;
    private final Pages pages;

    LedgerPageController(Ledger ledger, Units units, Pages pages) {
        this.ledger = ledger;
        this.units = units;
        this.pages = pages;
    }

    /// The ledger, or what to do first where there are no units yet.
    @Get
    HttpResponse<byte[]> show(
            HttpRequest<?> request,
            @Nullable @QueryValue String year,
            @Nullable @QueryValue String within,
            @Nullable @QueryValue String state,
            @Nullable @QueryValue String after) {
        Caller caller = Callers.of(request);
        if (units.list(caller, null, null, 1).isEmpty()) {
            return pages.page(
                    request,
                    Page.Room.SUPERVISE,
                    "supervise/first",
                    caller.role().compareTo(Role.SUPERVISOR) >= 0);
        }
        LedgerAddress address = LedgerAddress.of(year, within, state, () -> ledger.newest(caller, Years.due()));
        if (address.within() != null) {
            units.get(caller, address.within());
        }
        UnitId from = new Posted(Map.of("after", after == null ? "" : after))
                .unit("after")
                .orElse(null);
        return pages.page(request, Page.Room.SUPERVISE, "supervise/ledger", view(request, caller, address, from));
    }

    private LedgerView view(HttpRequest<?> request, Caller caller, LedgerAddress address, @Nullable UnitId after) {
        Ledger.Page page = ledger.page(caller, address.asked(), after, ROWS);
        List<Ledger.Count> counts = ledger.counts(caller, address.subtree());
        return new LedgerView(
                address,
                Years.offered(address.year()),
                ledger.deadline(address.year()).toString(),
                Crumb.to(caller, units, address.within()),
                CountView.of(
                        address.within(),
                        Words.of(request).get("ledger.all"),
                        address.within() == null || counts.isEmpty()
                                ? sum(counts)
                                : counts.getFirst().counts()),
                below(caller, address, counts).stream().map(CountView::of).toList(),
                page.entries().stream().map(entry -> RowView.of(entry, address)).toList(),
                page.next() == null ? null : address.after(page.next()),
                caller.role().compareTo(Role.SUPERVISOR) >= 0);
    }

    /// The subtrees to compare. Of a tree with one unit at its top, those below that one.
    private List<Ledger.Count> below(Caller caller, LedgerAddress address, List<Ledger.Count> counts) {
        if (address.within() != null || counts.size() != 1) {
            return address.within() == null || counts.isEmpty() ? counts : counts.subList(1, counts.size());
        }
        UnitId top = counts.getFirst().unit();
        List<Ledger.Count> deeper = ledger.counts(caller, new Ledger.Asked(address.year(), top));
        return deeper.isEmpty() ? deeper : deeper.subList(1, deeper.size());
    }

    private static Map<State, Integer> sum(List<Ledger.Count> counts) {
        Map<State, Integer> sum = new EnumMap<>(State.class);
        counts.forEach(count -> count.counts().forEach((state, number) -> sum.merge(state, number, Integer::sum)));
        return sum;
    }

    /// Whom to remind, with a letter to each.
    @Get("/reminders")
    HttpResponse<byte[]> reminders(
            HttpRequest<?> request, @Nullable @QueryValue String year, @Nullable @QueryValue String within) {
        Caller caller = Callers.of(request);
        LedgerAddress address =
                LedgerAddress.of(year, within, null, () -> ledger.newest(Callers.of(request), Years.due()));
        RemindersView view = new RemindersView(address, ledger.reminders(caller, address.year(), address.within()));
        return pages.page(request, Page.Room.SUPERVISE, "supervise/reminders", view);
    }

    /// The same as a table, for a letter to many.
    @Get("/reminders.csv")
    @Produces(CSV)
    HttpResponse<byte[]> remindersTable(
            HttpRequest<?> request, @Nullable @QueryValue String year, @Nullable @QueryValue String within) {
        LedgerAddress address =
                LedgerAddress.of(year, within, null, () -> ledger.newest(Callers.of(request), Years.due()));
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try (CsvRows rows = new CsvRows(csv)) {
            Ledger.write(ledger.reminders(Callers.of(request), address.year(), address.within()), rows);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return HttpResponse.ok(csv.toByteArray())
                .contentType(new MediaType(CSV))
                .header("Content-Disposition", "attachment; filename=reminders-" + address.year() + ".csv");
    }
}
