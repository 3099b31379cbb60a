package io.mingjian.cli;

import io.mingjian.problem.MingjianException;
import io.mingjian.wire.StageView;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mingjian show --stage=tables FILE`: what one stage found, in the format of the golden tests.
@Command(name = "show", mixinStandardHelpOptions = true)
final class ShowCommand extends CoreCommand {
    @Option(names = "--stage", required = true, paramLabel = "STAGE")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private StageView.Stage stage;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path file;

    ShowCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    public Integer call() {
        try {
            print(StageView.of(stage, parts().extractor().extract(upload(file))));
            return ExitCode.OK;
        } catch (MingjianException problem) {
            return explain(file, problem);
        }
    }
}
