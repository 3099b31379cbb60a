package io.mingjian.cli;

import io.mingjian.checks.Comparison;
import io.mingjian.checks.Report;
import io.mingjian.checks.Waiver;
import io.mingjian.extract.Extraction;
import io.mingjian.extract.Extractor;
import io.mingjian.ingest.Limits;
import io.mingjian.outline.ReportTitle;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.wire.CheckJson;
import io.mingjian.wire.CheckPage;
import io.mingjian.wire.OutcomeCounts;
import io.mingjian.wire.WaiverReader;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mingjian check FILE…`: what a clerk should mend before the report is submitted.
///
/// The exit code is the gravest of all files: 0 nothing to mend, 3 hints, 4 errors or contradictions; 1 where a
/// file could not be read. What was waived counts for nothing and is shown all the same.
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand extends CoreCommand {
    private static final int HINTS = 3;
    private static final int ERRORS = 4;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "file")
    private List<Path> files = List.of();

    @Option(names = "--previous", paramLabel = "FILE", descriptionKey = "previous")
    private List<Path> previous = List.of();

    @Option(names = "--compare", paramLabel = "FILE", descriptionKey = "compare")
    private List<Path> compare = List.of();

    @Option(names = "--waivers", paramLabel = "FILE", descriptionKey = "waivers")
    private @Nullable Path waivers;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format")
    private Format format = Format.TEXT;

    @Option(names = "--out", paramLabel = "PATH", descriptionKey = "out")
    private @Nullable Path out;

    CheckCommand(Launcher launcher) {
        super(launcher);
    }

    /// How the findings are written.
    enum Format {
        TEXT,
        JSON,
        HTML
    }

    @Override
    public Integer call() {
        List<Waiver> accepted = waivers == null ? List.of() : WaiverReader.read(waivers.toString(), content(waivers));
        try (Launcher.GuardedParts guarded = guarded(1)) {
            Extractor extractor = guarded.parts().extractor();
            Limits limits = guarded.parts().reader().limits();
            List<Extraction> before = new ArrayList<>();
            List<Report> others = new ArrayList<>();
            boolean all = each(previous, limits, (shown, document) -> before.add(extractor.extract(document)));
            all &= each(
                    compare,
                    limits,
                    (shown, document) -> others.add(extractor.extract(document).report()));
            if (!all) {
                return ExitCode.SOFTWARE;
            }
            int[] exit = {ExitCode.OK};
            all = each(files, limits, (shown, document) -> {
                Extraction alone = extractor.extract(document);
                Comparison comparison = new Comparison(previousOf(alone, shown, before), others);
                Extraction checked = extractor.recheck(alone, comparison, accepted);
                write(shown, checked);
                exit[0] = Math.max(exit[0], exitCode(OutcomeCounts.of(checked.outcomes())));
            });
            return all ? exit[0] : ExitCode.SOFTWARE;
        }
    }

    /// Whether this is the only document that is looked at.
    private boolean isAlone(String shown) {
        return files.size() == 1 && shown.equals(files.getFirst().toString());
    }

    /// Of one file, the one given is meant; of several, the one of the same unit and the year before.
    private @Nullable Report previousOf(Extraction extraction, String shown, List<Extraction> before) {
        if (isAlone(shown) && before.size() == 1) {
            return before.getFirst().report();
        }
        ReportTitle title = extraction.outline().title();
        Integer year = title.year();
        return before.stream()
                .filter(one -> {
                    ReportTitle other = one.outline().title();
                    return year != null
                            && Objects.equals(other.year(), year - 1)
                            && title.organization() != null
                            && title.organization().equals(other.organization());
                })
                .findFirst()
                .map(Extraction::report)
                .orElse(null);
    }

    private static int exitCode(OutcomeCounts counts) {
        if (counts.error() + counts.inconsistency() > 0) {
            return ERRORS;
        }
        return counts.warning() > 0 ? HINTS : ExitCode.OK;
    }

    private void write(String file, Extraction extraction) {
        String written =
                switch (format) {
                    case TEXT -> new CheckText(extraction, out == null && isTerminal()).of(file);
                    case JSON -> new String(CheckJson.of(extraction).bytes(), StandardCharsets.UTF_8) + "\n";
                    case HTML -> CheckPage.of(extraction);
                };
        if (out == null) {
            print(written);
            return;
        }
        try {
            Files.writeString(target(file, out), written);
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot write " + out, e);
        }
    }

    /// Of one file, the path itself; of several, a file each in the folder of that name.
    private Path target(String file, Path path) throws IOException {
        if (isAlone(file) && !Files.isDirectory(path)) {
            return path;
        }
        Files.createDirectories(path);
        String ending = format == Format.TEXT ? "txt" : format.name().toLowerCase(Locale.ROOT);
        Path given = files.stream()
                .filter(each -> file.equals(each.toString()) || file.startsWith(each + "/"))
                .findFirst()
                .orElseThrow();
        // What an archive calls its documents must not lead out of the folder.
        String within = file.substring(given.toString().length()).replace('/', '_');
        return path.resolve(given.getFileName() + within + "." + ending);
    }

    private static String content(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "cannot read " + path, e);
        }
    }

    /// Colours are for eyes only.
    @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again where nobody sits at a terminal
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
