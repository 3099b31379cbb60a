package io.mingjian.cli;

import io.mingjian.store.Role;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/// The options that say what somebody may do, and with whose reports.
final class GrantOptions {
    @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "grant.role")
    private Role role = Role.CLERK;

    @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "grant.unit")
    private List<String> units = List.of();

    @Option(names = "--everything", descriptionKey = "grant.everything")
    private boolean everything;

    Role role() {
        return role;
    }

    /// Whose reports; empty where that is not said: somebody who may see nothing is a mistake of whoever asks
    /// for them.
    Optional<Scope> scope() {
        if (everything == !units.isEmpty() || !units.stream().allMatch(UnitId::isValid)) {
            return Optional.empty();
        }
        Set<UnitId> own = new LinkedHashSet<>();
        units.forEach(unit -> own.add(new UnitId(unit)));
        return Optional.of(everything ? Scope.ALL : new Scope.Units(own));
    }

    /// A scope in a list.
    static String text(Scope scope) {
        return switch (scope) {
            case Scope.All all -> "*";
            case Scope.Units own ->
                own.units().stream().map(UnitId::value).sorted().toList().toString();
        };
    }
}
