package io.mingjian.cli;

import io.mingjian.problem.MingjianException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/// `mingjian segment TEXT|FILE`: the words of a text, one a line, with place and part of speech.
@Command(name = "segment", mixinStandardHelpOptions = true)
final class SegmentCommand extends CoreCommand {
    @Parameters(paramLabel = "TEXT|FILE", descriptionKey = "text")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String textOrFile;

    SegmentCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    public Integer call() {
        Launcher.Parts parts = parts();
        Optional<Path> file = file();
        try {
            String text = file.isPresent()
                    ? parts.reader().read(upload(file.get())).text().value()
                    : textOrFile;
            parts.tokenizer()
                    .words(text, 0)
                    .forEach(word -> print(word.span().start() + "-"
                            + word.span().end() + "\t" + word.tag() + "\t" + word.surface() + "\n"));
            return ExitCode.OK;
        } catch (MingjianException problem) {
            return explain(file.orElseThrow(), problem);
        }
    }

    /// The argument as a file, where there is one of that name.
    private Optional<Path> file() {
        try {
            return Optional.of(Path.of(textOrFile)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
