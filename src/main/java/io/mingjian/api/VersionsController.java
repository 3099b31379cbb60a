package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.SystemFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.VersionJson.BelongingJson;
import io.mingjian.api.VersionJson.ComparisonJson;
import io.mingjian.api.VersionJson.DifferenceJson;
import io.mingjian.api.VersionJson.RestoreJson;
import io.mingjian.api.VersionJson.ReturnJson;
import io.mingjian.api.VersionJson.VersionsJson;
import io.mingjian.service.Caller;
import io.mingjian.service.Reports;
import io.mingjian.service.supervision.Ledger;
import io.mingjian.store.ReportId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/// The history of a report: every version stays, the last one is current.
@Controller(ReportsController.PATH + "/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "versions")
final class VersionsController {
    private final Reports reports;
    private final Ledger ledger;

    VersionsController(Reports reports, Ledger ledger) {
        this.reports = reports;
        this.ledger = ledger;
    }

    @Get("/versions")
    @Operation(operationId = "listVersions", summary = "All versions of a report")
    VersionsJson list(HttpRequest<?> request, @PathVariable String id) {
        return new VersionsJson(versions(Callers.of(request), Parameters.report(id)));
    }

    private List<VersionJson> versions(Caller caller, ReportId id) {
        return reports.versions(caller, id).stream().map(VersionJson::of).toList();
    }

    @Get("/versions/{number}/extraction")
    @Operation(operationId = "getVersion", summary = "What was found in a report, in an earlier version")
    HttpResponse<byte[]> extraction(HttpRequest<?> request, @PathVariable String id, @PathVariable int number) {
        byte[] json = reports.extraction(Callers.of(request), Parameters.report(id), number, false);
        return HttpResponse.ok(json).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/versions/{number}/source")
    @Operation(operationId = "getVersionSource", summary = "The original file of an earlier version")
    HttpResponse<SystemFile> source(HttpRequest<?> request, @PathVariable String id, @PathVariable int number) {
        return Originals.download(reports.source(Callers.of(request), Parameters.report(id), number));
    }

    /// What another version states differently.
    ///
    /// @param with the later version; the order decides which values are called before and after
    @Get("/versions/{number}/compare")
    @Operation(operationId = "compareVersions", summary = "What two versions state differently")
    ComparisonJson compare(
            HttpRequest<?> request, @PathVariable String id, @PathVariable int number, @QueryValue int with) {
        Caller caller = Callers.of(request);
        ReportId report = Parameters.report(id);
        List<DifferenceJson> changes = reports.compare(caller, report, number, with).stream()
                .map(DifferenceJson::of)
                .toList();
        int earlier = Math.min(number, with);
        int later = Math.max(number, with);
        List<VersionJson> because = versions(caller, report).stream()
                .filter(version -> version.version() > earlier && version.version() <= later)
                .toList();
        return new ComparisonJson(number, with, changes, because);
    }

    /// What an earlier version says becomes the newest version.
    @Post("/restore")
    @Operation(operationId = "restoreVersion", summary = "Make an earlier version current again")
    ReportJson restore(HttpRequest<?> request, @PathVariable String id, @Body RestoreJson asked) {
        String reason = Parameters.reason(asked.reason());
        return ReportJson.of(reports.restore(Callers.of(request), Parameters.report(id), asked.version(), reason));
    }

    /// The same as a review that gives it back, of the version that is current, without notes.
    @Post("/return")
    @Operation(operationId = "returnReport", summary = "Give a report back to its unit")
    ReportJson giveBack(HttpRequest<?> request, @PathVariable String id, @Body ReturnJson asked) {
        String reason = Parameters.requiredReason(asked.reason());
        return ReportJson.of(ledger.giveBack(Callers.of(request), Parameters.report(id), reason));
    }

    @Put("/unit")
    @Operation(operationId = "assignReport", summary = "Say whose report of which year it is")
    ReportJson assign(HttpRequest<?> request, @PathVariable String id, @Body BelongingJson asked) {
        return ReportJson.of(reports.assign(
                Callers.of(request), Parameters.report(id), Parameters.belonging(asked.unit(), asked.year())));
    }
}
