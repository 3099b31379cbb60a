package io.mingjian.index;

/// How a query that was begun may go on.
///
/// @param reports how many reports have it; 0 for names of the query language
public record Suggestion(Kind kind, String text, long reports) {
    /// What the text is.
    public enum Kind {
        ORGANIZATION,
        TERM,
        NAME
    }
}
