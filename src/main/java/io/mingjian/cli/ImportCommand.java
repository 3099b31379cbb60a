package io.mingjian.cli;

import io.mingjian.service.Maintenance;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// `mingjian import`: takes over the reports that an earlier version of the program kept as folders.
@Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand extends StoreCommand {
    @Option(names = "--from", paramLabel = "DIR", required = true)
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private Path from;

    ImportCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    int run(Launcher.OpenStore store) {
        Maintenance.TakenOver taken = store.maintenance().takeOver(from);
        say("import.done", taken.added(), taken.known(), taken.refused());
        return ExitCode.OK;
    }
}
