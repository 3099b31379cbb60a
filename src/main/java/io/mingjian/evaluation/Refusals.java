package io.mingjian.evaluation;

import io.mingjian.problem.ProblemCode;

/// The annotations speak of refusals as they arrive over HTTP; here there is only the code of the problem.
final class Refusals {
    private Refusals() {}

    /// The status the service answers with.
    static int status(ProblemCode code) {
        return switch (code) {
            case BAD_REQUEST, INVALID_QUERY -> 400;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case TOO_LARGE, TEXT_TOO_LONG, TOO_MANY_FILES -> 413;
            case UNSUPPORTED_FORMAT -> 415;
            case EMPTY_DOCUMENT, BROKEN_DOCUMENT, ENCRYPTED_DOCUMENT, NO_TEXT_LAYER -> 422;
            case BUSY -> 429;
            case PARSER_FAILED -> 503;
            case INVALID_MODEL, STORAGE_FAILED, INTERNAL_ERROR -> 500;
        };
    }
}
