package io.mingjian.cli;

import io.mingjian.store.Verification;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// `mingjian restore`: fills an empty data directory from a backup, and reads every byte of it.
@Command(name = "restore", mixinStandardHelpOptions = true)
final class RestoreCommand extends StoreCommand {
    @Option(names = "--from", paramLabel = "FILE", required = true)
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private Path from;

    RestoreCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    int run(Launcher.OpenStore store) {
        Verification found = store.maintenance().restore(from);
        found.damaged().forEach(sha256 -> say("verify.damaged", sha256));
        say("restore.done", found.originals(), found.contents(), found.damaged().size());
        return found.damaged().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
