package io.mingjian.api;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/// The description of this interface, made at compile time from the controllers, and the way to the page that
/// shows it. The page and its script are in the jar: an office need not be connected to anything.
@Controller
@Hidden
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Mingjian",
                        version = "1",
                        description = "Reads, checks, keeps and searches annual reports on government information"
                                + " disclosure. Spans are [start, end) in UTF-16 units of the canonical text."))
final class ApiPageController {
    private static final String DOCUMENT = "classpath:META-INF/swagger/openapi.yml";
    private static final String PAGE = "classpath:pages/api.html";
    private static final MediaType YAML = MediaType.of("application/yaml");

    private final ResourceLoader resources;

    ApiPageController(ResourceLoader resources) {
        this.resources = resources;
    }

    @Get("/openapi.yml")
    @Produces("application/yaml")
    StreamedFile document() {
        return file(DOCUMENT, YAML);
    }

    @Get("/api")
    @Produces(MediaType.TEXT_HTML)
    StreamedFile page() {
        return file(PAGE, MediaType.TEXT_HTML_TYPE);
    }

    private StreamedFile file(String resource, MediaType type) {
        return resources
                .getResourceAsStream(resource)
                .map(in -> new StreamedFile(in, type))
                .orElseThrow(() -> new MingjianException(ProblemCode.NOT_FOUND, "not in this build"));
    }
}
