package io.mingjian.api;

import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.mingjian.api.ProblemJson.LimitJson;
import io.mingjian.problem.ProblemCode;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Gives the server's own refusals the form of all others.
@Singleton
final class FrameworkProblems implements ErrorResponseProcessor<ProblemJson> {
    private static final String REQUEST_LIMIT = "mingjian.limits.request-bytes";

    private final ApiLimits limits;

    FrameworkProblems(ApiLimits limits) {
        this.limits = limits;
    }

    @Override
    public MutableHttpResponse<ProblemJson> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        ProblemCode code = ProblemStatus.code(response.code());
        ProblemJson problem = ProblemJson.of(code, null, limit(code));
        return response.status(problem.status())
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
                .body(problem);
    }

    /// The server by itself refuses only whole requests; single files are counted by [Uploads].
    private @Nullable LimitJson limit(ProblemCode code) {
        return code == ProblemCode.TOO_LARGE ? new LimitJson(REQUEST_LIMIT, limits.requestBytes()) : null;
    }
}
