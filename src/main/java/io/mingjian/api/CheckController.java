package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.checks.Waiver;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Reports;
import io.mingjian.wire.CheckJson;
import io.mingjian.wire.CheckPage;
import io.mingjian.wire.WaiverReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds one file against the rules and keeps nothing.
@Controller("/api/v1/check")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "check")
final class CheckController {
    private static final String FILE = "file";
    private static final String PREVIOUS = "previous";
    private static final String COMPARE = "compare";
    private static final String WAIVERS = "waivers";
    private static final String HTML = "html";
    private static final String JSON = "json";

    private final Reports reports;
    private final Uploads uploads;

    CheckController(Reports reports, Uploads uploads) {
        this.reports = reports;
        this.uploads = uploads;
    }

    /// Checks the file of the part `file`, beside the unit's report of the year before in the part `previous`
    /// and the reports of other units in parts `compare`, from which it might be copied; the part `waivers`
    /// brings what was accepted.
    ///
    /// @param format `json` or `html`; without it, what the header `Accept` prefers
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(operationId = "checkFile", summary = "Check a report before it is submitted")
    @ApiResponse(
            responseCode = "200",
            description = "What should be mended, and what became of every rule",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CheckJson.class)))
    HttpResponse<byte[]> check(
            HttpRequest<?> request, @Nullable @Body InputStream body, @Nullable @QueryValue String format) {
        boolean html = html(request, format);
        try (Uploads.NamedFiles files = uploads.named(request, body, Set.of(FILE, PREVIOUS, COMPARE, WAIVERS))) {
            Extraction checked =
                    reports.check(files.get(FILE), files.find(PREVIOUS), files.all(COMPARE), waivers(files));
            if (html) {
                return HttpResponse.ok(CheckPage.of(checked).getBytes(StandardCharsets.UTF_8))
                        .contentType(MediaType.of("text/html; charset=utf-8"))
                        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                        .header("X-Content-Type-Options", "nosniff");
            }
            return HttpResponse.ok(CheckJson.of(checked).bytes()).contentType(MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static boolean html(HttpRequest<?> request, @Nullable String format) {
        if (format == null) {
            return request.accept().stream()
                    .findFirst()
                    .filter(type -> type.getName().equals(MediaType.TEXT_HTML))
                    .isPresent();
        }
        return switch (format) {
            case HTML -> true;
            case JSON -> false;
            default -> throw new MingjianException(ProblemCode.BAD_REQUEST, "format must be json or html");
        };
    }

    private static List<Waiver> waivers(Uploads.NamedFiles files) {
        Upload file = files.find(WAIVERS).orElse(null);
        if (file == null) {
            return List.of();
        }
        try {
            return WaiverReader.read(file.name(), Files.readString(file.file()));
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "the waivers are no text in UTF-8", e);
        }
    }
}
