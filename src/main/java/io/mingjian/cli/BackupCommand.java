package io.mingjian.cli;

import io.mingjian.service.Caller;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// `mingjian backup`: writes all that is kept into one file, while the service is down; a running one gives the
/// same at `/api/v1/backup`.
@Command(name = "backup", mixinStandardHelpOptions = true)
final class BackupCommand extends StoreCommand {
    @Option(names = "--to", paramLabel = "FILE", required = true)
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private Path to;

    BackupCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    int run(Launcher.OpenStore store) {
        store.maintenance().backup(to, Caller.LOCAL.act(null));
        say("backup.done", to);
        return ExitCode.OK;
    }
}
