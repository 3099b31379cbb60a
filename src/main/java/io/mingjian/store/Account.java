package io.mingjian.store;

/// Who signs in with a password, and what they may do. The password is not known here.
///
/// @param name what they sign in with, and what the log calls them
public record Account(String name, Role role, Scope scope) {
    public Account {
        if (name.isBlank() || name.length() > Act.MAX_AUTHOR) {
            throw new IllegalArgumentException("a name has 1 to " + Act.MAX_AUTHOR + " characters");
        }
    }
}
