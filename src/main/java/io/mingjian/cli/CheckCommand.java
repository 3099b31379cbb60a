package io.mingjian.cli;

import io.mingjian.checks.Finding;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Severity;
import io.mingjian.extract.Extraction;
import io.mingjian.problem.MingjianException;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/// `mingjian check FILE…`: what a clerk should mend before the report is submitted.
///
/// The exit code is the gravest of all files: 0 nothing to mend, 3 hints, 4 errors or contradictions; 1 where a file
/// could not be read.
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand extends CoreCommand {
    private static final int HINTS = 3;
    private static final int ERRORS = 4;

    /// Of the places of a finding so many are quoted.
    private static final int QUOTED = 8;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "file")
    private List<Path> files = List.of();

    CheckCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    public Integer call() {
        Launcher.Parts parts = parts();
        boolean unread = false;
        int exit = ExitCode.OK;
        for (Path file : files) {
            try {
                Extraction extraction = parts.extractor().extract(upload(file));
                print(report(file, extraction));
                exit = Math.max(exit, exitCode(extraction.findings()));
            } catch (MingjianException problem) {
                explain(file, problem);
                unread = true;
            }
        }
        return unread ? ExitCode.SOFTWARE : exit;
    }

    private static int exitCode(List<Finding> findings) {
        return findings.stream()
                .mapToInt(finding -> switch (finding.severity()) {
                    case ERROR, INCONSISTENCY -> ERRORS;
                    case WARNING -> HINTS;
                    case INFO -> ExitCode.OK;
                })
                .max()
                .orElse(ExitCode.OK);
    }

    private String report(Path file, Extraction extraction) {
        ResourceBundle words = words();
        CanonicalText text = extraction.document().text();
        StringBuilder report = new StringBuilder(file.toString()).append('\n');
        extraction.findings().stream()
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .forEach(finding -> report.append("  ")
                        .append(words.getString(
                                "check." + finding.severity().name().toLowerCase(Locale.ROOT)))
                        .append("  ")
                        .append(finding.message())
                        .append(" [")
                        .append(finding.rule())
                        .append("]\n")
                        .append(quotes(finding.spans(), text)));
        return report.append(summary(extraction)).append('\n').toString();
    }

    /// The places, each with its line.
    private static String quotes(List<Span> spans, CanonicalText text) {
        return spans.stream()
                .limit(QUOTED)
                .filter(span -> span.length() <= 100)
                .map(span ->
                        "      @" + line(text, span) + " “" + text.quote(span).strip() + "”\n")
                .collect(Collectors.joining());
    }

    private static long line(CanonicalText text, Span span) {
        return 1
                + text.value()
                        .substring(0, span.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /// How many claims hold, do not hold, and could not be judged: not checked must not look like passed.
    private String summary(Extraction extraction) {
        int satisfied = 0;
        Map<Severity, Integer> violated = new EnumMap<>(Severity.class);
        int open = 0;
        for (Outcome outcome : extraction.outcomes()) {
            switch (outcome) {
                case Outcome.Satisfied ignored -> satisfied++;
                case Outcome.Violated broken -> violated.merge(broken.finding().severity(), 1, Integer::sum);
                case Outcome.NotEvaluated ignored -> open++;
                case Outcome.Waived ignored -> satisfied++;
            }
        }
        return say(
                "check.summary",
                violated.getOrDefault(Severity.ERROR, 0),
                violated.getOrDefault(Severity.INCONSISTENCY, 0),
                violated.getOrDefault(Severity.WARNING, 0),
                satisfied,
                open);
    }
}
