package io.mingjian.problem;

import org.jspecify.annotations.Nullable;

/// Stops what was asked, with a [ProblemCode] and what a person needs to mend it.
///
/// The detail is for the log and for the curious; the sentence a clerk reads is made where the answer is made. A
/// hit limit is named with its value.
public final class MingjianException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final @Nullable String limitName;
    private final long limitValue;
    private final @Nullable String reason;
    private final int column;

    public MingjianException(ProblemCode code, String detail) {
        this(code, detail, null);
    }

    public MingjianException(ProblemCode code, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.code = code;
        this.limitName = null;
        this.limitValue = 0;
        this.reason = null;
        this.column = 0;
    }

    private MingjianException(String reason, int column) {
        super("column " + column + ": " + reason);
        this.code = ProblemCode.INVALID_QUERY;
        this.limitName = null;
        this.limitValue = 0;
        this.reason = reason;
        this.column = column;
    }

    private MingjianException(ProblemCode code, String detail, String limitName, long limitValue) {
        super(detail);
        this.code = code;
        this.limitName = limitName;
        this.limitValue = limitValue;
        this.reason = null;
        this.column = 0;
    }

    /// `INVALID_QUERY`: what is wrong with a query, as a word of the messages, and the column from 1 where.
    public static MingjianException query(String reason, int column) {
        return new MingjianException(reason, column);
    }

    /// A configured limit was hit: `limitName` is the setting (`mingjian.limits.upload-bytes`), `limitValue` its
    /// value.
    public static MingjianException limit(ProblemCode code, String limitName, long limitValue) {
        return new MingjianException(code, limitName + "=" + limitValue + " exceeded", limitName, limitValue);
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        String message = getMessage();
        return message == null ? code.code() : message;
    }

    /// The setting whose limit was hit, or null.
    public @Nullable String limitName() {
        return limitName;
    }

    /// The limit's value; 0 where no limit was hit.
    public long limitValue() {
        return limitValue;
    }

    /// What is wrong in particular, as a word that [ProblemMessages] has a sentence for, or null.
    public @Nullable String reason() {
        return reason;
    }

    /// The column of the mistake, from 1; 0 where there is none.
    public int column() {
        return column;
    }
}
