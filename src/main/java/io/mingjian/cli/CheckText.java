package io.mingjian.cli;

import io.mingjian.checks.Finding;
import io.mingjian.checks.Message;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Severity;
import io.mingjian.extract.Extraction;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import io.mingjian.wire.CheckWords;
import io.mingjian.wire.OutcomeCounts;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The findings of one report for a terminal: the gravest first, each with both sides and the lines they stand in.
final class CheckText {
    /// Of the places of a side so many are quoted.
    private static final int QUOTED = 8;

    private static final int LONGEST_QUOTE = 60;

    /// Wide enough for the longest word of a severity, of which each character takes two columns.
    private static final String INDENT = " ".repeat(10);

    private static final String PLAIN = "\u001B[0m";
    private static final String SOFT = "\u001B[2m";

    private final Extraction extraction;
    private final boolean coloured;
    private final StringBuilder text = new StringBuilder();

    CheckText(Extraction extraction, boolean coloured) {
        this.extraction = extraction;
        this.coloured = coloured;
    }

    /// @param name of the file
    String of(String name) {
        text.append(name).append('\n');
        extraction.findings().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .forEach(this::finding);
        for (Outcome outcome : extraction.outcomes()) {
            if (outcome instanceof Outcome.Waived waived) {
                waived(waived);
            }
        }
        summary();
        return text.append('\n').toString();
    }

    /// Where and what, then line by line what should be, what is, by how much, why, and what to do.
    private void finding(Finding finding) {
        Message words = finding.words();
        String severity = CheckWords.of(finding.severity());
        text.append("  ")
                .append(coloured(colour(finding.severity()), severity))
                .append(" ".repeat(INDENT.length() - 2 - 2 * severity.length()))
                .append(words.place())
                .append(words.place().isEmpty() ? "" : "：")
                .append(words.claim())
                .append('\n');
        side(words.expected(), finding.expected());
        side(words.actual(), finding.actual());
        for (String line : List.of(words.difference(), words.basis(), words.remedy(), words.doubt())) {
            text.append(line.isEmpty() ? "" : INDENT + line + "\n");
        }
        text.append(INDENT)
                .append(coloured(SOFT, "[" + finding.rule() + " " + finding.fingerprint() + "]"))
                .append('\n');
    }

    private void side(String words, Finding.Side side) {
        if (side.spans().isEmpty()) {
            text.append(words.isEmpty() ? "" : INDENT + words + "\n");
            return;
        }
        CanonicalText source = extraction.document().text();
        Map<Long, List<Span>> byLine = side.spans().stream()
                .limit(QUOTED)
                .collect(Collectors.groupingBy(span -> line(source, span), TreeMap::new, Collectors.toList()));
        text.append(INDENT).append(words.isEmpty() ? CheckWords.say("text.see") : words);
        byLine.forEach((line, spans) -> {
            text.append("  ").append(place(line, spans.getFirst()));
            spans.forEach(span -> text.append(" “").append(quote(source, span)).append('”'));
        });
        text.append(side.spans().size() > QUOTED ? " …\n" : "\n");
    }

    /// A line of a text file is found by its number; in print the page helps more.
    private String place(long line, Span span) {
        OptionalInt page = extraction.document().pages().pageAt(span.start());
        return page.isPresent() ? CheckWords.say("text.page", page.getAsInt()) : CheckWords.say("text.line", line);
    }

    private static String quote(CanonicalText source, Span span) {
        String quote = source.quote(span).strip().replace('\n', ' ').replace('\t', ' ');
        return quote.length() > LONGEST_QUOTE ? quote.substring(0, LONGEST_QUOTE) + "…" : quote;
    }

    private static long line(CanonicalText source, Span span) {
        return 1
                + source.value()
                        .substring(0, span.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private void waived(Outcome.Waived waived) {
        text.append("  ")
                .append(CheckWords.say("text.waived"))
                .append("  ")
                .append(waived.finding().message())
                .append("\n      ")
                .append(CheckWords.say(
                        "page.waived-by",
                        waived.waiver().by(),
                        waived.waiver().on(),
                        waived.waiver().reason()))
                .append(coloured(SOFT, " [" + waived.rule() + "]"))
                .append('\n');
    }

    /// What was not judged is told with its reasons, so that nobody takes it for right.
    private void summary() {
        OutcomeCounts counts = OutcomeCounts.of(extraction.outcomes());
        text.append("  ")
                .append(CheckWords.say(
                        "text.summary",
                        counts.error(),
                        counts.inconsistency(),
                        counts.warning(),
                        counts.satisfied(),
                        counts.notEvaluated(),
                        counts.waived()))
                .append('\n');
        Map<Outcome.Reason, Integer> reasons = new EnumMap<>(Outcome.Reason.class);
        for (Outcome outcome : extraction.outcomes()) {
            if (outcome instanceof Outcome.NotEvaluated open) {
                reasons.merge(open.reason(), 1, Integer::sum);
            }
        }
        if (!reasons.isEmpty()) {
            text.append("    ").append(CheckWords.say("text.open"));
            text.append(reasons.entrySet().stream()
                    .map(reason -> CheckWords.of(reason.getKey()) + " " + reason.getValue())
                    .collect(Collectors.joining("，")));
            text.append('\n');
        }
    }

    private String coloured(String colour, String words) {
        return coloured ? colour + words + PLAIN : words;
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> "\u001B[1;31m";
            case INCONSISTENCY -> "\u001B[1;35m";
            case WARNING -> "\u001B[33m";
            case INFO -> "\u001B[36m";
        };
    }
}
