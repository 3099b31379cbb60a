package io.mingjian.cli;

import io.mingjian.cli.batch.Batch;
import io.mingjian.cli.batch.Farewell;
import io.mingjian.cli.batch.ForeignFile;
import io.mingjian.cli.batch.Progress;
import io.mingjian.ingest.Archive;
import io.mingjian.ingest.Upload;
import io.mingjian.wire.PrettyJson;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mingjian extract FILE…`: the contract's JSON of each file, and of each document of an archive, one line each.
/// `mingjian extract DIR --out FILE`: of all files of a folder or an archive, written into a file, gone on with
/// where it was interrupted (see [Batch]).
///
/// A file that cannot be read is told on standard error, or in the list beside the results, and the others go
/// on; the exit code then is 1. 2 where the arguments make no sense, 3 where the results cannot be written.
@Command(name = "extract", mixinStandardHelpOptions = true)
final class ExtractCommand extends CoreCommand {
    private static final int NOT_WRITTEN = 3;

    /// A line of progress every so many files, where nobody watches.
    private static final int FILES_A_LINE = 100;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "file")
    private List<Path> files = List.of();

    @Option(names = "--include", paramLabel = "PART", split = ",")
    private Set<Part> include = Set.of();

    @Option(names = "--pretty")
    private boolean pretty;

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    @Option(names = "--jobs", paramLabel = "N")
    private int jobs = Runtime.getRuntime().availableProcessors();

    ExtractCommand(Launcher launcher) {
        super(launcher);
    }

    /// What is left out of the JSON unless it is asked for.
    enum Part {
        TEXT
    }

    @Override
    public Integer call() {
        if (out != null) {
            return batch(out);
        }
        if (files.stream().anyMatch(Files::isDirectory)) {
            throw misused("extract.out-missing");
        }
        try (Launcher.GuardedParts guarded = guarded(1)) {
            Launcher.Parts parts = guarded.parts();
            boolean all = each(files, parts.reader().limits(), (shown, document) -> print(document, parts));
            return all ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private void print(Upload document, Launcher.Parts parts) {
        byte[] json = parts.writer().write(parts.extractor().extract(document), include.contains(Part.TEXT));
        print((pretty ? PrettyJson.of(json) : new String(json, StandardCharsets.UTF_8)) + "\n");
    }

    private int batch(Path results) {
        Path folder = files.getFirst();
        if (files.size() > 1 || !(Files.isDirectory(folder) || isArchive(folder))) {
            throw misused("extract.one-folder");
        }
        if (pretty || jobs < 1) {
            throw misused("extract.out-options");
        }
        try (Launcher.GuardedParts guarded = guarded(jobs);
                Farewell farewell = new Farewell(this::interrupted)) {
            Launcher.Parts parts = guarded.parts();
            Batch.Plan plan = new Batch.Plan(
                    folder,
                    results,
                    failures(results),
                    words().getString("extract.unreadable"),
                    jobs,
                    parts.reader().limits());
            Batch.Tally tally = new Batch(
                            plan,
                            upload -> parts.writer()
                                    .write(parts.extractor().extract(upload), include.contains(Part.TEXT)),
                            progress())
                    .run();
            farewell.done();
            err().println(say("extract.done", tally.extracted(), tally.kept(), tally.failed(), plan.failures()));
            return tally.failed() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (ForeignFile e) {
            err().println(say(
                    switch (e.why()) {
                        case IN_USE -> "extract.out-in-use";
                        case OTHER_CONTENT -> "extract.out-foreign";
                    },
                    results));
        } catch (IOException e) {
            err().println(say("extract.out-failed", results, String.valueOf(e.getMessage())));
        }
        return NOT_WRITTEN;
    }

    private static boolean isArchive(Path file) {
        return Files.isRegularFile(file) && Archive.isArchive(file);
    }

    /// Beside the results: `a.ndjson` → `a.failed.ndjson`.
    private static Path failures(Path results) {
        String name = String.valueOf(results.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return results.resolveSibling(stem + ".failed.ndjson");
    }

    @SuppressWarnings("SystemConsoleNull") // it does return null where standard input or output are closed
    private Progress progress() {
        PrintWriter err = err();
        Console console = System.console();
        return console != null && console.isTerminal()
                ? new Progress.Bar(err, this::progress)
                : new Progress.Lines(err, FILES_A_LINE, this::progress);
    }

    private String progress(int count, int failed, int all, @Nullable Duration left) {
        String done =
                failed == 0 ? say("extract.progress", count, all) : say("extract.progress-failed", count, all, failed);
        return left == null ? done : done + say("extract.left", minutes(left));
    }

    private static String minutes(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    private void interrupted() {
        err().println();
        err().println(words().getString("extract.interrupted"));
        err().flush();
    }
}
