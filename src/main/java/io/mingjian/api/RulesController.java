package io.mingjian.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.mingjian.model.ReportModel;
import io.mingjian.wire.RulesJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/// The catalogue of the rules that reports are held against.
@Controller("/api/v1/rules")
@Tag(name = "check")
final class RulesController {
    private final byte[] catalogue;

    RulesController(ReportModel model) {
        this.catalogue = RulesJson.of(model).bytes();
    }

    @Get
    @Operation(operationId = "rules", summary = "The rules that reports are held against")
    @ApiResponse(
            responseCode = "200",
            description = "The rules, in the order in which they are held against a report",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RulesJson.class)))
    HttpResponse<byte[]> rules() {
        return HttpResponse.ok(catalogue.clone()).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
