package io.mingjian.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/// `mingjian index`: makes the search index anew from the kept reports, while the service is down.
@Command(name = "index", mixinStandardHelpOptions = true)
final class IndexCommand extends StoreCommand {
    IndexCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    int run(Launcher.OpenStore store) {
        say("index.done", store.maintenance().rebuildIndex());
        return ExitCode.OK;
    }
}
