package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.SystemFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.ReportJson.PageJson;
import io.mingjian.api.ReportJson.ReceiptJson;
import io.mingjian.api.ReportJson.RefusalJson;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.service.Caller;
import io.mingjian.service.Reports;
import io.mingjian.store.Belonging;
import io.mingjian.store.Kept;
import io.mingjian.wire.ExtractionJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The kept reports.
@Controller(ReportsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "reports")
final class ReportsController {
    static final String PATH = "/api/v1/reports";

    private static final String TEXT_UTF_8 = "text/plain;charset=UTF-8";

    private final Reports reports;
    private final Uploads uploads;
    private final ApiLimits limits;

    ReportsController(Reports reports, Uploads uploads, ApiLimits limits) {
        this.reports = reports;
        this.uploads = uploads;
        this.limits = limits;
    }

    /// Extracts, keeps and indexes one file or several, each in a part named `file`.
    ///
    /// One file: 201, or 200 where its bytes are kept already. Several: an array in their order, 207 where some
    /// of them were refused.
    ///
    /// @param unit whose reports they are; where that unit has a report of the year, it gets a new version
    /// @param year which year's, where it is not the one that the document states
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(operationId = "addReports", summary = "Keep reports")
    @ApiResponse(
            responseCode = "201",
            description = "The report is kept and can be found",
            content = @Content(schema = @Schema(implementation = ReceiptJson.class)))
    HttpResponse<?> add(
            HttpRequest<?> request,
            @Nullable @QueryValue String unit,
            @Nullable @QueryValue Integer year,
            @Nullable @Body InputStream body) {
        Caller caller = Callers.of(request);
        Belonging belonging = Parameters.belonging(unit, year);
        try (Uploads.Received received = uploads.files(request, body)) {
            List<Upload> files = received.files();
            if (files.size() > 1) {
                return addAll(caller, files, belonging);
            }
            Kept kept = reports.add(caller, files.getFirst(), belonging);
            return answer(kept.duplicate() ? HttpStatus.OK : HttpStatus.CREATED, ReceiptJson.of(kept));
        }
    }

    /// A file that is refused keeps no other from being kept.
    private HttpResponse<?> addAll(Caller caller, List<Upload> files, Belonging belonging) {
        List<Object> outcomes = new ArrayList<>();
        boolean created = false;
        boolean refused = false;
        for (Upload file : files) {
            try {
                Kept kept = reports.add(caller, file, belonging);
                created |= !kept.duplicate();
                outcomes.add(ReceiptJson.of(kept));
            } catch (MingjianException problem) {
                refused = true;
                outcomes.add(new RefusalJson(file.name(), ProblemJson.of(problem)));
            }
        }
        HttpStatus status = created ? HttpStatus.CREATED : HttpStatus.OK;
        return answer(refused ? HttpStatus.MULTI_STATUS : status, outcomes);
    }

    private static HttpResponse<?> answer(HttpStatus status, Object body) {
        return HttpResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(body);
    }

    /// The kept reports, the newest first.
    ///
    /// @param cursor `next` of an earlier answer
    @Get
    @Operation(operationId = "listReports", summary = "List reports")
    PageJson list(
            HttpRequest<?> request, @Nullable @QueryValue String cursor, @QueryValue(defaultValue = "50") int limit) {
        return PageJson.of(reports.list(Callers.of(request), Parameters.before(cursor), limits.page(limit)));
    }

    @Get("/{id}")
    @Operation(operationId = "getReport", summary = "A report")
    ReportJson get(HttpRequest<?> request, @PathVariable String id) {
        return ReportJson.of(reports.get(Callers.of(request), Parameters.report(id)));
    }

    /// What was found in the report, as it was kept.
    ///
    /// @param include `text` adds the canonical text
    @Get("/{id}/extraction")
    @Operation(operationId = "getExtraction", summary = "What was found in a report")
    @ApiResponse(
            responseCode = "200",
            description = "What was found in the report",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExtractionJson.class)))
    HttpResponse<byte[]> extraction(
            HttpRequest<?> request, @PathVariable String id, @Nullable @QueryValue List<String> include) {
        boolean text = include != null && include.contains("text");
        return HttpResponse.ok(reports.extraction(Callers.of(request), Parameters.report(id), null, text))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /// The canonical text, into which all spans point.
    @Get("/{id}/text")
    @Produces(TEXT_UTF_8)
    @Operation(operationId = "getText", summary = "The text of a report")
    String text(HttpRequest<?> request, @PathVariable String id) {
        return reports.text(Callers.of(request), Parameters.report(id), null);
    }

    /// The original, byte for byte, to be saved: a browser must not run what strangers uploaded.
    @Get("/{id}/source")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "getSource", summary = "The original file of a report")
    HttpResponse<SystemFile> source(HttpRequest<?> request, @PathVariable String id) {
        return Originals.download(reports.source(Callers.of(request), Parameters.report(id), null));
    }

    /// Takes a report out of lists and search; its history stays.
    @Delete("/{id}")
    @Operation(operationId = "removeReport", summary = "Take a report away")
    HttpResponse<?> remove(HttpRequest<?> request, @PathVariable String id, @Nullable @QueryValue String reason) {
        reports.remove(Callers.of(request), Parameters.report(id), Parameters.reason(reason));
        return HttpResponse.noContent();
    }
}
