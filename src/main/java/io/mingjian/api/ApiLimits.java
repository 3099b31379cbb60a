package io.mingjian.api;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;

/// What one request may bring and ask for; the settings under `mingjian.limits` of the same names.
public record ApiLimits(
        long uploadBytes,
        long requestBytes,
        int filesPerRequest,
        int segmentCharacters,
        int queryCharacters,
        int pageSize,
        int corrections) {
    /// What requests that name no number get; never refused, since nobody asked for it.
    private static final int USUAL = 50;

    private static final int DEEPEST = 10_000;
    private static final int MOST_CHANGES = 5_000;

    /// The number of items asked for.
    ///
    /// @throws MingjianException `BAD_REQUEST` where it is more than one answer may hold
    int page(int limit) {
        if (limit < 1) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "limit must be at least 1");
        }
        if (limit > Math.max(pageSize, USUAL)) {
            throw MingjianException.limit(ProblemCode.BAD_REQUEST, "mingjian.limits.page-size", pageSize);
        }
        return Math.min(limit, pageSize);
    }

    /// Changes are small and many: one answer may hold more of them.
    int changes(int limit) {
        if (limit < 1) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "limit must be at least 1");
        }
        if (limit > MOST_CHANGES) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "limit must be at most " + MOST_CHANGES);
        }
        return limit;
    }

    /// How many hits to leave out; who wants more than that should ask more precisely.
    int offset(int offset) {
        if (offset < 0 || offset > DEEPEST) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "offset must be in 0.." + DEEPEST);
        }
        return offset;
    }

    /// @throws MingjianException `INVALID_QUERY` where the query is longer than allowed
    String query(String query) {
        if (query.length() > queryCharacters) {
            throw MingjianException.limit(
                    ProblemCode.INVALID_QUERY, "mingjian.limits.query-characters", queryCharacters);
        }
        return query;
    }
}
