package io.mingjian.web;

import org.jspecify.annotations.Nullable;

/// What all pages share.
///
/// @param words in the reader's language
/// @param room     which entry of the navigation the page belongs to, or null
/// @param signedIn who is signed in, or null where nobody had to
public record Page(
        Words words,
        Assets assets,
        @Nullable Room room,
        @Nullable String signedIn) {
    /// The entries of the navigation.
    public enum Room {
        EXTRACT("/"),
        REPORTS("/reports"),
        SEARCH("/search"),
        SUPERVISE("/supervise"),
        OVERVIEW("/overview"),
        COMPARE("/compare"),
        ADMINISTER("/admin");

        private final String path;

        Room(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }
    }
}
