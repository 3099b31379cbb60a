package io.mingjian.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// `mingjian index`: makes the search index anew from the kept reports, or copies it, while the service is down.
@Command(name = "index", mixinStandardHelpOptions = true)
final class IndexCommand extends StoreCommand {
    @Option(names = "--copy-to", paramLabel = "DIR")
    private @Nullable Path copyTo;

    IndexCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    int run(Launcher.OpenStore store) {
        if (copyTo != null) {
            store.maintenance().copyIndex(copyTo);
            say("index.copied", copyTo);
            return ExitCode.OK;
        }
        say("index.done", store.maintenance().rebuildIndex());
        return ExitCode.OK;
    }
}
