package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.ingest.Upload;
import io.mingjian.service.Reports;
import io.mingjian.wire.ExtractionJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one file and keeps nothing.
@Controller("/api/v1/extract")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "extract")
final class ExtractController {
    private static final String TEXT = "text";
    private static final String CANDIDATES = "candidates";
    private static final String NAME_OF_TEXT = "text.txt";

    private final Reports reports;
    private final Uploads uploads;

    ExtractController(Reports reports, Uploads uploads) {
        this.reports = reports;
        this.uploads = uploads;
    }

    /// Extracts the file of the part `file`.
    ///
    /// @param include `text` adds the canonical text to the answer, `candidates` every number of the prose with
    ///                what became of it
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(operationId = "extractFile", summary = "Extract a file")
    @ApiResponse(
            responseCode = "200",
            description = "What was found in the file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExtractionJson.class)))
    HttpResponse<byte[]> file(
            HttpRequest<?> request, @Nullable @Body InputStream body, @Nullable @QueryValue List<String> include) {
        try (Uploads.Received received = uploads.file(request, body)) {
            return answer(received, include);
        }
    }

    /// Extracts the body itself: a text in any charset, or the bytes of a file.
    ///
    /// @param include `text` adds the canonical text to the answer, `candidates` every number of the prose with
    ///                what became of it
    /// @param name    the file's name, which helps to tell what it is
    @Post
    @Consumes({MediaType.TEXT_PLAIN, MediaType.ALL})
    @Operation(operationId = "extractText", summary = "Extract a text")
    @ApiResponse(
            responseCode = "200",
            description = "What was found in the text",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExtractionJson.class)))
    HttpResponse<byte[]> text(
            HttpRequest<?> request,
            @Nullable @Body InputStream body,
            @Nullable @QueryValue List<String> include,
            @QueryValue(defaultValue = NAME_OF_TEXT) String name) {
        try (Uploads.Received received = uploads.body(request, body, name)) {
            return answer(received, include);
        }
    }

    private HttpResponse<byte[]> answer(Uploads.Received received, @Nullable List<String> include) {
        boolean text = include != null && include.contains(TEXT);
        boolean candidates = include != null && include.contains(CANDIDATES);
        Upload file = received.files().getFirst();
        return HttpResponse.ok(candidates ? reports.explain(file, text) : reports.extract(file, text))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
