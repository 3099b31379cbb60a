package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Access;
import io.mingjian.service.Caller;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets nobody in without a key, once there are keys; a new address is closed until it is named here.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AccessFilter {
    /// What says nothing of any report.
    private static final Set<String> PUBLIC = Set.of("/health", "/api", "/openapi.yml");

    private static final String BEARER = "bearer ";

    private final Access access;

    AccessFilter(Access access) {
        this.access = access;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void enter(HttpRequest<?> request) {
        if (PUBLIC.contains(request.getPath())) {
            return;
        }
        Caller caller = access.caller(key(request))
                .orElseThrow(() -> new MingjianException(ProblemCode.UNAUTHORIZED, "a key is needed"));
        request.setAttribute(Callers.ATTRIBUTE, caller);
    }

    private static @Nullable String key(HttpRequest<?> request) {
        String header = request.getHeaders().getAuthorization().orElse(null);
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : header;
    }
}
