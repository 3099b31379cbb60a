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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets nobody in without a key, once there are keys; a new address is closed until it is named here.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AccessFilter {
    /// What says nothing of any report.
    private static final Set<String> PUBLIC = Set.of("/health", "/api", "/openapi.yml");

    /// Style and script of the pages, and of the page that shows the interface.
    private static final List<String> OPEN_FOLDERS = List.of("/assets/", "/openapi/");

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final Access access;

    AccessFilter(Access access) {
        this.access = access;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void enter(HttpRequest<?> request) {
        if (PUBLIC.contains(request.getPath()) || OPEN_FOLDERS.stream().anyMatch(request.getPath()::startsWith)) {
            return;
        }
        Caller caller = access.caller(key(request))
                .orElseThrow(() -> new MingjianException(ProblemCode.UNAUTHORIZED, "a key is needed"));
        request.setAttribute(Callers.ATTRIBUTE, caller);
    }

    private static @Nullable String key(HttpRequest<?> request) {
        String header = request.getHeaders().getAuthorization().orElse("");
        String scheme = header.toLowerCase(Locale.ROOT);
        if (scheme.startsWith(BASIC)) {
            return password(header.substring(BASIC.length()).strip());
        }
        String key =
                scheme.startsWith(BEARER) ? header.substring(BEARER.length()).strip() : header;
        return key.isEmpty() ? null : key;
    }

    /// A browser asks its user for a name and a password: the key is the password, the name does not matter.
    private static @Nullable String password(String credentials) {
        try {
            String decoded = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return decoded.substring(decoded.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
