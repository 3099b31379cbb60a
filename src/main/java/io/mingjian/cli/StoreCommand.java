package io.mingjian.cli;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What commands have in common that work on the data directory while the service is down.
///
/// Inheritance, against our habit: picocli fills options and the spec into the fields of the command's class.
abstract class StoreCommand implements Callable<Integer> {
    private final Launcher launcher;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    private @Nullable Path data;

    StoreCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public final Integer call() {
        Map<String, Object> settings = data == null ? Map.of() : Map.of("mingjian.data", data.toString());
        try (Launcher.OpenStore store = launcher.open(settings)) {
            return run(store);
        }
    }

    /// Does what the command is for, and gives the exit code.
    ///
    /// @param store held until this returns
    abstract int run(Launcher.OpenStore store);

    /// Prints a message of the command line with its values.
    final void say(String key, Object... values) {
        spec.commandLine()
                .getOut()
                .println(MessageFormat.format(spec.resourceBundle().getString(key), values));
        spec.commandLine().getOut().flush();
    }
}
