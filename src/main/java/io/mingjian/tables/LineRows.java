package io.mingjian.tables;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Makes rows of the lines that a table was flattened to: cells apart by tabs, pipes or gaps, or one cell a line.
///
/// One cell a line comes in two kinds. With a leading tab a line starts a cell, a line without one goes on with it, and
/// an
/// empty line ends the row. Without tabs every line is a cell, and a row ends where words follow values.
final class LineRows {
    private static final int LONGEST_NUMBERING = 4;

    private final CanonicalText text;
    private final PieceReader reader;

    LineRows(CanonicalText text, PieceReader reader) {
        this.text = text;
        this.reader = reader;
    }

    List<PieceRow> read(List<Span> lines) {
        boolean tabbed = lines.stream().filter(this::isTabbedCell).count() >= 3;
        List<PieceRow> rows = isCellPerLine(lines) ? cellPerLine(lines, tabbed) : rowPerLine(lines);
        return joined(rows);
    }

    /// A line that is one cell: a tab, then no further separator.
    private boolean isTabbedCell(Span line) {
        return line.length() > 0
                && text.value().charAt(line.start()) == '\t'
                && separators(new Span(line.start() + 1, line.end())) == 0;
    }

    private int separators(Span span) {
        int count = 0;
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.folded().charAt(i);
            if (c == '\t' || c == '|') {
                count++;
            }
        }
        return count;
    }

    /// More lines hold one value than several cells.
    private boolean isCellPerLine(List<Span> lines) {
        int single = 0;
        int several = 0;
        for (Span line : lines) {
            if (isTabbedCell(line)) {
                single++;
            } else if (!text.isBlank(line)) {
                List<Piece> pieces = split(line);
                if (pieces.size() >= 2) {
                    several++;
                } else if (pieces.getFirst().content().isWritten()) {
                    single++;
                }
            }
        }
        return single > 3 && single > several;
    }

    private List<PieceRow> rowPerLine(List<Span> lines) {
        List<PieceRow> rows = new ArrayList<>();
        for (Span line : lines) {
            boolean blank = text.isBlank(line) && separators(line) == 0;
            if (!blank && !isRule(line)) {
                rows.add(PieceRow.of(split(line), separators(line) > 0 ? Parting.CELLS : Parting.BLANKS));
            }
        }
        return rows;
    }

    /// A line drawn with characters between rows, as Markdown does.
    private boolean isRule(Span line) {
        String drawn = text.folded(line);
        return drawn.contains("---")
                && drawn.chars().allMatch(c -> c == '-' || c == '|' || c == ':' || c == '+' || c == ' ' || c == '\t');
    }

    private List<PieceRow> cellPerLine(List<Span> lines, boolean tabbed) {
        List<List<Span>> rows = new ArrayList<>();
        List<Span> row = new ArrayList<>();
        boolean cellOpen = false;
        for (Span line : lines) {
            boolean starts = !line.isEmpty() && text.value().charAt(line.start()) == '\t';
            if (text.isBlank(line) && !starts) {
                cellOpen = false;
                if (tabbed && !row.isEmpty()) {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (tabbed && !starts && cellOpen) {
                row.set(row.size() - 1, row.getLast().union(line));
            } else {
                row.add(line);
                cellOpen = true;
            }
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows.stream()
                .flatMap(cells -> untilWordsFollowValues(cells, tabbed).stream())
                .toList();
    }

    private List<PieceRow> untilWordsFollowValues(List<Span> cells, boolean tabbed) {
        List<PieceRow> rows = new ArrayList<>();
        List<Piece> row = new ArrayList<>();
        for (Span cell : cells) {
            Piece piece = reader.read(cell, row.size(), 1);
            boolean valueBefore = !row.isEmpty() && row.getLast().content().isWritten();
            boolean wordsBefore = row.stream().anyMatch(each -> !each.content().isValue());
            if (valueBefore && (wordsBefore || !tabbed) && !piece.content().isValue()) {
                rows.add(PieceRow.of(row, Parting.CELLS));
                row.clear();
                piece = new Piece(piece.span(), 0, 1, piece.content());
            }
            row.add(piece);
        }
        rows.add(PieceRow.of(row, Parting.CELLS));
        return rows;
    }

    /// A row of values without words goes on with the row before it, where that one still lacks values or has only
    /// words.
    private static List<PieceRow> joined(List<PieceRow> rows) {
        List<PieceRow> joined = new ArrayList<>();
        for (PieceRow row : rows) {
            PieceRow before = joined.isEmpty() ? null : joined.getLast();
            boolean goesOn = before != null
                    && !row.hasLabel()
                    && row.hasWrittenValue()
                    && before.hasLabel()
                    && !before.hasWrittenValue();
            if (before != null && goesOn) {
                joined.set(joined.size() - 1, before.followedBy(row));
            } else {
                joined.add(row);
            }
        }
        return joined;
    }

    private List<Piece> split(Span line) {
        if (text.folded(line).indexOf('|') >= 0) {
            return splitAt(withoutOuterPipes(line), '|');
        }
        if (text.folded(line).indexOf('\t') >= 0) {
            return splitAt(line, '\t');
        }
        return splitAtGaps(text.trim(line));
    }

    private Span withoutOuterPipes(Span line) {
        Span trimmed = text.trim(line);
        int start = text.folded().charAt(trimmed.start()) == '|' ? trimmed.start() + 1 : trimmed.start();
        int end = text.folded().charAt(trimmed.end() - 1) == '|' ? trimmed.end() - 1 : trimmed.end();
        return new Span(start, Math.max(start, end));
    }

    private List<Piece> splitAt(Span line, char separator) {
        List<Piece> pieces = new ArrayList<>();
        int start = line.start();
        for (int i = line.start(); i <= line.end(); i++) {
            if (i == line.end() || text.folded().charAt(i) == separator) {
                pieces.add(reader.read(new Span(start, i), pieces.size(), 1));
                start = i + 1;
            }
        }
        return pieces;
    }

    /// Two blanks part cells; a single blank does where a value stands on either side of it. A bracket behind a value
    /// is
    /// a note on it, whatever stands in it.
    private List<Piece> splitAtGaps(Span line) {
        List<Piece> pieces = new ArrayList<>();
        Span open = line;
        boolean openIsValue = false;
        boolean note = false;
        int i = line.start();
        while (i < line.end()) {
            int end = endOfToken(i, line.end());
            Span token = new Span(i, end);
            boolean first = i == line.start();
            note = (note || (openIsValue && text.folded().charAt(i) == '('));
            boolean value = note
                    ? openIsValue
                    : !isNumbering(token) && reader.read(token, 0, 1).content().isValue();
            boolean parted = !first && !note && (value || openIsValue || i - open.end() >= 2);
            if (parted) {
                pieces.add(reader.read(open, pieces.size(), 1));
            }
            open = first || parted ? token : open.union(token);
            openIsValue = value;
            note = note && text.folded(token).indexOf(')') < 0;
            i = startOfToken(end, line.end());
        }
        pieces.add(reader.read(open, pieces.size(), 1));
        return pieces;
    }

    /// The number of a label, kept apart from it by a blank: 1. 属于国家秘密.
    private boolean isNumbering(Span token) {
        String mark = text.folded(token);
        return mark.length() >= 2
                && mark.length() <= LONGEST_NUMBERING
                && (mark.endsWith(".") || mark.endsWith("、") || mark.endsWith(")"))
                && mark.chars().limit(mark.length() - 1L).allMatch(c -> c == '(' || (c >= '0' && c <= '9'));
    }

    private int endOfToken(int start, int end) {
        int i = start;
        while (i < end && !Folding.isSpace(text.folded().charAt(i))) {
            i++;
        }
        return i;
    }

    private int startOfToken(int start, int end) {
        int i = start;
        while (i < end && Folding.isSpace(text.folded().charAt(i))) {
            i++;
        }
        return i;
    }
}
