package io.mingjian.problem;

import java.util.Locale;

/// The stable names of everything that can keep us from doing what was asked.
///
/// A code is API: it is never renamed and never reused. Its name on the wire is [#code()].
public enum ProblemCode {
    /// The request itself is malformed: a missing part, an unreadable parameter.
    BAD_REQUEST,
    /// Nothing to read: no bytes, or no characters in them.
    EMPTY_DOCUMENT,
    /// More bytes than the limit.
    TOO_LARGE,
    /// More characters of text than the limit.
    TEXT_TOO_LONG,
    /// More files in one request than the limit.
    TOO_MANY_FILES,
    /// One document was asked for, and the archive holds several.
    SEVERAL_DOCUMENTS,
    /// A format that is not read.
    UNSUPPORTED_FORMAT,
    /// The file says it is of a format and is not, or is damaged.
    BROKEN_DOCUMENT,
    /// The file asks for a password.
    ENCRYPTED_DOCUMENT,
    /// Pictures of pages without text.
    NO_TEXT_LAYER,
    /// The JVM that parsed the file ran out of time or memory, or died; the file may be hostile.
    PARSER_FAILED,
    /// A search query that cannot be understood.
    INVALID_QUERY,
    /// A deadline outside of the year in which the reports are due.
    IMPOSSIBLE_DEADLINE,
    /// Nobody is signed in, or with a key or a password that is not known.
    UNAUTHORIZED,
    /// Whoever is signed in may not do that.
    FORBIDDEN,
    /// No such report.
    NOT_FOUND,
    /// A browser was made to send it by a page of another origin.
    CROSS_ORIGIN,
    /// Somebody else changed the same thing meanwhile, or what is asked for cannot be beside what is there.
    CONFLICT,
    /// The address exists, the method does not.
    METHOD_NOT_ALLOWED,
    /// The client accepts no form of answer that we have.
    NOT_ACCEPTABLE,
    /// All places for extraction are taken; try again later.
    BUSY,
    /// Too many failed attempts to sign in; try again later.
    TOO_MANY_ATTEMPTS,
    /// The service was to be opened to the network without a key.
    UNPROTECTED,
    /// A model has an error; the message names file, line and reason.
    INVALID_MODEL,
    /// The data directory cannot be read or written.
    STORAGE_FAILED,
    /// Our own mistake.
    INTERNAL_ERROR;

    /// The code as clients see it: lower-case, with hyphens.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
