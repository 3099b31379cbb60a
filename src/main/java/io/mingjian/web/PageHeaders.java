package io.mingjian.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Set;

/// Tells browsers what our pages never do, so that whatever a file smuggled into one cannot do it either.
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(PageHeaders.OUTERMOST)
final class PageHeaders {
    /// It sees what all other filters have made of the answer.
    static final int OUTERMOST = -1000;

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// The page of the interface is made by a component that styles itself.
    private static final Set<String> OTHERS = Set.of("/api");

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.getHeaders().add("X-Content-Type-Options", "nosniff");
        response.getHeaders().add("Referrer-Policy", "same-origin");
        if (isPage(response) && !OTHERS.contains(request.getPath())) {
            response.getHeaders().add("Content-Security-Policy", POLICY);
        }
    }

    private static boolean isPage(HttpResponse<?> response) {
        return response.getContentType()
                .map(type -> MediaType.TEXT_HTML.equals(type.getName()))
                .orElse(false);
    }
}
