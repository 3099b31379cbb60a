package io.mingjian.outline;

import io.mingjian.ingest.Block;
import io.mingjian.model.Titles;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Lines;
import io.mingjian.text.Span;
import io.mingjian.text.Squashed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the title of a report, and whose report of which year it is.
final class TitleFinder {
    private static final int MOST_LINES = 4;
    private static final int LONGEST = 60;
    /// How many lines before the first heading are looked at.
    private static final int LINES_LOOKED_AT = 60;

    private static final String NOT_IN_TITLE = "。；;，,！!？?";

    private final Titles titles;
    private final Organizations organizations;

    TitleFinder(Titles titles) {
        this.titles = titles;
        this.organizations = new Organizations(titles);
    }

    /// @param preamble the blocks before the first heading
    /// @param opening  the text through the end of the first section, where the year is said
    ReportTitle find(CanonicalText text, List<Block> preamble, Span opening) {
        Optional<Span> span = titleSpan(text, preamble);
        Squashed title = Squashed.of(text, span.orElse(new Span(0, 0)));
        Integer year = Years.reported(title.characters(), text, opening);
        Optional<Organizations.Organization> organization = organizations.find(title.characters(), text);
        return new ReportTitle(
                span.isEmpty() ? null : onOneLine(text, span.get()),
                span.orElse(null),
                organization.map(Organizations.Organization::name).orElse(null),
                organization.map(Organizations.Organization::level).orElse(null),
                organization.map(Organizations.Organization::region).orElse(null),
                year,
                day(year, 1, 1),
                day(year, 12, 31));
    }

    private static @Nullable LocalDate day(@Nullable Integer year, int month, int day) {
        return year == null ? null : LocalDate.of(year, month, day);
    }

    /// The title as its writer meant it: without line ends and stray blanks.
    private static String onOneLine(CanonicalText text, Span span) {
        StringBuilder line = new StringBuilder();
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.value().charAt(i);
            if (!io.mingjian.text.Folding.isSpace(c)) {
                line.append(c);
            }
        }
        return line.toString();
    }

    private Optional<Span> titleSpan(CanonicalText text, List<Block> preamble) {
        List<Span> lines = lines(text, preamble);
        for (int count = 1; count <= MOST_LINES; count++) {
            for (int first = 0; first + count <= lines.size(); first++) {
                Span span = lines.get(first).union(lines.get(first + count - 1));
                if (isTitle(Squashed.of(text, span).characters())) {
                    return Optional.of(withOrganization(text, lines, first, span));
                }
            }
        }
        return Optional.empty();
    }

    /// The organization often stands on a line of its own above the rest of the title.
    private Span withOrganization(CanonicalText text, List<Span> lines, int first, Span span) {
        boolean named =
                !organizations.prefix(Squashed.of(text, span).characters()).isEmpty();
        if (named || first == 0) {
            return span;
        }
        Span above = lines.get(first - 1);
        String name = Squashed.of(text, above).characters();
        return organizations.isFullName(name) ? above.union(span) : span;
    }

    private static List<Span> lines(CanonicalText text, List<Block> preamble) {
        List<Span> lines = new ArrayList<>();
        for (Block block : preamble) {
            if (block instanceof Block.Paragraph paragraph) {
                for (Span line : Lines.of(text.value(), paragraph.span())) {
                    Span trimmed = text.trim(line);
                    if (!trimmed.isEmpty() && lines.size() < LINES_LOOKED_AT) {
                        lines.add(trimmed);
                    }
                }
            }
        }
        return lines;
    }

    private boolean isTitle(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < line.length(); i++) {
            if (NOT_IN_TITLE.indexOf(line.charAt(i)) >= 0) {
                return false;
            }
        }
        return titles.subjects().stream().anyMatch(line::contains)
                && titles.endings().stream().anyMatch(ending -> endsWith(line, ending));
    }

    /// A title may carry a year in brackets behind its last word.
    private static boolean endsWith(String line, String ending) {
        int at = line.lastIndexOf(ending);
        if (at < 0) {
            return false;
        }
        String rest = line.substring(at + ending.length());
        return rest.isEmpty() || (rest.startsWith("(") && rest.endsWith(")")) || rest.equals("》");
    }
}
