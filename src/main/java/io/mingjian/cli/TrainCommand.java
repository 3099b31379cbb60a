package io.mingjian.cli;

import io.mingjian.evaluation.Corpus;
import io.mingjian.evaluation.OpinionFile;
import io.mingjian.evaluation.Rate;
import io.mingjian.evaluation.Training;
import io.mingjian.extract.Extractor;
import io.mingjian.model.SecondOpinion.HeldOut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mingjian train PATH…`: learns from annotated material what numbers count that no wording explains.
@Command(name = "train", mixinStandardHelpOptions = true)
final class TrainCommand extends CoreCommand {
    @Parameters(arity = "2..*", paramLabel = "PATH", descriptionKey = "path")
    private List<Path> paths = List.of();

    @Option(names = "--out", paramLabel = "FILE", required = true)
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private Path out;

    TrainCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    public Integer call() throws IOException {
        Launcher.Parts parts = parts();
        List<Corpus> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(Corpus.read(List.of(path)));
        }
        Training.Learned learned = new Training(
                        parts.model(), model -> new Extractor(model, parts.reader(), parts.tokenizer()))
                .learn(files);
        OpinionFile.write(learned, paths, out);
        for (int file = 0; file < paths.size(); file++) {
            Training.Judged fold = learned.folds().get(file);
            print(say("train.fold", paths.get(file), f1(fold.without()), f1(fold.unseen()), f1(fold.seen())) + "\n");
        }
        HeldOut heldOut = learned.opinion().heldOut();
        print(say(
                        "train.done",
                        learned.numbers(),
                        heldOut.claims(),
                        heldOut.right(),
                        heldOut.without().toPlainString(),
                        heldOut.with().toPlainString())
                + "\n");
        return ExitCode.OK;
    }

    private static String f1(Rate rate) {
        return String.format(Locale.ROOT, "%.4f", rate.f1());
    }
}
