package io.mingjian.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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
import io.mingjian.feed.unit.UnitMatcher.Candidate;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.Reports;
import io.mingjian.service.supervision.Units;
import io.mingjian.store.Belonging;
import io.mingjian.store.Role;
import io.mingjian.store.StoredReport;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Unit;
import io.mingjian.web.BelongingView.CandidateView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says whose report of which year a file is: who may have written it, and why we think so.
@Controller("/reports/{id}/unit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class BelongingPageController {
    private static final int FOUND = 20;
    private static final String BETWEEN = " / ";

    private final Reports reports;
    private final Units units;
    private final Pages pages;

    BelongingPageController(Reports reports, Units units, Pages pages) {
        this.reports = reports;
        this.units = units;
        this.pages = pages;
    }

    /// @param q what to look for among the names of the units
    @Get
    HttpResponse<byte[]> ask(HttpRequest<?> request, @PathVariable String id, @QueryValue(defaultValue = "") String q) {
        Caller caller = Callers.of(request);
        caller.require(Role.SUPERVISOR);
        return page(request, reports.get(caller, ReportAddress.id(id)), q.strip(), false);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> assign(HttpRequest<?> request, @PathVariable String id, @Body Map<String, String> fields) {
        Caller caller = Callers.of(request);
        StoredReport report = reports.get(caller, ReportAddress.id(id));
        Posted posted = new Posted(fields);
        Integer year = posted.text("year").isEmpty() ? null : Integer.valueOf(posted.number("year"));
        try {
            reports.assign(
                    caller, report.id(), new Belonging(posted.unit("unit").orElse(null), year));
        } catch (MingjianException e) {
            if (e.code() != ProblemCode.CONFLICT) {
                throw e;
            }
            return page(request, report, "", true).status(409);
        }
        return HttpResponse.seeOther(URI.create(ReportAddress.of(report.id())));
    }

    private MutableHttpResponse<byte[]> page(HttpRequest<?> request, StoredReport report, String query, boolean taken) {
        Caller caller = Callers.of(request);
        Map<UnitId, Unit> all = units.all(caller).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        List<CandidateView> found = query.isEmpty()
                ? List.of()
                : units.search(caller, null, query, FOUND).stream()
                        .map(unit -> new CandidateView(
                                unit.id().value(), unit.name(), above(unit.id(), all), null, "", false))
                        .toList();
        UnitId unit = report.unit();
        BelongingView view = new BelongingView(
                ListedReport.of(report),
                unit == null ? null : unit.value(),
                unit == null ? null : units.name(unit),
                units.candidates(caller, report.id()).stream()
                        .map(candidate -> candidate(candidate, all))
                        .toList(),
                query,
                found,
                taken);
        return pages.page(request, Page.Room.REPORTS, "belonging", view);
    }

    private static CandidateView candidate(Candidate candidate, Map<UnitId, Unit> all) {
        return new CandidateView(
                candidate.unit().value(),
                candidate.name(),
                above(candidate.unit(), all),
                (int) Math.round(100 * candidate.score()),
                String.join(BETWEEN, candidate.regions()),
                candidate.exact());
    }

    private static String above(UnitId id, Map<UnitId, Unit> all) {
        StringBuilder above = new StringBuilder();
        UnitId parent = id.parent().orElse(null);
        while (parent != null) {
            Unit unit = all.get(parent);
            if (unit != null) {
                above.insert(0, above.isEmpty() ? unit.name() : unit.name() + BETWEEN);
            }
            parent = parent.parent().orElse(null);
        }
        return above.toString();
    }
}
