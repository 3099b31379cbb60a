package io.mingjian.api;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.store.AccessKey;
import io.mingjian.store.Account;
import io.mingjian.store.Act;
import io.mingjian.store.Role;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody who may come in.
///
/// @param role       `clerk`, `supervisor` or `administrator`
/// @param everything whether all reports are theirs to see
/// @param units      else these units and all below them
@Serdeable
public record GrantJson(
        @Nullable String name,
        @Nullable String role,
        @Nullable Boolean everything,
        @Nullable List<String> units) {
    static GrantJson of(Caller caller) {
        return of(caller.name(), caller.role(), caller.scope());
    }

    static GrantJson of(Account account) {
        return of(account.name(), account.role(), account.scope());
    }

    static GrantJson of(AccessKey key) {
        return of(key.name(), key.role(), key.scope());
    }

    private static GrantJson of(String name, Role role, Scope scope) {
        List<String> units =
                switch (scope) {
                    case Scope.All all -> List.of();
                    case Scope.Units own ->
                        own.units().stream().map(UnitId::value).sorted().toList();
                };
        return new GrantJson(name, role.name().toLowerCase(Locale.ROOT), scope instanceof Scope.All, units);
    }

    Account account() {
        return new Account(checkedName(), checkedRole(), scope());
    }

    AccessKey key() {
        return new AccessKey(checkedName(), checkedRole(), scope());
    }

    private String checkedName() {
        String given = Parameters.needed(name, "name");
        if (given.isBlank() || given.length() > Act.MAX_AUTHOR || given.chars().anyMatch(Character::isISOControl)) {
            throw new MingjianException(
                    ProblemCode.BAD_REQUEST, "a name has 1 to " + Act.MAX_AUTHOR + " printable characters");
        }
        return given;
    }

    private Role checkedRole() {
        return Parameters.constant(Role.class, role, "role");
    }

    /// Somebody who may see nothing is a mistake of whoever asks for them.
    private Scope scope() {
        List<String> named = units == null ? List.of() : units;
        boolean all = Boolean.TRUE.equals(everything);
        if (all != named.isEmpty() || !named.stream().allMatch(UnitId::isValid)) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "either units, or everything");
        }
        Set<UnitId> own = new HashSet<>();
        named.forEach(unit -> own.add(new UnitId(unit)));
        return all ? Scope.ALL : new Scope.Units(own);
    }

    /// Somebody new.
    ///
    /// @param secret the password, or the key: it is told this once
    @Serdeable
    public record MadeJson(GrantJson grant, String secret) {
        @Override
        public String toString() {
            return "MadeJson[" + grant + "]";
        }
    }

    /// All who may come in that way.
    @Serdeable
    public record ListJson(List<GrantJson> items) {}
}
