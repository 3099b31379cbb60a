package io.mingjian.web.supervise;

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
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.Callers;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Units;
import io.mingjian.store.Role;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Unit;
import io.mingjian.web.Page;
import io.mingjian.web.Pages;
import io.mingjian.web.Posted;
import io.mingjian.web.UnitNames;
import io.mingjian.web.Words;
import io.mingjian.web.supervise.UnitsView.EditView;
import io.mingjian.web.supervise.UnitsView.UnitRow;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The organization tree: looked through, and changed one unit at a time.
@Controller("/supervise/units")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class UnitsPageController {
    static final String PATH = Page.Room.SUPERVISE.path() + "/units";

    private static final int ROWS = 100;
    private static final int FOUND = 500;

    private final Units units;
    private final UnitNames names;
    private final Pages pages;

    UnitsPageController(Units units, UnitNames names, Pages pages) {
        this.units = units;
        this.names = names;
        this.pages = pages;
    }

    /// Units in the order of the tree.
    ///
    /// @param q what their names contain
    @Get
    HttpResponse<byte[]> list(
            HttpRequest<?> request,
            @Nullable @QueryValue String within,
            @QueryValue(defaultValue = "") String q,
            @Nullable @QueryValue String after) {
        Caller caller = Callers.of(request);
        UnitId top = id(within);
        List<Unit> found = q.isBlank()
                ? units.list(caller, top, id(after), ROWS + 1)
                : units.search(caller, top, q.strip(), FOUND);
        List<Unit> page = q.isBlank() ? found.subList(0, Math.min(ROWS, found.size())) : found;
        UnitsView view = new UnitsView(
                Crumb.to(caller, units, top),
                q.strip(),
                page.stream().map(UnitRow::of).toList(),
                found.size() > ROWS && q.isBlank() ? next(top, page.getLast().id()) : null,
                caller.role().compareTo(Role.SUPERVISOR) >= 0);
        return pages.page(request, Page.Room.SUPERVISE, "supervise/units", view);
    }

    private static String next(@Nullable UnitId within, UnitId after) {
        UriBuilder address = UriBuilder.of(PATH).queryParam("after", after.value());
        if (within != null) {
            address.queryParam("within", within.value());
        }
        return address.build().toString();
    }

    private static @Nullable UnitId id(@Nullable String text) {
        return new Posted(Map.of("id", text == null ? "" : text)).unit("id").orElse(null);
    }

    /// The form of a unit.
    ///
    /// @param id     the unit, or null for a new one
    /// @param parent what a new one stands below
    @Get("/unit")
    HttpResponse<byte[]> ask(
            HttpRequest<?> request, @Nullable @QueryValue String id, @Nullable @QueryValue String parent) {
        UnitId unit = id(id);
        EditView view = unit == null
                ? new EditView(null, parent == null || id(parent) == null ? "" : parent + "/", "", null, null)
                : EditView.of(units.get(Callers.of(request), unit));
        return pages.page(request, Page.Room.SUPERVISE, "supervise/unit", view);
    }

    @Post("/unit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(HttpRequest<?> request, @Body Map<String, String> fields) {
        Caller caller = Callers.of(request);
        Posted posted = new Posted(fields);
        boolean added = posted.text("new").equals("true");
        Unit before = added ? null : units.get(caller, UnitForm.id(posted));
        Unit unit = UnitForm.unit(posted, before);
        if (added && exists(caller, unit.id())) {
            throw new MingjianException(ProblemCode.CONFLICT, "there is such a unit: " + unit.id());
        }
        return to(units.put(caller, unit).id());
    }

    private boolean exists(Caller caller, UnitId id) {
        return units.list(caller, id, null, 1).stream()
                .anyMatch(unit -> unit.id().equals(id));
    }

    /// From a day on it is called otherwise.
    @Post("/rename")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> rename(HttpRequest<?> request, @Body Map<String, String> fields) {
        Posted posted = new Posted(fields);
        UnitId id = UnitForm.id(posted);
        units.rename(Callers.of(request), id, posted.text("name", Unit.MAX_NAME), day(posted));
        return to(id);
    }

    /// From a day on it is part of another.
    @Post("/merge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> merge(HttpRequest<?> request, @Body Map<String, String> fields) {
        Posted posted = new Posted(fields);
        UnitId id = UnitForm.id(posted);
        Caller caller = Callers.of(request);
        String into = posted.text("into", Unit.MAX_NAME);
        return switch (names.read(caller, into, Words.of(request))) {
            case UnitNames.One one -> {
                units.merge(caller, id, one.unit(), day(posted));
                yield to(id);
            }
            case UnitNames.Unclear unclear ->
                pages.page(
                                request,
                                Page.Room.SUPERVISE,
                                "supervise/unit",
                                EditView.of(units.get(caller, id)).unclear(into, unclear.said()))
                        .status(422);
        };
    }

    private static LocalDate day(Posted posted) {
        return posted.day("from").orElseThrow(() -> new MingjianException(ProblemCode.BAD_REQUEST, "from which day?"));
    }

    @Post("/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(HttpRequest<?> request, @Body Map<String, String> fields) {
        UnitId id = UnitForm.id(new Posted(fields));
        units.remove(Callers.of(request), id);
        return HttpResponse.seeOther(URI.create(PATH));
    }

    private static HttpResponse<?> to(UnitId unit) {
        UriBuilder address = UriBuilder.of(PATH);
        unit.parent().ifPresent(parent -> address.queryParam("within", parent.value()));
        return HttpResponse.seeOther(address.build());
    }
}
