package io.mingjian.cli;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `mingjian serve`: runs the service until it is told to end.
@Command(name = ServeCommand.NAME, mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {
    static final String NAME = "serve";

    private final Launcher launcher;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT")
    private @Nullable Integer port;

    @Option(names = "--host", paramLabel = "HOST")
    private @Nullable String host;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    @Option(names = "--models", paramLabel = "DIR")
    private @Nullable Path models;

    /// A process manager that is killed takes its children with it only where somebody sees to it: here.
    @Option(names = "--with-parent")
    private boolean withParent;

    ServeCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public void run() {
        CompletableFuture<?> end = withParent ? parentExit() : new CompletableFuture<Void>();
        try (Launcher.RunningService service = launcher.start(settings())) {
            ResourceBundle messages = spec.resourceBundle();
            spec.commandLine()
                    .getOut()
                    .println(MessageFormat.format(
                            messages.getString("serve.ready"),
                            service.address(),
                            service.data().toAbsolutePath()));
            spec.commandLine().getOut().flush();
            end.join();
        }
    }

    /// Completes when the process that started us is gone.
    private static CompletableFuture<?> parentExit() {
        return ProcessHandle.current()
                .parent()
                .<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        put(settings, "mingjian.server.port", port != null && port == 0 ? Integer.valueOf(-1) : port);
        put(settings, "mingjian.server.host", host);
        put(settings, "mingjian.data", data);
        put(settings, "mingjian.models", models);
        return settings;
    }

    private static void put(Map<String, Object> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value.toString());
        }
    }
}
