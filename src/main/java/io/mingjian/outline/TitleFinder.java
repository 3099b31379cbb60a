package io.mingjian.outline;

import io.mingjian.ingest.Block;
import io.mingjian.ingest.SourceDocument;
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
    private static final int LONGEST_LABEL = 12;
    /// How many lines before the first heading are looked at.
    private static final int LINES_LOOKED_AT = 60;

    /// Ends of clauses, the steps of a path through a site, and what separates a label from what it labels.
    private static final String NOT_IN_TITLE = "。；;，,！!？?>›»→|:";

    private final Titles titles;
    private final Organizations organizations;

    TitleFinder(Titles titles) {
        this.titles = titles;
        this.organizations = new Organizations(titles);
    }

    /// @param preamble the blocks before the first heading
    /// @param opening  the text through the end of the first section, where the year is said
    ReportTitle find(SourceDocument document, List<Block> preamble, Span opening) {
        CanonicalText text = document.text();
        Optional<Span> span = titleSpan(text, preamble);
        Squashed title = Squashed.of(text, span.orElse(new Span(0, 0)));
        Integer year = Years.reported(title.characters(), text, opening);
        Optional<Organizations.Organization> organization = organizations
                .find(title.characters(), text)
                .or(() -> organizations.publisher(document))
                .or(() -> organizations.signature(document));
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

    /// The first of the lines that say most: a link or an index header may name the report before its title does.
    private Optional<Span> titleSpan(CanonicalText text, List<Block> preamble) {
        List<Span> lines = lines(text, preamble);
        for (int count = 1; count <= MOST_LINES; count++) {
            Span best = null;
            int most = -1;
            for (int first = 0; first + count <= lines.size(); first++) {
                Span span = lines.get(first).union(lines.get(first + count - 1));
                if (isTitle(Squashed.of(text, span).characters())) {
                    Span whole = withOrganization(text, lines, first, span);
                    int says = says(Squashed.of(text, whole).characters());
                    if (says > most) {
                        most = says;
                        best = whole;
                    }
                }
            }
            if (best != null) {
                return Optional.of(best);
            }
        }
        return Optional.empty();
    }

    /// How much of a title it has: whose report, of which year.
    private int says(String line) {
        return (organizations.prefix(line).isEmpty() ? 0 : 2) + (Years.named(line) ? 1 : 0);
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
                    Span trimmed = text.trim(behindLabel(text, line));
                    if (!trimmed.isEmpty() && lines.size() < LINES_LOOKED_AT) {
                        lines.add(trimmed);
                    }
                }
            }
        }
        return lines;
    }

    /// An index header may give the title behind its label: 名称：…
    private static Span behindLabel(CanonicalText text, Span line) {
        for (int i = Math.min(line.end(), line.start() + LONGEST_LABEL) - 1; i >= line.start(); i--) {
            if (text.folded().charAt(i) == ':') {
                return new Span(i + 1, line.end());
            }
        }
        return line;
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
