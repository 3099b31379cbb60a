package io.mingjian.cli;

import io.mingjian.extract.Extraction;
import io.mingjian.problem.MingjianException;
import io.mingjian.tables.TableAligner;
import io.mingjian.wire.StageView;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mingjian show --stage=tables FILE`: what one stage found, in the format of the golden tests. With `--why`,
/// what the stage weighed: of tables how they were aligned, of facts every number of the prose with what became
/// of it.
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
            Extraction extraction = parts().extractor().extract(upload(file));
            if (!why || stage != StageView.Stage.FACTS) {
                print(StageView.of(stage, extraction));
            }
            if (why) {
                print(reasons(extraction));
            }
            return ExitCode.OK;
        } catch (MingjianException problem) {
            return explain(file, problem);
        }
    }

    /// Other stages have nothing to add.
    private String reasons(Extraction extraction) {
        return switch (stage) {
            case TABLES ->
                StageView.alignments(
                        extraction,
                        new TableAligner(
                                        parts().model(),
                                        parts().reader().limits().shape())
                                .explain(extraction.outline()));
            case FACTS -> StageView.candidates(extraction, parts().extractor().candidates(extraction));
            case BLOCKS, OUTLINE, FINDINGS -> "";
        };
    }
}
