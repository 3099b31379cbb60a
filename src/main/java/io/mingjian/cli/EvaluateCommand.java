package io.mingjian.cli;

import io.mingjian.evaluation.Calibration;
import io.mingjian.evaluation.CalibrationFile;
import io.mingjian.evaluation.Corpus;
import io.mingjian.evaluation.ScoreDiff;
import io.mingjian.evaluation.ScoreFile;
import io.mingjian.evaluation.ScoreSheet;
import io.mingjian.evaluation.ScoreText;
import io.mingjian.evaluation.Scorer;
import io.mingjian.evaluation.search.Topics;
import io.mingjian.evaluation.search.WordingJudge;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.model.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mingjian evaluate PATH…`: runs the extractor over annotated material and prints the score sheet.
@Command(name = "evaluate", mixinStandardHelpOptions = true)
final class EvaluateCommand extends CoreCommand {
    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "path")
    private List<Path> paths = List.of();

    @Option(names = "--errors", paramLabel = "N", defaultValue = "25")
    private int errors;

    @Option(names = "--json", paramLabel = "FILE")
    private @Nullable Path json;

    @Option(names = "--diff", paramLabel = "FILE")
    private @Nullable Path diff;

    @Option(names = "--calibrate", paramLabel = "FILE")
    private @Nullable Path calibrate;

    @Option(names = "--search", paramLabel = "DIR")
    private @Nullable Path search;

    @Option(names = "--judge")
    private boolean judge;

    EvaluateCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    public Integer call() throws IOException {
        if (search != null) {
            Launcher.Parts parts = parts();
            SearchLanguage language =
                    SearchLanguage.read(ModelFiles.bundled(parts.model().id()));
            SearchTrial trial = new SearchTrial(parts.extractor(), language, Corpus.read(paths));
            if (judge) {
                WordingJudge wordings = WordingJudge.read(Topics.read(search), search);
                Files.write(search.resolve("qrels.txt"), wordings.judge(trial.texts()));
            }
            trial.lines(Topics.read(search)).forEach(line -> print(line + "\n"));
            return ExitCode.OK;
        }
        // Read first: the sheet that is compared with may be the one that is written.
        ScoreFile.Earlier earlier = diff == null ? null : ScoreFile.read(diff);
        Corpus corpus = Corpus.read(paths);
        if (calibrate != null) {
            CalibrationFile.write(Calibration.measure(parts().extractor(), corpus), paths, calibrate);
            return ExitCode.OK;
        }
        ScoreSheet sheet = new Scorer(parts().extractor()::extract).score(corpus);
        ScoreText.lines(sheet, errors).forEach(line -> print(line + "\n"));
        if (earlier != null) {
            print("\n" + diff + "\n");
            ScoreDiff.lines(sheet, earlier).forEach(line -> print(line + "\n"));
        }
        if (json != null) {
            ScoreFile.write(sheet, json);
        }
        return ExitCode.OK;
    }
}
