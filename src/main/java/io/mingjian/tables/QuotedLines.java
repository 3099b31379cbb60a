package io.mingjian.tables;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Lines, those together over which a quoted cell goes on.
///
/// @param askew whether a quote is missing: one stands in the middle of a cell, or never ends it
record QuotedLines(List<Span> lines, boolean askew) {
    /// A quoted cell goes on over no more lines: labels are broken after every second character.
    private static final int MOST_LINES = 60;

    QuotedLines {
        lines = List.copyOf(lines);
    }

    static QuotedLines of(CanonicalText text, List<Span> lines) {
        if (lines.stream().allMatch(line -> quotes(text, line) == 0)) {
            return new QuotedLines(lines, false);
        }
        List<Span> whole = joined(text, lines);
        return new QuotedLines(whole, whole.stream().anyMatch(line -> isAskew(text, line)));
    }

    private static List<Span> joined(CanonicalText text, List<Span> lines) {
        List<Span> joined = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int last = i;
            int quotes = quotes(text, lines.get(i));
            while (quotes % 2 == 1 && last + 1 < lines.size() && last - i < MOST_LINES) {
                last++;
                quotes += quotes(text, lines.get(last));
            }
            joined.add(quotes % 2 == 0 ? lines.get(i).union(lines.get(last)) : lines.get(i));
            i = quotes % 2 == 0 ? last : i;
        }
        return joined;
    }

    /// Whether a quote that goes on over lines stands in the middle of a cell, or one that opens a cell never
    /// ends it.
    private static boolean isAskew(CanonicalText text, Span line) {
        if (quotes(text, line) % 2 == 0 && text.value().indexOf('\n', line.start(), line.end()) < 0) {
            return false;
        }
        boolean open = false;
        for (int i = line.start(); i < line.end(); i++) {
            if (text.folded().charAt(i) == '"') {
                boolean pair = open && i + 1 < line.end() && text.folded().charAt(i + 1) == '"';
                if (pair) {
                    i++;
                } else if (open ? !isEdge(text, line, i, 1) : !isEdge(text, line, i, -1)) {
                    return true;
                } else {
                    open = !open;
                }
            }
        }
        return open;
    }

    /// Whether nothing but blanks stands between the place and a separator or an end of the line.
    private static boolean isEdge(CanonicalText text, Span line, int at, int step) {
        int i = at + step;
        while (i >= line.start()
                && i < line.end()
                && text.value().charAt(i) != '\n'
                && Folding.isSpace(text.folded().charAt(i))) {
            i += step;
        }
        return i < line.start()
                || i >= line.end()
                || text.value().charAt(i) == '\n'
                || CommaLines.SEPARATORS.indexOf(text.value().charAt(i)) >= 0;
    }

    private static int quotes(CanonicalText text, Span line) {
        int count = 0;
        for (int i = line.start(); i < line.end(); i++) {
            count += text.folded().charAt(i) == '"' ? 1 : 0;
        }
        return count;
    }
}
