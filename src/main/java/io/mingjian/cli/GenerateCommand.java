package io.mingjian.cli;

import io.mingjian.generation.PaperWriter;
import io.mingjian.generation.ReportGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// `mingjian generate --count N --seed S --out DIR`: reports of invented units beside their gold.
@Command(name = "generate", mixinStandardHelpOptions = true)
final class GenerateCommand extends CoreCommand {
    @Option(names = "--count", paramLabel = "N", defaultValue = "10")
    private int count;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1")
    private long seed;

    @Option(names = "--years", paramLabel = "N", defaultValue = "6")
    private int years;

    @Option(names = "--errors", paramLabel = "SHARE", defaultValue = "0")
    private double errors;

    @Option(names = "--forms", paramLabel = "FORM", split = ",")
    private List<PaperWriter> forms = List.of(PaperWriter.values());

    @Option(names = "--out", required = true, paramLabel = "DIR")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path out;

    GenerateCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    public Integer call() throws IOException {
        new ReportGenerator(parts().model(), seed, errors, forms).write(count, years, out);
        return ExitCode.OK;
    }
}
