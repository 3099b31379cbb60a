package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import java.util.Optional;

/// Who sent a request, as whoever let it in has noted on it.
public final class Callers {
    static final String ATTRIBUTE = "mingjian.caller";

    private Callers() {}

    /// Whose request it is.
    ///
    /// @throws MingjianException `UNAUTHORIZED` where nobody let it in
    public static Caller of(HttpRequest<?> request) {
        return find(request)
                .orElseThrow(() -> new MingjianException(ProblemCode.UNAUTHORIZED, "nobody let this request in"));
    }

    /// Whose request it is; empty where it needed nobody to be let in.
    public static Optional<Caller> find(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Caller.class);
    }

    /// The session that the request came in with; empty where it came in otherwise.
    public static Optional<String> session(HttpRequest<?> request) {
        return SessionCookie.token(request);
    }

    /// Where the request comes from.
    public static String address(HttpRequest<?> request) {
        return String.valueOf(request.getRemoteAddress().getAddress());
    }
}
