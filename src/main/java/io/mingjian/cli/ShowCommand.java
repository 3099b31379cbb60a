package io.mingjian.cli;

import io.mingjian.extract.Extraction;
import io.mingjian.extract.Extractor;
import io.mingjian.problem.MingjianException;
import io.mingjian.wire.StageView;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mingjian show --stage=tables FILE`: what one stage found, in the format of the golden tests; `--why` lists every
/// number of the
/// prose with what accepted or rejected it.
@Command(name = "show", mixinStandardHelpOptions = true)
final class ShowCommand extends CoreCommand {
    @Option(names = "--stage", required = true, paramLabel = "STAGE")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private StageView.Stage stage;

    @Option(names = "--why")
    private boolean why;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path file;

    ShowCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    public Integer call() {
        try {
            Extractor extractor = parts().extractor();
            Extraction extraction = extractor.extract(upload(file));
            print(
                    why && stage == StageView.Stage.FACTS
                            ? StageView.why(extraction, extractor.candidates(extraction))
                            : StageView.of(stage, extraction));
            return ExitCode.OK;
        } catch (MingjianException problem) {
            return explain(file, problem);
        }
    }
}
