package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;

/// Who sent a request, as whoever let it in has noted on it.
public final class Callers {
    static final String ATTRIBUTE = "mingjian.caller";

    private Callers() {}

    /// Whose request it is.
    ///
    /// @throws MingjianException `UNAUTHORIZED` where nobody let it in
    public static Caller of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Caller.class)
                .orElseThrow(() -> new MingjianException(ProblemCode.UNAUTHORIZED, "nobody let this request in"));
    }
}
