package io.mingjian.cli;

import io.mingjian.service.Access;
import io.mingjian.service.Caller;
import io.mingjian.store.AccessKey;
import io.mingjian.store.Act;
import io.mingjian.store.Role;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// `mingjian key`: adds and revokes the keys that open the service, and lists them; while the service is down.
@Command(name = "key", mixinStandardHelpOptions = true)
final class KeyCommand extends StoreCommand {
    @Option(names = "--add", paramLabel = "NAME")
    private @Nullable String add;

    @Option(names = "--revoke", paramLabel = "NAME")
    private @Nullable String revoke;

    @Option(names = "--role", paramLabel = "ROLE")
    private Role role = Role.CLERK;

    @Option(names = "--unit", paramLabel = "UNIT")
    private List<String> units = List.of();

    @Option(names = "--everything")
    private boolean everything;

    KeyCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    int run(Launcher.OpenStore store) {
        Access access = store.access();
        Act act = Caller.LOCAL.act(null);
        if (revoke != null) {
            boolean revoked = access.revoke(revoke, act);
            say(revoked ? "key.revoked" : "key.unknown", revoke);
            return revoked ? ExitCode.OK : ExitCode.SOFTWARE;
        }
        if (add != null) {
            return add(access, add, act);
        }
        access.list().forEach(key -> say("key.listed", key.name(), key.role(), scope(key)));
        return ExitCode.OK;
    }

    /// A key that opens nothing is a mistake of whoever asks for it.
    private int add(Access access, String name, Act act) {
        if (everything == !units.isEmpty() || !units.stream().allMatch(UnitId::isValid)) {
            say("key.scope-missing");
            return ExitCode.USAGE;
        }
        Set<UnitId> own = new LinkedHashSet<>();
        units.forEach(unit -> own.add(new UnitId(unit)));
        Scope scope = everything ? Scope.ALL : new Scope.Units(own);
        say("key.added", name, access.add(new AccessKey(name, role, scope), act));
        return ExitCode.OK;
    }

    private static String scope(AccessKey key) {
        return switch (key.scope()) {
            case Scope.All all -> "*";
            case Scope.Units own ->
                own.units().stream().map(UnitId::value).sorted().toList().toString();
        };
    }
}
