package io.mingjian.wire;

import io.mingjian.problem.ProblemCode;

/// Which HTTP status a problem has in the contract, and the other way round. The service answers with it;
/// annotations of refusals are written in it.
public final class ProblemStatus {
    private ProblemStatus() {}

    /// The status of an answer that reports this problem, 400 to 599.
    public static int of(ProblemCode code) {
        return switch (code) {
            case BAD_REQUEST, INVALID_QUERY, IMPOSSIBLE_DEADLINE -> 400;
            case UNAUTHORIZED -> 401;
            case FORBIDDEN, CROSS_ORIGIN -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case CONFLICT -> 409;
            case TOO_LARGE, TEXT_TOO_LONG, TOO_MANY_FILES -> 413;
            case UNSUPPORTED_FORMAT -> 415;
            case EMPTY_DOCUMENT, SEVERAL_DOCUMENTS, BROKEN_DOCUMENT, ENCRYPTED_DOCUMENT, NO_TEXT_LAYER -> 422;
            case BUSY, TOO_MANY_ATTEMPTS -> 429;
            case PARSER_FAILED -> 503;
            case UNPROTECTED, INVALID_MODEL, STORAGE_FAILED, INTERNAL_ERROR -> 500;
        };
    }

    /// The code for a status that the server gave by itself.
    public static ProblemCode code(int status) {
        return switch (status) {
            case 401 -> ProblemCode.UNAUTHORIZED;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 409 -> ProblemCode.CONFLICT;
            case 413 -> ProblemCode.TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_FORMAT;
            default -> status < 500 ? ProblemCode.BAD_REQUEST : ProblemCode.INTERNAL_ERROR;
        };
    }
}
