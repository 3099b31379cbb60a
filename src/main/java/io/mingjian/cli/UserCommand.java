package io.mingjian.cli;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Accounts;
import io.mingjian.service.Caller;
import io.mingjian.store.Account;
import io.mingjian.store.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mingjian user`: adds and revokes those who sign in with a password, gives them new ones, lists them; while the
/// service is down.
@Command(name = "user", mixinStandardHelpOptions = true)
final class UserCommand extends StoreCommand {
    @Option(names = "--add", paramLabel = "NAME")
    private @Nullable String add;

    @Option(names = "--reset", paramLabel = "NAME")
    private @Nullable String reset;

    @Option(names = "--revoke", paramLabel = "NAME")
    private @Nullable String revoke;

    @Mixin
    private GrantOptions grant = new GrantOptions();

    UserCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    int run(Launcher.OpenStore store) {
        Accounts accounts = store.accounts();
        if (revoke != null) {
            boolean revoked = accounts.revoke(Caller.LOCAL, revoke);
            say(revoked ? "user.revoked" : "user.unknown", revoke);
            return revoked ? ExitCode.OK : ExitCode.SOFTWARE;
        }
        if (reset != null) {
            return reset(accounts, reset);
        }
        if (add != null) {
            return add(accounts, add);
        }
        accounts.list(Caller.LOCAL)
                .forEach(user -> say("key.listed", user.name(), user.role(), GrantOptions.text(user.scope())));
        return ExitCode.OK;
    }

    private int reset(Accounts accounts, String name) {
        try {
            say("user.reset", name, accounts.reset(Caller.LOCAL, name));
            return ExitCode.OK;
        } catch (MingjianException problem) {
            if (problem.code() != ProblemCode.NOT_FOUND) {
                throw problem;
            }
            say("user.unknown", name);
            return ExitCode.SOFTWARE;
        }
    }

    private int add(Accounts accounts, String name) {
        Optional<Scope> scope = grant.scope();
        if (scope.isEmpty()) {
            say("grant.scope-missing");
            return ExitCode.USAGE;
        }
        say("user.added", name, accounts.add(Caller.LOCAL, new Account(name, grant.role(), scope.get())));
        return ExitCode.OK;
    }
}
