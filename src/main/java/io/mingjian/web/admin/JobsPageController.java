package io.mingjian.web.admin;

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
import io.mingjian.model.ReportModel;
import io.mingjian.service.Caller;
import io.mingjian.service.Jobs;
import io.mingjian.service.Jobs.Changed;
import io.mingjian.service.supervision.Units;
import io.mingjian.store.Act;
import io.mingjian.store.Job;
import io.mingjian.store.Role;
import io.mingjian.store.UnitId;
import io.mingjian.web.Page;
import io.mingjian.web.Pages;
import io.mingjian.web.Posted;
import io.mingjian.web.UnitNames;
import io.mingjian.web.Words;
import io.mingjian.web.admin.JobsView.ChangeLine;
import io.mingjian.web.admin.JobsView.JobLine;
import io.mingjian.web.admin.JobsView.OneView;
import io.mingjian.web.admin.JobsView.Unclear;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reading many reports anew: begun, followed, stopped, and what came of it.
@Controller(JobsPageController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class JobsPageController {
    static final String PATH = "/admin/jobs";

    /// Headers of htmx: a part of the page asks, and the whole page is to be loaded again.
    private static final String FOLLOWS = "HX-Request";

    private static final String AFRESH = "HX-Refresh";

    private static final int NEWEST = 20;
    private static final int ROWS = 50;

    private final Jobs jobs;
    private final Units units;
    private final UnitNames names;
    private final ReportModel model;
    private final Pages pages;

    JobsPageController(Jobs jobs, Units units, UnitNames names, ReportModel model, Pages pages) {
        this.jobs = jobs;
        this.units = units;
        this.names = names;
        this.model = model;
        this.pages = pages;
    }

    @Get
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        return list(request, null);
    }

    private MutableHttpResponse<byte[]> list(HttpRequest<?> request, @Nullable Unclear unclear) {
        JobsView view = new JobsView(
                jobs.list(supervisor(request), NEWEST).stream().map(this::line).toList(), unclear);
        return pages.page(request, Page.Room.ADMINISTER, "admin/jobs", view);
    }

    private JobLine line(Job job) {
        return JobLine.of(job, units);
    }

    private static Caller supervisor(HttpRequest<?> request) {
        Caller caller = Callers.of(request);
        caller.require(Role.SUPERVISOR);
        return caller;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> begin(HttpRequest<?> request, @Body Map<String, String> fields) {
        Caller caller = supervisor(request);
        Posted posted = new Posted(fields);
        String written = posted.text("unit");
        if (written.isEmpty()) {
            return begin(caller, posted, null);
        }
        return switch (names.read(caller, written, Words.of(request))) {
            case UnitNames.One one -> begin(caller, posted, one.unit());
            case UnitNames.Unclear unclear ->
                list(
                                request,
                                new Unclear(
                                        written,
                                        posted.text("year"),
                                        posted.text("reason"),
                                        isAll(posted),
                                        unclear.said()))
                        .status(422);
        };
    }

    private HttpResponse<?> begin(Caller caller, Posted posted, @Nullable UnitId unit) {
        Integer year = posted.text("year").isEmpty() ? null : Integer.valueOf(posted.number("year"));
        Jobs.Wanted wanted = new Jobs.Wanted(unit, year, Set.of(), !isAll(posted));
        Job job = jobs.begin(caller, wanted, posted.text("reason", Act.MAX_REASON));
        return HttpResponse.seeOther(URI.create(PATH + "/" + job.sequence()));
    }

    private static boolean isAll(Posted posted) {
        return posted.text("all").equals("true");
    }

    /// @param after the place after which the page begins
    @Get("/{id}")
    HttpResponse<byte[]> show(
            HttpRequest<?> request, @PathVariable long id, @QueryValue(defaultValue = "0") long after) {
        Caller caller = supervisor(request);
        JobLine job = line(jobs.get(caller, id));
        List<Changed> found = jobs.changes(caller, id, after, ROWS + 1, Job.Outcome.CHANGED);
        List<Changed> page = found.subList(0, Math.min(ROWS, found.size()));
        OneView view = new OneView(
                job,
                lines(page, request),
                lines(jobs.changes(caller, id, 0, ROWS, Job.Outcome.FAILED), request),
                found.size() > ROWS
                        ? PATH + "/" + id + "?after=" + page.getLast().item().place()
                        : null);
        MutableHttpResponse<byte[]> answer = pages.page(request, Page.Room.ADMINISTER, "admin/job", view);
        // Whoever follows the progress asks for it again and again, and last for the page with all that came of it.
        return job.running() || !request.getHeaders().contains(FOLLOWS) ? answer : answer.header(AFRESH, "true");
    }

    private List<ChangeLine> lines(List<Changed> changes, HttpRequest<?> request) {
        Words words = Words.of(request);
        return changes.stream()
                .map(change -> ChangeLine.of(change, model, words))
                .toList();
    }

    @Post("/{id}/stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> stop(HttpRequest<?> request, @PathVariable long id) {
        jobs.stop(supervisor(request), id);
        return HttpResponse.seeOther(URI.create(PATH + "/" + id));
    }
}
