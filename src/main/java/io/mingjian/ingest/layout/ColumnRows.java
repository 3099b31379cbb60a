package io.mingjian.ingest.layout;

import io.mingjian.ingest.layout.TextLine.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A table without ruling lines: its rows are known by their numbers, and the label of a row that is wrapped stands
/// above, beside and below them. Each row becomes one line, the label before its numbers. Used once.
final class ColumnRows {
    /// Fewer numbers in a line, or fewer such lines, may be anything.
    private static final int LEAST = 3;

    /// Edges nearer than this are one column's, in points.
    private static final float SAME = 5f;

    /// Lines further apart than this are not of one table, in font sizes.
    private static final float APART = 4.5f;

    private final List<TextLine> lines;
    private final List<Row> rows;
    private final float numbersLeft;
    private final float labelLeft;

    private ColumnRows(List<TextLine> lines) {
        this.lines = lines;
        this.rows = lines.stream().filter(ColumnRows::isAnchor).map(Row::new).toList();
        this.numbersLeft =
                rows.stream().map(Row::numbersLeft).min(Float::compare).orElse(0f);
        this.labelLeft = usual(rows.stream()
                .filter(row -> row.label != null)
                .map(row -> left(row.label))
                .toList());
    }

    /// A line of numbers, and what has been found to be its label.
    private static final class Row {
        private final TextLine line;
        private final List<Piece> numbers;
        private final @Nullable Piece label;
        private final StringBuilder text = new StringBuilder();

        Row(TextLine line) {
            this.line = line;
            int first = firstNumber(line);
            this.numbers = line.pieces().subList(first, line.pieces().size());
            this.label = first == 0 ? null : line.pieces().get(first - 1);
        }

        float numbersLeft() {
            return numbers.getFirst().left();
        }

        void take(Piece piece) {
            String joined = Joint.of(text.toString(), true, piece.text());
            text.setLength(0);
            text.append(joined);
        }
    }

    /// The lines, with those of a table's rows put together.
    static List<TextLine> of(List<TextLine> lines) {
        List<TextLine> all = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int end = end(lines, at);
            List<TextLine> some = lines.subList(at, Math.max(end, at + 1));
            boolean table = some.stream().filter(ColumnRows::isAnchor).count() >= LEAST;
            all.addAll(table ? new ColumnRows(some).straight() : some);
            at += some.size();
        }
        return all;
    }

    /// Where the lines of a table that begin here end: at the first line that stands apart, or reaches into the columns
    /// of the numbers without being a row.
    private static int end(List<TextLine> lines, int start) {
        int next = start;
        while (next < lines.size() && !isAnchor(lines.get(next))) {
            next++;
        }
        if (next == lines.size() || next - start > LEAST) {
            return start + 1;
        }
        float numbers =
                lines.get(next).pieces().get(firstNumber(lines.get(next))).left();
        for (int i = start; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            boolean apart = i > start && line.y() - lines.get(i - 1).y() > APART * line.size();
            if (apart || (!isAnchor(line) && line.right() > numbers + SAME)) {
                return i;
            }
        }
        return lines.size();
    }

    private static boolean isAnchor(TextLine line) {
        return line.pieces().size() - firstNumber(line) >= LEAST;
    }

    /// The first of the numbers at a line's end.
    private static int firstNumber(TextLine line) {
        int first = line.pieces().size();
        while (first > 0 && line.pieces().get(first - 1).isNumber()) {
            first--;
        }
        return first;
    }

    private static float left(@Nullable Piece piece) {
        return piece == null ? 0 : piece.left();
    }

    /// The left edge that most have.
    private static float usual(List<Float> edges) {
        return edges.stream()
                .max(Comparator.comparingLong((Float edge) -> edges.stream()
                        .filter(other -> Math.abs(other - edge) < SAME)
                        .count()))
                .orElse(0f);
    }

    private List<TextLine> straight() {
        List<TextLine> rest = new ArrayList<>();
        for (TextLine line : lines) {
            List<Piece> others = new ArrayList<>();
            for (Piece piece : line.pieces().subList(0, firstNumber(line))) {
                Row row = row(piece, line);
                if (row == null) {
                    others.add(piece);
                } else {
                    row.take(piece);
                }
            }
            if (!others.isEmpty()) {
                rest.add(line(others, line));
            }
        }
        List<TextLine> straight = new ArrayList<>(blocks(rest));
        rows.forEach(row -> straight.add(line(row)));
        straight.sort(Comparator.comparingDouble(TextLine::y));
        return straight;
    }

    /// The row that a piece is the label of, or a part of the label; null for those of a group of rows.
    private @Nullable Row row(Piece piece, TextLine line) {
        for (Row row : rows) {
            if (row.line.equals(line)) {
                return piece.equals(row.label) ? row : null;
            }
        }
        if (piece.left() < labelLeft - SAME && !reachesNumbers(piece)) {
            return null;
        }
        Row above = null;
        Row below = null;
        for (Row row : rows) {
            if (row.line.y() <= line.y()) {
                above = row;
            } else if (below == null) {
                below = row;
            }
        }
        return nearer(piece, line, above, below);
    }

    /// A label without columns before it, wrapped where the numbers begin.
    private boolean reachesNumbers(Piece piece) {
        return piece.right() > labelLeft + SAME && piece.right() < numbersLeft + SAME;
    }

    private static @Nullable Row nearer(Piece piece, TextLine line, @Nullable Row above, @Nullable Row below) {
        if (above == null || below == null) {
            return above == null ? below : above;
        }
        float up = line.y() - above.line.y();
        float down = below.line.y() - line.y();
        boolean clear = Math.min(up, down) < 0.75f * Math.max(up, down);
        if (clear && !Flow.beginsNumbered(piece.text())) {
            return up < down ? above : below;
        }
        return Flow.beginsNumbered(piece.text()) ? below : above;
    }

    private TextLine line(Row row) {
        String numbers = row.numbers.stream().map(Piece::text).collect(Collectors.joining("\t"));
        List<Piece> pieces = new ArrayList<>();
        if (!row.text.isEmpty()) {
            pieces.add(new Piece(row.text.toString(), labelLeft, numbersLeft));
        }
        pieces.addAll(row.numbers);
        String text = row.text.isEmpty() ? numbers : row.text + "\t" + numbers;
        return new TextLine(
                text, pieces.getFirst().left(), row.line.right(), row.line.y(), row.line.size(), false, pieces);
    }

    private static TextLine line(List<Piece> pieces, TextLine line) {
        String text = pieces.stream().map(Piece::text).collect(Collectors.joining(" "));
        return new TextLine(
                text, pieces.getFirst().left(), pieces.getLast().right(), line.y(), line.size(), line.spaced(), pieces);
    }

    /// Labels of groups of rows, their lines joined: what stands close below the same edge goes on.
    private static List<TextLine> blocks(List<TextLine> rest) {
        List<TextLine> blocks = new ArrayList<>();
        for (TextLine line : rest) {
            TextLine open = blocks.isEmpty() ? null : blocks.getLast();
            boolean goesOn = open != null
                    && !Flow.beginsNumbered(line.text())
                    && Math.abs(open.left() - line.left()) < SAME
                    && line.y() - open.y()
                            < 1.9f * line.size() * (1 + open.pieces().size());
            if (goesOn && open != null) {
                List<Piece> pieces = new ArrayList<>(open.pieces());
                pieces.addAll(line.pieces());
                blocks.set(
                        blocks.size() - 1,
                        new TextLine(
                                Joint.of(open.text(), true, line.text()),
                                open.left(),
                                open.right(),
                                open.y(),
                                open.size(),
                                false,
                                pieces));
            } else {
                blocks.add(line);
            }
        }
        return blocks;
    }
}
