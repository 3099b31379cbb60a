package io.mingjian.api;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Access;
import io.mingjian.service.Accounts;
import io.mingjian.service.Caller;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets nobody in without a key or a session, once there are keys or accounts; a new address is closed until it is
/// named here. A browser that wants a page is shown where to sign in.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AccessFilter {
    static final String SIGN_IN = "/sign-in";

    /// What says nothing of any report.
    private static final Set<String> PUBLIC = Set.of(
            "/health",
            "/health/liveness",
            "/health/readiness",
            "/api",
            "/openapi.yml",
            SIGN_IN,
            SessionController.PATH);

    /// Style and script of the pages, and of the page that shows the interface.
    private static final List<String> OPEN_FOLDERS = List.of("/assets/", "/openapi/");

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final Access access;
    private final Accounts accounts;

    AccessFilter(Access access, Accounts accounts) {
        this.access = access;
        this.accounts = accounts;
    }

    /// Notes who asks, or stops whoever may not.
    ///
    /// @return where to sign in, or null to go on
    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> enter(HttpRequest<?> request) {
        if (OPEN_FOLDERS.stream().anyMatch(request.getPath()::startsWith)) {
            return null;
        }
        Optional<Caller> caller = caller(request);
        if (caller.isPresent()) {
            request.setAttribute(Callers.ATTRIBUTE, caller.get());
            return null;
        }
        if (PUBLIC.contains(request.getPath())) {
            return null;
        }
        if (wantsPage(request)) {
            String next = URLEncoder.encode(request.getUri().toString(), StandardCharsets.UTF_8);
            return HttpResponse.seeOther(URI.create(SIGN_IN + "?next=" + next));
        }
        throw new MingjianException(ProblemCode.UNAUTHORIZED, "a key or a session is needed");
    }

    /// A key that is shown and wrong opens nothing, whatever else the request brings.
    private Optional<Caller> caller(HttpRequest<?> request) {
        String key = key(request);
        if (key != null) {
            return access.caller(key);
        }
        Optional<Caller> signedIn = SessionCookie.token(request).flatMap(accounts::caller);
        return signedIn.isEmpty() && access.isOpen() ? Optional.of(Caller.LOCAL) : signedIn;
    }

    private static boolean wantsPage(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET
                && !request.getPath().startsWith("/api/")
                && request.accept().contains(MediaType.TEXT_HTML_TYPE);
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
