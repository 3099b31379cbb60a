package io.mingjian.api;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.mingjian.api.ProblemJson.LimitJson;
import io.mingjian.problem.ProblemCode;
import io.mingjian.wire.ProblemStatus;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Gives the server's own refusals the form of all others.
@Singleton
final class FrameworkProblems implements ErrorResponseProcessor<ProblemJson> {
    static final String REQUEST_LIMIT = "mingjian.limits.request-bytes";

    private final ApiLimits limits;

    FrameworkProblems(ApiLimits limits) {
        this.limits = limits;
    }

    @Override
    public MutableHttpResponse<ProblemJson> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        ProblemCode code = ProblemStatus.code(response.code());
        ProblemJson problem = ProblemJson.of(code, detail(context), limit(code));
        return response.status(problem.status())
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
                .body(problem);
    }

    /// Which parameter it was, where it was one; the server's own sentences name our types.
    private static @Nullable String detail(ErrorContext context) {
        Throwable cause = context.getRootCause().orElse(null);
        if (cause instanceof ConversionErrorException unreadable) {
            return "parameter \"" + unreadable.getArgument().getName() + "\" cannot be read";
        }
        if (cause instanceof UnsatisfiedRouteException missing) {
            return "parameter \"" + missing.getArgument().getName() + "\" is missing";
        }
        return null;
    }

    /// The server by itself refuses only whole requests; single files are counted by [Uploads].
    private @Nullable LimitJson limit(ProblemCode code) {
        return code == ProblemCode.TOO_LARGE ? new LimitJson(REQUEST_LIMIT, limits.requestBytes()) : null;
    }
}
