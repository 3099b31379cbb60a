package io.mingjian.cli;

import io.mingjian.store.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/// `mingjian verify`: reads every byte that is kept and says what is no longer what it was.
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand extends StoreCommand {
    VerifyCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    int run(Launcher.OpenStore store) {
        Verification found = store.maintenance().verify();
        found.damaged().forEach(sha256 -> say("verify.damaged", sha256));
        say("verify.done", found.originals(), found.contents(), found.damaged().size(), found.strays());
        return found.damaged().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
