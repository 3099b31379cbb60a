package io.mingjian.web;

import io.mingjian.store.Role;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What all pages share.
///
/// @param words in the reader's language
/// @param room     which entry of the navigation the page belongs to, or null
/// @param signedIn who is signed in, or null where nobody had to
/// @param role     of whoever reads, or null where they are not known yet
public record Page(
        Words words,
        Assets assets,
        @Nullable Room room,
        @Nullable String signedIn,
        @Nullable Role role) {
    /// The entries of the navigation that lead somewhere for whoever reads.
    public List<Room> rooms() {
        return Arrays.stream(Room.values())
                .filter(one -> one != Room.ADMINISTER || role == null || role == Role.ADMINISTRATOR)
                .toList();
    }

    public boolean supervises() {
        return role != null && role.compareTo(Role.SUPERVISOR) >= 0;
    }

    public boolean administers() {
        return role == Role.ADMINISTRATOR;
    }

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
