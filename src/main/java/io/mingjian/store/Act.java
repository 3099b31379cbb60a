package io.mingjian.store;

import org.jspecify.annotations.Nullable;

/// Who changes something, and why.
///
/// @param author name of the account
/// @param reason in the author's words, or null
public record Act(String author, @Nullable String reason) {
    public static final int MAX_AUTHOR = 200;
    public static final int MAX_REASON = 2000;

    public Act {
        if (author.isBlank() || author.length() > MAX_AUTHOR) {
            throw new IllegalArgumentException("author must have 1 to " + MAX_AUTHOR + " characters");
        }
        if (reason != null && reason.length() > MAX_REASON) {
            throw new IllegalArgumentException("reason must have at most " + MAX_REASON + " characters");
        }
    }
}
