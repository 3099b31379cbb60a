package io.mingjian.service;

import io.mingjian.store.Act;
import io.mingjian.store.Scope;
import org.jspecify.annotations.Nullable;

/// Who asks for something.
///
/// @param name what the log calls them
/// @param scope whose reports are there for them
public record Caller(String name, Scope scope) {
    /// The one user of a service that listens on its own machine only.
    public static final Caller LOCAL = new Caller("local", Scope.ALL);

    /// What they do, and why.
    public Act act(@Nullable String reason) {
        return new Act(name, reason);
    }
}
