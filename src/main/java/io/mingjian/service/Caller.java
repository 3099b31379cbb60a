package io.mingjian.service;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Role;
import io.mingjian.store.Scope;
import org.jspecify.annotations.Nullable;

/// Who asks for something.
///
/// @param name what the log calls them
/// @param scope whose reports are there for them
public record Caller(String name, Role role, Scope scope) {
    /// The one user of a service that has no keys, and of the commands.
    public static final Caller LOCAL = new Caller("local", Role.ADMINISTRATOR, Scope.ALL);

    /// What they do, and why.
    public Act act(@Nullable String reason) {
        return new Act(name, reason);
    }

    /// Stops who may not do it, or sees a part of the reports only.
    ///
    /// @throws MingjianException `FORBIDDEN`
    public void requireAll(Role least) {
        require(least);
        if (!(scope instanceof Scope.All)) {
            throw new MingjianException(ProblemCode.FORBIDDEN, "that takes a scope of everything");
        }
    }

    /// Stops who may not do it.
    ///
    /// @throws MingjianException `FORBIDDEN` where their role is less than that
    public void require(Role least) {
        if (role.compareTo(least) < 0) {
            throw new MingjianException(ProblemCode.FORBIDDEN, "that takes the role of a " + least);
        }
    }
}
