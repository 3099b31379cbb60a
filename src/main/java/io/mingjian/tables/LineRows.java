package io.mingjian.tables;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Makes rows of the lines that a table was flattened to: cells apart by tabs, pipes, commas or gaps, or one
/// cell a line.
///
/// One cell a line comes in two kinds. With a leading tab a line starts a cell, a line without one goes on with
/// it, and an empty line ends the row. Without tabs every line is a cell, and a row ends where words follow
/// values. One use only.
final class LineRows {
    private static final Pattern PAGE_NUMBER = Pattern.compile("-{1,2} ?\\d{1,3} ?-{1,2}");
    private static final int LONGEST_PAGE_NUMBER = 9;

    private final CanonicalText text;
    private final PieceReader reader;
    private final LineSplitter splitter;
    /// Lines taken apart, to tell what kind of lines they are before they are read.
    private final Map<Span, List<Piece>> pieces = new HashMap<>();

    LineRows(CanonicalText text, PieceReader reader) {
        this.text = text;
        this.reader = reader;
        this.splitter = new LineSplitter(text, reader);
    }

    SourceRows read(List<Span> all) {
        List<Span> lines = all.stream().filter(line -> !isPageNumber(line)).toList();
        Optional<CommaLines> commas = CommaLines.of(text, reader, lines);
        if (commas.isPresent()) {
            lines = commas.get().lines();
        }
        boolean tabbed = lines.stream().filter(this::isTabbedCell).count() >= 3;
        List<Run> runs =
                commas.isEmpty() && isCellPerLine(lines) ? cellPerLine(lines, tabbed) : rowPerLine(lines, commas);
        List<PieceRow> labelsFirst = joined(rows(runs, false));
        boolean open = runs.stream().anyMatch(run -> run.end() != Run.End.WRITTEN);
        return new SourceRows(labelsFirst, open ? joined(rows(runs, true)) : labelsFirst);
    }

    /// A number between dashes, - 5 -, alone on its line: no more than a blank stands on either side of it, as
    /// it would not between the cells of a row.
    private boolean isPageNumber(Span line) {
        Span trimmed = text.trim(line);
        return trimmed.length() <= LONGEST_PAGE_NUMBER
                && !trimmed.isEmpty()
                && text.folded().charAt(trimmed.start()) == '-'
                && PAGE_NUMBER.matcher(text.folded(trimmed)).matches();
    }

    private static List<PieceRow> rows(List<Run> runs, boolean valuesFirst) {
        return runs.stream().flatMap(run -> run.rows(valuesFirst).stream()).toList();
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

    private List<Piece> split(Span line) {
        return pieces.computeIfAbsent(line, splitter::split);
    }

    private List<Run> rowPerLine(List<Span> lines, Optional<CommaLines> commas) {
        List<Run> runs = new ArrayList<>();
        for (Span line : lines) {
            boolean blank = text.isBlank(line) && separators(line) == 0;
            Optional<List<Piece>> cells = commas.flatMap(each -> each.cells(line));
            if (cells.isPresent()) {
                Run.End end = labelsWithValues(cells.get()) < 2 ? Run.End.WRITTEN : Run.End.OPEN;
                runs.add(new Run(cells.get(), Parting.CELLS, end));
            } else if (!blank && !isRule(line)) {
                Parting parting = separators(line) > 0 ? Parting.CELLS : Parting.BLANKS;
                List<Piece> pieces = split(line);
                runs.add(
                        labelsWithValues(pieces) < 2
                                ? new Run(pieces, parting, Run.End.WRITTEN)
                                : severalRows(line, parting));
            }
        }
        return runs;
    }

    /// Several rows in one line. Where figures stand directly behind words, what blanks there are part nothing:
    /// it is left whole.
    private Run severalRows(Span line, Parting parting) {
        List<Piece> pieces = splitter.splitFully(line);
        boolean glued = pieces.stream()
                .anyMatch(piece -> piece.content() instanceof Content.Words words
                        && Character.isDigit(
                                words.wording().charAt(words.wording().length() - 1)));
        return glued
                ? new Run(List.of(reader.read(line, 0, 1)), parting, Run.End.WRITTEN)
                : new Run(pieces, parting, Run.End.OPEN);
    }

    /// How many runs of words stand beside a run of values of their own: a line with several holds several
    /// rows.
    private static int labelsWithValues(List<Piece> pieces) {
        int changes = 0;
        boolean words = false;
        boolean values = false;
        for (Piece piece : pieces) {
            boolean word = !piece.content().isValue();
            if (word) {
                changes += values ? 1 : 0;
                values = false;
                words = true;
            } else if (piece.content().isWritten()) {
                values = true;
            }
        }
        return words ? changes + (values ? 1 : 0) : 0;
    }

    /// A line drawn with characters between rows, as Markdown does.
    private boolean isRule(Span line) {
        String drawn = text.folded(line);
        return drawn.contains("---")
                && drawn.chars().allMatch(c -> c == '-' || c == '|' || c == ':' || c == '+' || c == ' ' || c == '\t');
    }

    private List<Run> cellPerLine(List<Span> lines, boolean tabbed) {
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
                .map(cells -> new Run(pieces(cells), Parting.CELLS, tabbed ? Run.End.LIKELY : Run.End.OPEN))
                .toList();
    }

    private List<Piece> pieces(List<Span> cells) {
        List<Piece> pieces = new ArrayList<>();
        for (Span cell : cells) {
            pieces.add(reader.read(cell, pieces.size(), 1));
        }
        return pieces;
    }

    /// A row of values without words goes on with the row before it, where that one still lacks values or has
    /// only words; where its words end with digits, those are its values.
    private static List<PieceRow> joined(List<PieceRow> rows) {
        List<PieceRow> joined = new ArrayList<>();
        for (PieceRow row : rows) {
            PieceRow before = joined.isEmpty() ? null : joined.getLast();
            boolean goesOn = before != null
                    && !row.hasLabel()
                    && row.hasWrittenValue()
                    && before.hasLabel()
                    && !before.hasWrittenValue()
                    && !endsWithDigit(before);
            if (before != null && goesOn) {
                joined.set(joined.size() - 1, before.followedBy(row));
            } else {
                joined.add(row);
            }
        }
        return joined;
    }

    private static boolean endsWithDigit(PieceRow row) {
        String words = row.lastLabel();
        return !words.isEmpty() && Character.isDigit(words.charAt(words.length() - 1));
    }
}
