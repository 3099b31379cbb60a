package io.mingjian.cli;

import io.mingjian.model.InvalidModel;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemMessages;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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

    /// The whole command line, ready to execute.
    public static CommandLine commandLine(Launcher launcher) {
        return new CommandLine(new MingjianCommand())
                .addSubcommand(new ServeCommand(launcher))
                .addSubcommand(new IndexCommand(launcher))
                .addSubcommand(new UserCommand(launcher))
                .addSubcommand(new KeyCommand(launcher))
                .addSubcommand(new PrepareCommand())
                .addSubcommand(new VerifyCommand(launcher))
                .addSubcommand(new RecheckCommand(launcher))
                .addSubcommand(new BackupCommand(launcher))
                .addSubcommand(new RestoreCommand(launcher))
                .addSubcommand(new ImportCommand(launcher))
                .addSubcommand(new ReExtractCommand(launcher))
                .addSubcommand(new GoldCommand(launcher))
                .addSubcommand(new UnitsCommand(launcher))
                .addSubcommand(new ExtractCommand(launcher))
                .addSubcommand(new CheckCommand(launcher))
                .addSubcommand(new ShowCommand(launcher))
                .addSubcommand(new SegmentCommand(launcher))
                .addSubcommand(new EvaluateCommand(launcher))
                .addSubcommand(new TrainCommand(launcher))
                .addSubcommand(new GenerateCommand(launcher))
                .setCaseInsensitiveEnumValuesAllowed(true)
                // UTF-8 whatever the locale says: what we print is JSON, or is piped into a file.
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .setExecutionExceptionHandler(MingjianCommand::explain);
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
