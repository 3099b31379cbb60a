package io.mingjian.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Refuses what a page of another origin makes a browser send. Programs that are no browsers name no origin and
/// pass.
///
/// Browsers tell in `Sec-Fetch-Site`, which no script can set, where a request comes from; older ones, and every
/// one that speaks to a plain `http` address in a network, name the `Origin`.
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class SameOrigin {
    private static final Set<HttpMethod> SAFE = EnumSet.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        HttpHeaders headers = request.getHeaders();
        String site = headers.get("Sec-Fetch-Site");
        boolean ours = site == null
                ? isOurs(headers.get(HttpHeaders.ORIGIN), headers.get(HttpHeaders.HOST))
                : OURS.contains(site);
        if (!ours) {
            throw new MingjianException(ProblemCode.CROSS_ORIGIN, "sent by a page of another origin");
        }
    }

    private static boolean isOurs(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
