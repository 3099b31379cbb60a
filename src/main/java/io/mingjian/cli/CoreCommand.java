package io.mingjian.cli;

import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.problem.ProblemMessages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What commands have in common that work on files in this process, without a server.
///
/// Inheritance, against our habit: picocli fills options and the spec into the fields of the command's class.
abstract class CoreCommand implements Callable<Integer> {
    private final Launcher launcher;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private CommandSpec spec;

    @Option(names = "--models", paramLabel = "DIR", descriptionKey = "models")
    private @Nullable Path models;

    CoreCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    /// The core, read with the models that were asked for.
    final Launcher.Parts parts() {
        return launcher.parts(models);
    }

    final void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    /// The wordings of the command line.
    final ResourceBundle words() {
        return spec.resourceBundle();
    }

    /// A message of the command line with its values.
    final String say(String key, Object... values) {
        return MessageFormat.format(words().getString(key), values);
    }

    /// Tells why a file cannot be read, in one line on standard error; the exit code that says so.
    final int explain(Path file, MingjianException problem) {
        spec.commandLine()
                .getErr()
                .println(file + ": " + problem.code().code() + ": " + ProblemMessages.title(problem.code()) + " ("
                        + problem.detail() + ")");
        spec.commandLine().getErr().flush();
        return ExitCode.SOFTWARE;
    }

    /// A file of the command line as an upload.
    ///
    /// @throws MingjianException where there is no such file
    static Upload upload(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "no such file");
        }
        return new Upload(String.valueOf(file.getFileName()), null, file);
    }
}
