package io.mingjian.cli;

import io.mingjian.evaluation.Calibration;
import io.mingjian.evaluation.CalibrationFile;
import io.mingjian.evaluation.Corpus;
import io.mingjian.evaluation.Fold;
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
import java.util.ArrayList;
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

    @Option(names = "--confusions")
    private boolean confusions;

    @Option(names = "--unseen", paramLabel = "PATH")
    private List<Path> unseen = List.of();

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
        if (calibrate != null) {
            CalibrationFile.write(Calibration.measure(parts().extractor(), Corpus.read(paths)), paths, calibrate);
            return ExitCode.OK;
        }
        List<Fold> folds = folds(paths);
        ScoreSheet sheet = Fold.all(folds);
        tell(ScoreText.lines(sheet, errors));
        if (confusions) {
            tell(ScoreText.confusions(sheet));
        }
        List<Fold> kept = folds(unseen);
        if (!kept.isEmpty()) {
            tell(unseen(Fold.all(kept)));
        }
        if (folds.size() + kept.size() > 1) {
            tell(Fold.lines(folds, kept));
        }
        if (earlier != null) {
            print("\n" + diff + "\n");
            ScoreDiff.lines(sheet, earlier).forEach(line -> print(line + "\n"));
        }
        if (json != null) {
            ScoreFile.write(sheet, json);
        }
        return ExitCode.OK;
    }

    /// One fold a path.
    private List<Fold> folds(List<Path> of) throws IOException {
        Scorer scorer = new Scorer(parts().extractor()::extract);
        List<Fold> folds = new ArrayList<>();
        for (Path path : of) {
            folds.add(new Fold(path.toString(), scorer.score(Corpus.read(List.of(path)))));
        }
        return folds;
    }

    /// Nothing of what stands in it: who has read its errors has seen it.
    private List<String> unseen(ScoreSheet sheet) {
        List<String> lines = new ArrayList<>(ScoreText.totals(sheet));
        if (confusions) {
            lines.addAll(ScoreText.confusions(sheet));
        }
        return lines;
    }

    private void tell(List<String> lines) {
        lines.forEach(line -> print(line + "\n"));
        print("\n");
    }
}
