package io.mingjian.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.problem.ProblemMessages;
import io.mingjian.wire.ProblemStatus;
import org.jspecify.annotations.Nullable;

/// Why a request was refused (RFC 9457).
///
/// @param type   names the kind of problem for programs
/// @param title  what happened and what to do, in Chinese
/// @param code   stable, lower-case with hyphens
/// @param detail what else is known, for whoever looks closer; never a path
/// @param limit  the limit that was hit, where one was
/// @param column where in a query the mistake is, from 1
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemJson(
        String type,
        String title,
        int status,
        String code,
        @Nullable String detail,
        @Nullable LimitJson limit,
        @Nullable Integer column) {
    private static final String TYPE = "urn:mingjian:problem:";

    /// A limit: the setting's name, and its value in the unit that the name says.
    @Serdeable
    public record LimitJson(String name, long value) {}

    static ProblemJson of(MingjianException problem) {
        String limit = problem.limitName();
        return new ProblemJson(
                TYPE + problem.code().code(),
                ProblemMessages.title(problem),
                ProblemStatus.of(problem.code()),
                problem.code().code(),
                isOurs(problem.code()) ? null : problem.detail(),
                limit == null ? null : new LimitJson(limit, problem.limitValue()),
                problem.column() == 0 ? null : problem.column());
    }

    static ProblemJson of(ProblemCode code, @Nullable String detail, @Nullable LimitJson limit) {
        return new ProblemJson(
                TYPE + code.code(),
                ProblemMessages.title(code),
                ProblemStatus.of(code),
                code.code(),
                detail,
                limit,
                null);
    }

    /// Details of what is wrong with us are for the log.
    private static boolean isOurs(ProblemCode code) {
        return ProblemStatus.of(code) >= 500;
    }
}
