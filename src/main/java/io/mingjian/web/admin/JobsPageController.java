package io.mingjian.web.admin;

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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.Callers;
import io.mingjian.model.ReportModel;
import io.mingjian.service.Caller;
import io.mingjian.service.Jobs;
import io.mingjian.service.Jobs.Changed;
import io.mingjian.store.Act;
import io.mingjian.store.Job;
import io.mingjian.store.Role;
import io.mingjian.web.Page;
import io.mingjian.web.Pages;
import io.mingjian.web.Posted;
import io.mingjian.web.Words;
import io.mingjian.web.admin.JobsView.ChangeLine;
import io.mingjian.web.admin.JobsView.JobLine;
import io.mingjian.web.admin.JobsView.OneView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reading many reports anew: begun, followed, stopped, and what came of it.
@Controller(JobsPageController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class JobsPageController {
    static final String PATH = "/admin/jobs";

    private static final int NEWEST = 20;
    private static final int ROWS = 50;

    private final Jobs jobs;
    private final ReportModel model;
    private final Pages pages;

    JobsPageController(Jobs jobs, ReportModel model, Pages pages) {
        this.model = model;
        this.jobs = jobs;
        this.pages = pages;
    }

    @Get
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        JobsView view = new JobsView(
                jobs.list(supervisor(request), NEWEST).stream().map(JobLine::of).toList());
        return pages.page(request, Page.Room.ADMINISTER, "admin/jobs", view);
    }

    private static Caller supervisor(HttpRequest<?> request) {
        Caller caller = Callers.of(request);
        caller.require(Role.SUPERVISOR);
        return caller;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> begin(HttpRequest<?> request, @Body Map<String, String> fields) {
        Posted posted = new Posted(fields);
        Integer year = posted.text("year").isEmpty() ? null : Integer.valueOf(posted.number("year"));
        boolean outdated = !posted.text("all").equals("true");
        Jobs.Wanted wanted = new Jobs.Wanted(posted.unit("unit").orElse(null), year, Set.of(), outdated);
        Job job = jobs.begin(supervisor(request), wanted, posted.text("reason", Act.MAX_REASON));
        return HttpResponse.seeOther(URI.create(PATH + "/" + job.sequence()));
    }

    /// @param after the place after which the page begins
    @Get("/{id}")
    HttpResponse<byte[]> show(
            HttpRequest<?> request, @PathVariable long id, @QueryValue(defaultValue = "0") long after) {
        Caller caller = supervisor(request);
        JobLine job = JobLine.of(jobs.get(caller, id));
        List<Changed> found = jobs.changes(caller, id, after, ROWS + 1, Job.Outcome.CHANGED);
        List<Changed> page = found.subList(0, Math.min(ROWS, found.size()));
        OneView view = new OneView(
                job,
                lines(page, request),
                lines(jobs.changes(caller, id, 0, ROWS, Job.Outcome.FAILED), request),
                found.size() > ROWS
                        ? PATH + "/" + id + "?after=" + page.getLast().item().place()
                        : null);
        return pages.page(request, Page.Room.ADMINISTER, "admin/job", view);
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
