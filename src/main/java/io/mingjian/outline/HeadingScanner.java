package io.mingjian.outline;

import io.mingjian.ingest.Block;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Lines;
import io.mingjian.text.Span;
import io.mingjian.text.Squashed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lists every place that may be a heading, in order: lines that begin with a number, lines that read like a
/// heading of the model, and official headings in the middle of a line (reports pasted as one paragraph).
final class HeadingScanner {
    /// Longest heading that is still compared, in UTF-16 units.
    private static final int LONGEST = 80;
    /// Longest unnumbered line that may be a heading, squashed.
    private static final int LONGEST_UNNUMBERED = 30;
    /// Unnumbered lines must read almost exactly like a heading.
    private static final double UNNUMBERED_LIKE = 0.85;

    private static final String MARKUP = "#*";
    /// So many blanks in a row set columns apart, not words.
    private static final int COLUMN_GAP = 3;

    private static final String HEADING_ENDS = "。;；\t|";

    private final Wordings wordings;
    private final CanonicalText text;

    HeadingScanner(Wordings wordings, CanonicalText text) {
        this.wordings = wordings;
        this.text = text;
    }

    List<Heading> scan(List<Block> blocks) {
        List<Heading> found = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Paragraph paragraph) {
                for (Span line : Lines.of(text.value(), paragraph.span())) {
                    Span trimmed = text.trim(line);
                    List<Heading> inside = inside(trimmed);
                    int end =
                            inside.isEmpty() ? trimmed.end() : inside.getFirst().start();
                    atStart(text.trim(new Span(trimmed.start(), end))).ifPresent(found::add);
                    found.addAll(inside);
                }
            }
        }
        return found;
    }

    private Optional<Heading> atStart(Span whole) {
        Span line = withoutMarkup(whole);
        if (line.isEmpty() || isContentsEntry(line)) {
            return Optional.empty();
        }
        Optional<Numbering.Mark> mark = Numbering.at(text.folded(), line.start(), line.end());
        int start = mark.map(found -> found.span().end()).orElse(line.start());
        Span rest = withoutMarkup(text.trim(new Span(start, line.end())));
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        Heading heading = heading(mark, rest);
        if (mark.isEmpty() && !readsLikeHeading(heading)) {
            return Optional.empty();
        }
        return wordings.isRow(heading.wording()) ? Optional.empty() : Optional.of(heading);
    }

    /// The line without what Markdown puts before a heading or bold text.
    private Span withoutMarkup(Span line) {
        int start = line.start();
        while (start < line.end() && MARKUP.indexOf(text.folded().charAt(start)) >= 0) {
            start++;
        }
        return text.trim(new Span(start, line.end()));
    }

    private boolean readsLikeHeading(Heading heading) {
        return heading.ownLine()
                && heading.wording().length() <= LONGEST_UNNUMBERED
                && wordings.match(heading.wording(), UNNUMBERED_LIKE).isPresent();
    }

    /// The heading that begins at the start of `rest`: up to the first full stop, or just an official heading
    /// that runs into its text.
    private Heading heading(Optional<Numbering.Mark> mark, Span rest) {
        Squashed squashed = Squashed.of(text, new Span(rest.start(), Math.min(rest.end(), rest.start() + LONGEST)));
        int official = wordings.officialPrefix(squashed.characters());
        Span span = official > 0 ? squashed.span(0, official) : upToEnd(rest);
        String wording = Squashed.of(text, span).characters();
        boolean ownLine = rest.end() - span.end() <= 1;
        return new Heading(mark, span, wording, ownLine);
    }

    private Span upToEnd(Span rest) {
        int end = rest.start();
        int longest = Math.min(rest.end(), rest.start() + LONGEST);
        while (end < longest && HEADING_ENDS.indexOf(text.folded().charAt(end)) < 0 && !isColumnGap(end, longest)) {
            end++;
        }
        return text.trim(new Span(rest.start(), Math.max(end, rest.start() + 1)));
    }

    private boolean isColumnGap(int at, int end) {
        int i = at;
        while (i < end && i < at + COLUMN_GAP && text.folded().charAt(i) == ' ') {
            i++;
        }
        return i == at + COLUMN_GAP;
    }

    /// Official headings behind their ideographic number anywhere in the line.
    private List<Heading> inside(Span line) {
        List<Heading> found = new ArrayList<>();
        String folded = text.folded();
        for (int i = line.start() + 1; i < line.end() - 1; i++) {
            if (folded.charAt(i + 1) != '、' && folded.charAt(i + 1) != '.') {
                continue;
            }
            int start = startOfNumber(folded, line.start() + 1, i);
            Optional<Numbering.Mark> mark = Numbering.at(folded, start, line.end())
                    .filter(candidate -> candidate.style() == Numbering.IDEOGRAPH);
            if (mark.isEmpty()) {
                continue;
            }
            int behind = mark.get().span().end();
            Squashed rest = Squashed.of(text, new Span(behind, Math.min(line.end(), behind + LONGEST)));
            int official = wordings.officialPrefix(rest.characters());
            if (official > 0) {
                Span span = rest.span(0, official);
                found.add(new Heading(mark, span, rest.characters().substring(0, official), false));
            }
        }
        return found;
    }

    /// 十一、 begins one character before its last digit.
    private static int startOfNumber(String folded, int first, int lastDigit) {
        return lastDigit > first && folded.charAt(lastDigit - 1) == '十' ? lastDigit - 1 : lastDigit;
    }

    /// A line of a table of contents: dot leaders, then a page number.
    private boolean isContentsEntry(Span line) {
        String folded = text.folded();
        int i = line.end() - 1;
        while (i >= line.start() && Character.isDigit(folded.charAt(i))) {
            i--;
        }
        int leaders = 0;
        while (i >= line.start() && (folded.charAt(i) == '.' || folded.charAt(i) == '…' || folded.charAt(i) == '·')) {
            i--;
            leaders++;
        }
        return leaders >= 3;
    }
}
