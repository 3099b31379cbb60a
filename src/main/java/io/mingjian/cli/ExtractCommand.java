package io.mingjian.cli;

import io.mingjian.problem.MingjianException;
import io.mingjian.wire.PrettyJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mingjian extract FILE…`: the contract's JSON of each file, one line each.
///
/// A file that cannot be read is told on standard error and the others go on; the exit code then is not 0.
@Command(name = "extract", mixinStandardHelpOptions = true)
final class ExtractCommand extends CoreCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "file")
    private List<Path> files = List.of();

    @Option(names = "--include", paramLabel = "PART", split = ",")
    private Set<Part> include = Set.of();

    @Option(names = "--pretty")
    private boolean pretty;

    ExtractCommand(Launcher launcher) {
        super(launcher);
    }

    /// What is left out of the JSON unless it is asked for.
    enum Part {
        TEXT
    }

    @Override
    public Integer call() {
        Launcher.Parts parts = parts();
        int exit = ExitCode.OK;
        for (Path file : files) {
            try {
                byte[] json =
                        parts.writer().write(parts.extractor().extract(upload(file)), include.contains(Part.TEXT));
                print((pretty ? PrettyJson.of(json) : new String(json, StandardCharsets.UTF_8)) + "\n");
            } catch (MingjianException problem) {
                exit = explain(file, problem);
            }
        }
        return exit;
    }
}
