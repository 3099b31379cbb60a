package io.mingjian.cli;

import io.mingjian.ingest.Limits;
import io.mingjian.ingest.Unpacked;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.problem.ProblemMessages;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    /// The core for strangers' files, read with the models that were asked for.
    ///
    /// @param parsers files parsed at the same time
    final Launcher.GuardedParts guarded(int parsers) {
        Map<String, Object> settings = new HashMap<>(Map.of("mingjian.parsers.count", parsers));
        if (models != null) {
            settings.put("mingjian.models", models.toString());
        }
        return launcher.guarded(settings);
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /// What is thrown where arguments make no sense together: the message, the usage, and exit code 2.
    final ParameterException misused(String key) {
        return new ParameterException(spec.commandLine(), words().getString(key));
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

    /// Does something with every document of some files, those within archives included. One that cannot be read
    /// is told on standard error, and the others go on.
    ///
    /// @param work takes the document's path, as it is shown, and the document
    /// @return whether all could be read
    final boolean each(List<Path> files, Limits limits, BiConsumer<String, Upload> work) {
        boolean all = true;
        for (Path file : files) {
            try (Unpacked unpacked = Unpacked.of(upload(file), limits)) {
                for (Upload document : unpacked.documents()) {
                    String shown = unpacked.isArchive() ? file + "/" + document.name() : file.toString();
                    all &= isDone(shown, document, work);
                }
            } catch (MingjianException problem) {
                explain(file, problem);
                all = false;
            }
        }
        return all;
    }

    private boolean isDone(String shown, Upload document, BiConsumer<String, Upload> work) {
        try {
            work.accept(shown, document);
            return true;
        } catch (MingjianException problem) {
            explain(shown, problem);
            return false;
        }
    }

    /// Tells why a file cannot be read, in one line on standard error; the exit code that says so.
    final int explain(Object file, MingjianException problem) {
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
