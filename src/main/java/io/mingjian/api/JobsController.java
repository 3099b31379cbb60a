package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.JobJson.AskedJson;
import io.mingjian.api.JobJson.ChangesJson;
import io.mingjian.api.JobJson.JobsJson;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.Jobs;
import io.mingjian.service.Jobs.Changed;
import io.mingjian.store.Belonging;
import io.mingjian.store.Job;
import io.mingjian.store.ReportId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Work on many reports: reading all of them, or some, anew.
@Controller("/api/v1/jobs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "jobs")
final class JobsController {
    /// What is read at once for the table.
    private static final int STEP = 200;

    private final Jobs jobs;
    private final ApiLimits limits;

    JobsController(Jobs jobs, ApiLimits limits) {
        this.jobs = jobs;
        this.limits = limits;
    }

    /// Begins to read reports anew with the engine of today. What was corrected and decided stays.
    @Post
    @Operation(operationId = "beginJob", summary = "Read many reports anew")
    HttpResponse<JobJson> begin(HttpRequest<?> request, @Body AskedJson asked) {
        if (!AskedJson.RE_EXTRACTION.equals(asked.kind())) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "kind must be " + AskedJson.RE_EXTRACTION);
        }
        Belonging belonging = Parameters.belonging(asked.unit(), asked.year());
        Set<ReportId> reports = reports(asked);
        boolean outdated = asked.outdated() == null ? reports.isEmpty() : asked.outdated();
        Jobs.Wanted wanted = new Jobs.Wanted(belonging.unit(), belonging.year(), reports, outdated);
        String reason = Parameters.reason(asked.reason());
        return HttpResponse.accepted().body(JobJson.of(jobs.begin(Callers.of(request), wanted, reason)));
    }

    private Set<ReportId> reports(AskedJson asked) {
        List<String> named = Objects.requireNonNullElse(asked.reports(), List.of());
        if (!named.isEmpty()) {
            limits.page(named.size());
        }
        return named.stream().map(Parameters::report).collect(Collectors.toSet());
    }

    @Get
    @Operation(operationId = "listJobs", summary = "The newest jobs")
    JobsJson list(HttpRequest<?> request, @QueryValue(defaultValue = "20") int limit) {
        return new JobsJson(jobs.list(Callers.of(request), limits.page(limit)).stream()
                .map(JobJson::of)
                .toList());
    }

    @Get("/{id}")
    @Operation(operationId = "getJob", summary = "A job and its progress")
    JobJson get(HttpRequest<?> request, @PathVariable long id) {
        return JobJson.of(jobs.get(Callers.of(request), id));
    }

    @Delete("/{id}")
    @Operation(operationId = "stopJob", summary = "Stop a job; what was read anew stays so")
    JobJson stop(HttpRequest<?> request, @PathVariable long id) {
        return JobJson.of(jobs.stop(Callers.of(request), id));
    }

    /// What became of the reports, in order.
    ///
    /// @param outcome only `same`, `changed`, `failed` or `gone`
    @Get("/{id}/reports")
    @Operation(operationId = "listJobReports", summary = "What a job changed, report by report")
    ChangesJson changes(
            HttpRequest<?> request,
            @PathVariable long id,
            @Nullable @QueryValue String outcome,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") int limit) {
        int most = limits.page(limit);
        Job.Outcome only = outcome == null ? null : Parameters.constant(Job.Outcome.class, outcome, "outcome");
        List<Changed> found = jobs.changes(Callers.of(request), id, Parameters.after(cursor), most + 1, only);
        return ChangesJson.of(found, most);
    }

    /// Every value that a job changed, one a line.
    @Get("/{id}/changes.csv")
    @Operation(operationId = "jobChangesTable", summary = "Every value that a job changed, as a table")
    HttpResponse<String> table(HttpRequest<?> request, @PathVariable long id) {
        Caller caller = Callers.of(request);
        CsvTable table = new CsvTable(
                "report",
                "organization",
                "year",
                "before_version",
                "after_version",
                "kind",
                "place",
                "before",
                "after");
        long after = 0;
        for (List<Changed> page = changes(caller, id, after); !page.isEmpty(); page = changes(caller, id, after)) {
            page.forEach(changed -> rows(changed, table));
            after = page.getLast().item().place();
        }
        return HttpResponse.ok(table.text())
                .contentType(new MediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"job-" + id + ".csv\"");
    }

    private List<Changed> changes(Caller caller, long id, long after) {
        return jobs.changes(caller, id, after, STEP, Job.Outcome.CHANGED);
    }

    private static void rows(Changed changed, CsvTable table) {
        var report = changed.report();
        String organization =
                report == null ? "" : Objects.toString(report.summary().organization(), "");
        String year = report == null ? "" : Objects.toString(report.summary().year(), "");
        changed.differences()
                .forEach(difference -> table.row(List.of(
                        changed.item().report().value(),
                        organization,
                        year,
                        String.valueOf(changed.item().before()),
                        String.valueOf(changed.item().after()),
                        difference.kind(),
                        difference.place(),
                        Objects.toString(difference.before(), ""),
                        Objects.toString(difference.after(), ""))));
    }
}
