package io.mingjian.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.Callers;
import io.mingjian.service.PagesOfReports;
import io.swagger.v3.oas.annotations.Hidden;

/// Pictures of the pages of a report's original.
@Controller("/reports/{id}/versions/{version}/pages")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class PrintedPageController {
    private final PagesOfReports pages;

    PrintedPageController(PagesOfReports pages) {
        this.pages = pages;
    }

    /// A page, counted from 1. An original never changes, so a browser may keep it.
    @Get("/{page}")
    @Produces(MediaType.IMAGE_PNG)
    HttpResponse<byte[]> picture(
            HttpRequest<?> request, @PathVariable String id, @PathVariable int version, @PathVariable int page) {
        return HttpResponse.ok(pages.draw(Callers.of(request), ReportAddress.id(id), version, page))
                .contentType(MediaType.IMAGE_PNG_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600");
    }
}
