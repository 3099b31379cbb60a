package io.mingjian.cli;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `mingjian index`: makes the search index anew from the kept reports, while the service is down.
@Command(name = "index", mixinStandardHelpOptions = true)
final class IndexCommand implements Runnable {
    private final Launcher launcher;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    IndexCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public void run() {
        Map<String, Object> settings = data == null ? Map.of() : Map.of("mingjian.data", data.toString());
        int changes = launcher.rebuildIndex(settings);
        spec.commandLine()
                .getOut()
                .println(MessageFormat.format(spec.resourceBundle().getString("index.done"), changes));
        spec.commandLine().getOut().flush();
    }
}
