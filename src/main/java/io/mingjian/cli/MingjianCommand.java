package io.mingjian.cli;

import io.mingjian.model.InvalidModel;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemMessages;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The root command: `mingjian <command> …`.
@Command(
        name = "mingjian",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        resourceBundle = "messages.commands")
public final class MingjianCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private CommandSpec spec;

    /// The command line, ready to execute, as far as these arguments need it: making all commands takes a tenth of
    /// the time until the service answers, and it is one of them.
    public static CommandLine commandLine(Launcher launcher, String... arguments) {
        CommandLine line = new CommandLine(new MingjianCommand());
        boolean serves = arguments.length > 0 && arguments[0].equals(ServeCommand.NAME);
        (serves ? Stream.of(new ServeCommand(launcher)) : commands(launcher)).forEach(line::addSubcommand);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                // UTF-8 whatever the locale says: what we print is JSON, or is piped into a file.
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .setExecutionExceptionHandler(MingjianCommand::explain);
    }

    private static Stream<Object> commands(Launcher launcher) {
        return Stream.of(
                new ServeCommand(launcher),
                new IndexCommand(launcher),
                new UserCommand(launcher),
                new KeyCommand(launcher),
                new PrepareCommand(),
                new VerifyCommand(launcher),
                new RecheckCommand(launcher),
                new BackupCommand(launcher),
                new RestoreCommand(launcher),
                new ImportCommand(launcher),
                new ReExtractCommand(launcher),
                new GoldCommand(launcher),
                new UnitsCommand(launcher),
                new ExtractCommand(launcher),
                new CheckCommand(launcher),
                new ShowCommand(launcher),
                new SegmentCommand(launcher),
                new EvaluateCommand(launcher),
                new TrainCommand(launcher),
                new GenerateCommand(launcher));
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("mingjian.command-missing"));
    }

    /// What stops a command is told in one sentence; only our own mistakes show where they happened.
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidModel invalid) {
                command.getErr().println(invalid.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            if (cause instanceof MingjianException problem) {
                command.getErr().println(ProblemMessages.title(problem.code()) + " (" + problem.detail() + ")");
                return CommandLine.ExitCode.SOFTWARE;
            }
        }
        throw failure;
    }
}
