package io.mingjian.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.ApiLimits;
import io.mingjian.api.Callers;
import io.mingjian.api.Uploads;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.service.Caller;
import io.mingjian.service.Reports;
import io.mingjian.service.supervision.Batches;
import io.mingjian.service.supervision.Units;
import io.mingjian.store.Belonging;
import io.mingjian.store.Kept;
import io.mingjian.store.Role;
import io.mingjian.store.Scope;
import io.mingjian.store.StoredReport;
import io.mingjian.web.Outcome.Likely;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first page: hand in files, see what became of each.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class UploadPageController {
    /// What the script asks with: only the lines about the files, not a page around them.
    private static final String FRAGMENT = "X-Fragment";

    private static final int NEWEST = 8;
    private static final long MEBIBYTE = 1 << 20;

    /// A unit that is less sure than this is not offered.
    private static final double PROBABLE = 0.5;

    private final Reports reports;
    private final Units units;
    private final Batches batches;
    private final Uploads uploads;
    private final Samples samples;
    private final ApiLimits limits;
    private final Pages pages;

    UploadPageController(
            Reports reports,
            Units units,
            Batches batches,
            Uploads uploads,
            Samples samples,
            ApiLimits limits,
            Pages pages) {
        this.reports = reports;
        this.units = units;
        this.batches = batches;
        this.uploads = uploads;
        this.samples = samples;
        this.limits = limits;
        this.pages = pages;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request) {
        return page(request, List.of());
    }

    /// Keeps the files of the parts `file`; one that is refused keeps no other from being kept.
    @Post("/upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<byte[]> upload(HttpRequest<?> request, @Nullable @Body InputStream body) {
        Words words = Words.of(request);
        try (Uploads.Received received = uploads.files(request, body)) {
            List<Outcome> outcomes = received.files().stream()
                    .map(file -> keep(Callers.of(request), file, words))
                    .toList();
            return request.getHeaders().contains(FRAGMENT)
                    ? pages.page(request, Page.Room.EXTRACT, "outcomes", outcomes)
                    : page(request, outcomes);
        }
    }

    /// Keeps the samples.
    @Post("/samples")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> samples(HttpRequest<?> request) {
        Words words = Words.of(request);
        return page(request, samples.handOver(file -> keep(Callers.of(request), file, words)));
    }

    private HttpResponse<byte[]> page(HttpRequest<?> request, List<Outcome> outcomes) {
        List<ListedReport> newest = reports.list(Callers.of(request), Long.MAX_VALUE, NEWEST).reports().stream()
                .map(ListedReport::of)
                .toList();
        UploadView view = new UploadView(
                outcomes,
                newest,
                limits.uploadBytes() / MEBIBYTE,
                limits.filesPerRequest(),
                hasSeveral(Callers.of(request)) ? DropView.of(limits, batches.most()) : null);
        return pages.page(request, Page.Room.EXTRACT, "upload", view);
    }

    /// Whoever has one unit need not say whose a file is; whoever has several would give all of them to the
    /// upper one.
    private boolean hasSeveral(Caller caller) {
        return caller.scope() instanceof Scope.Units
                && units.list(caller, null, null, 2).size() > 1;
    }

    private @Nullable Likely likely(Caller caller, StoredReport report) {
        if (report.unit() != null || caller.role().compareTo(Role.SUPERVISOR) < 0) {
            return null;
        }
        return units.candidates(caller, report.id()).stream()
                .findFirst()
                .filter(candidate -> candidate.score() >= PROBABLE)
                .map(candidate -> new Likely(candidate.unit().value(), candidate.name()))
                .orElse(null);
    }

    private Outcome keep(Caller caller, Upload file, Words words) {
        try {
            Kept kept = reports.add(caller, file, Belonging.UNSTATED);
            return new Outcome.Kept(
                    file.name(), ListedReport.of(kept.report()), kept.duplicate(), likely(caller, kept.report()));
        } catch (MingjianException problem) {
            return new Outcome.Refused(
                    file.name(), words.problem(problem.code()), problem.code().code());
        }
    }
}
