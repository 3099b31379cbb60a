package io.mingjian.web.compare;

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
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Comparisons;
import io.mingjian.service.supervision.Ledger;
import io.mingjian.service.supervision.Units;
import io.mingjian.store.Role;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Unit;
import io.mingjian.web.Page;
import io.mingjian.web.Pages;
import io.mingjian.web.Posted;
import io.mingjian.web.Words;
import io.mingjian.web.compare.CompareView.Chosen;
import io.mingjian.web.compare.CompareView.UnitChoice;
import io.mingjian.web.supervise.Years;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two years of a unit side by side, and the unit among its like.
@Controller("/compare")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class ComparePageController {
    private static final int FOUND = 30;

    private final Comparisons comparisons;
    private final Ledger ledger;
    private final Units units;
    private final CompareReading reading;
    private final Pages pages;

    ComparePageController(Comparisons comparisons, Ledger ledger, Units units, CompareReading reading, Pages pages) {
        this.comparisons = comparisons;
        this.ledger = ledger;
        this.units = units;
        this.reading = reading;
        this.pages = pages;
    }

    /// @param q    what the names of units contain
    /// @param unit the unit to compare
    @Get
    HttpResponse<byte[]> show(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") String q,
            @Nullable @QueryValue String unit,
            @Nullable @QueryValue Integer before,
            @Nullable @QueryValue Integer after) {
        Caller caller = Callers.of(request);
        if (units.list(caller, null, null, 1).isEmpty()) {
            return pages.page(
                    request, Page.Room.COMPARE, "supervise/first", caller.role().compareTo(Role.SUPERVISOR) >= 0);
        }
        UnitId id = new Posted(Map.of("unit", unit == null ? "" : unit))
                .unit("unit")
                .orElse(null);
        CompareView view = new CompareView(
                q.strip(),
                id == null || !q.isBlank() ? found(caller, q.strip()) : List.of(),
                id == null ? null : chosen(caller, units.get(caller, id), before, after, Words.of(request)));
        return pages.page(request, Page.Room.COMPARE, "compare/compare", view);
    }

    private List<UnitChoice> found(Caller caller, String name) {
        List<Unit> found =
                name.isEmpty() ? units.list(caller, null, null, FOUND) : units.search(caller, null, name, FOUND);
        return found.stream()
                .map(unit -> new UnitChoice(unit.id().value(), unit.name()))
                .toList();
    }

    private Chosen chosen(
            Caller caller, Unit unit, @Nullable Integer asked, @Nullable Integer askedAfter, Words words) {
        List<Integer> years = Years.offered(Years.due()).stream()
                .filter(year -> isFiled(caller, unit.id(), year))
                .toList();
        int after = askedAfter != null && years.contains(askedAfter)
                ? askedAfter
                : years.isEmpty() ? Years.due() : years.getFirst();
        int before = asked != null && years.contains(asked)
                ? asked
                : years.stream().filter(year -> year < after).findFirst().orElse(after - 1);
        boolean two = before != after && years.contains(before) && years.contains(after);
        return new Chosen(
                unit.id().value(),
                unit.name(),
                years,
                before,
                after,
                two ? reading.pair(comparisons.years(caller, unit.id(), before, after), words) : null,
                years.contains(after)
                        ? reading.among(
                                comparisons.among(caller, unit.id(), after, null), report(caller, unit.id(), after))
                        : null);
    }

    private String report(Caller caller, UnitId unit, int year) {
        return CompareReading.report(ledger.entry(caller, unit, year));
    }

    private boolean isFiled(Caller caller, UnitId unit, int year) {
        return ledger.page(caller, new Ledger.Asked(year, unit), null, 1).entries().stream()
                .anyMatch(entry -> entry.unit().id().equals(unit) && entry.filing() != null);
    }
}
