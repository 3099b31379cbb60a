package io.mingjian.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers a [MingjianException] with what a client may know of it.
@Singleton
final class ProblemHandler implements ExceptionHandler<MingjianException, HttpResponse<ProblemJson>> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    /// A report takes well under a second; a queue of them has moved on by then.
    private static final String RETRY_SECONDS = "5";

    /// A first wait; who guesses on is told again.
    private static final String ATTEMPT_SECONDS = "60";

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public HttpResponse<ProblemJson> handle(HttpRequest request, MingjianException problem) {
        ProblemJson answer = ProblemJson.of(problem);
        if (answer.status() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
            LOG.error("{} {}: {}", request.getMethodName(), request.getPath(), problem.detail(), problem);
        }
        MutableHttpResponse<ProblemJson> response = HttpResponse.<ProblemJson>status(
                        HttpStatus.valueOf(answer.status()))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
                .body(answer);
        if (problem.code() == ProblemCode.TOO_MANY_ATTEMPTS) {
            return response.header(HttpHeaders.RETRY_AFTER, ATTEMPT_SECONDS);
        }
        if (problem.code() == ProblemCode.BUSY) {
            return response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (problem.code() == ProblemCode.UNAUTHORIZED) {
            return response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"mingjian\"");
        }
        // The server does not read on: a sender that would wait for that is told that nobody will.
        return FrameworkProblems.REQUEST_LIMIT.equals(problem.limitName())
                ? response.header(HttpHeaders.CONNECTION, "close")
                : response;
    }
}
