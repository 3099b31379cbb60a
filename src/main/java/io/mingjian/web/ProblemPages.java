package io.mingjian.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.mingjian.api.ProblemJson;
import java.util.List;

/// Shows a refusal as a page to whoever asked for a page.
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class ProblemPages {
    private static final List<String> NO_PAGES = List.of("/api/", "/openapi", "/health", AssetsController.PATH);

    /// What a browser acts on, whatever the page says.
    private static final List<String> CARRIED = List.of(HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE);

    private final Pages pages;

    ProblemPages(Pages pages) {
        this.pages = pages;
    }

    @ResponseFilter
    MutableHttpResponse<?> show(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (!(response.body() instanceof ProblemJson problem) || !wantsPage(request)) {
            return response;
        }
        String sentence = Words.of(request).problem(problem.code(), problem.title());
        ProblemView view = new ProblemView(sentence, problem.status(), problem.code());
        MutableHttpResponse<byte[]> page =
                pages.page(request, null, "problem", view).status(problem.status());
        for (String header : CARRIED) {
            String value = response.getHeaders().get(header);
            if (value != null) {
                page.header(header, value);
            }
        }
        return page;
    }

    private static boolean wantsPage(HttpRequest<?> request) {
        return NO_PAGES.stream().noneMatch(request.getPath()::startsWith)
                && request.accept().contains(MediaType.TEXT_HTML_TYPE);
    }
}
