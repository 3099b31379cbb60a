package io.mingjian.api;

import io.micronaut.http.HttpHeaders;
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
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Reports;
import io.mingjian.store.Kept;
import io.mingjian.store.ReportId;
import io.mingjian.store.StoredReport;
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
    /// One file: 201, or 200 where its bytes are kept already. Several: an array in their order, 207 where some of them
    /// were refused.
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(operationId = "addReports", summary = "Keep reports")
    @ApiResponse(
            responseCode = "201",
            description = "The report is kept and can be found",
            content = @Content(schema = @Schema(implementation = ReceiptJson.class)))
    HttpResponse<?> add(HttpRequest<?> request, @Nullable @Body InputStream body) {
        try (Uploads.Received received = uploads.files(request, body)) {
            List<Upload> files = received.files();
            if (files.size() > 1) {
                return addAll(files);
            }
            Kept kept = reports.add(files.getFirst());
            return answer(kept.duplicate() ? HttpStatus.OK : HttpStatus.CREATED, ReceiptJson.of(kept));
        }
    }

    /// A file that is refused keeps no other from being kept.
    private HttpResponse<?> addAll(List<Upload> files) {
        List<Object> outcomes = new ArrayList<>();
        boolean created = false;
        boolean refused = false;
        for (Upload file : files) {
            try {
                Kept kept = reports.add(file);
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
    PageJson list(@Nullable @QueryValue String cursor, @QueryValue(defaultValue = "50") int limit) {
        return PageJson.of(reports.list(before(cursor), limits.page(limit)));
    }

    private static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "no such cursor", e);
        }
    }

    @Get("/{id}")
    @Operation(operationId = "getReport", summary = "A report")
    ReportJson get(@PathVariable String id) {
        return ReportJson.of(reports.get(id(id)));
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
    HttpResponse<byte[]> extraction(@PathVariable String id, @Nullable @QueryValue List<String> include) {
        boolean text = include != null && include.contains("text");
        return HttpResponse.ok(reports.extraction(id(id), text)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /// The canonical text, into which all spans point.
    @Get("/{id}/text")
    @Produces(TEXT_UTF_8)
    @Operation(operationId = "getText", summary = "The text of a report")
    String text(@PathVariable String id) {
        return reports.text(id(id));
    }

    /// The original, byte for byte, to be saved: a browser must not run what strangers uploaded.
    @Get("/{id}/source")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "getSource", summary = "The original file of a report")
    HttpResponse<SystemFile> source(@PathVariable String id) {
        StoredReport report = reports.get(id(id));
        return HttpResponse.ok(
                        new SystemFile(reports.source(report.id()).toFile(), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                                .attach(report.summary().name()))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private");
    }

    @Delete("/{id}")
    @Operation(operationId = "removeReport", summary = "Forget a report")
    HttpResponse<?> remove(@PathVariable String id) {
        reports.remove(id(id));
        return HttpResponse.noContent();
    }

    private static ReportId id(String id) {
        if (!ReportId.isValid(id)) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "no such report");
        }
        return new ReportId(id);
    }
}
