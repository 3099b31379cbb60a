package io.mingjian.cli;

import io.mingjian.service.Access;
import io.mingjian.service.Caller;
import io.mingjian.store.AccessKey;
import io.mingjian.store.Act;
import io.mingjian.store.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mingjian key`: adds and revokes the keys that open the service to programs, and lists them; while it is down.
@Command(name = "key", mixinStandardHelpOptions = true)
final class KeyCommand extends StoreCommand {
    @Option(names = "--add", paramLabel = "NAME")
    private @Nullable String add;

    @Option(names = "--revoke", paramLabel = "NAME")
    private @Nullable String revoke;

    @Mixin
    private GrantOptions grant = new GrantOptions();

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
        if (add == null) {
            access.list().forEach(key -> say("key.listed", key.name(), key.role(), GrantOptions.text(key.scope())));
            return ExitCode.OK;
        }
        Optional<Scope> scope = grant.scope();
        if (scope.isEmpty()) {
            say("grant.scope-missing");
            return ExitCode.USAGE;
        }
        say("key.added", add, access.add(new AccessKey(add, grant.role(), scope.get()), act));
        return ExitCode.OK;
    }
}
