package io.mingjian.store.supervision;

import io.mingjian.store.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is told of changes.
///
/// @param url     where a change is posted to
/// @param secret  signs what is sent
/// @param kinds   beginnings of the actions that are told (`report`, `review.accepted`); empty for all
/// @param scope   only changes of these units
/// @param reached the last change that was looked at
public record Webhook(String id, String url, String secret, List<String> kinds, Scope scope, long reached) {
    public static final int MAX_URL = 2000;

    public Webhook {
        kinds = List.copyOf(kinds);
    }

    /// Whether it wants to be told of an action.
    public boolean wants(String action) {
        return kinds.isEmpty() || kinds.stream().anyMatch(kind -> action.equals(kind) || action.startsWith(kind + "."));
    }

    @Override
    public String toString() {
        return "Webhook[" + id + "]"; // never the secret
    }

    /// How far the telling of a change is.
    public enum State {
        /// It is tried when it is due.
        WAITING,
        DELIVERED,
        /// It was tried as often as is worth while; a person may have it tried again.
        DEAD
    }

    /// A change that is told.
    ///
    /// @param due     when it is tried next; of what is past that, when it was tried last
    /// @param status  the last answer, or null where there was none
    /// @param failure why there was none, or null
    public record Delivery(
            String webhook,
            long sequence,
            State state,
            int attempts,
            Instant due,
            @Nullable Integer status,
            @Nullable String failure) {}
}
