package io.mingjian.store;

/// Who has a key, and what it opens. The key itself is not known here.
///
/// @param name what the log calls its owner
public record AccessKey(String name, Role role, Scope scope) {
    public AccessKey {
        if (name.isBlank() || name.length() > Act.MAX_AUTHOR) {
            throw new IllegalArgumentException("a name has 1 to " + Act.MAX_AUTHOR + " characters");
        }
    }
}
