package io.mingjian.tables;

import io.mingjian.model.CellMarks;
import io.mingjian.model.Indicators.Indicator;
import io.mingjian.tables.IndicatorLabels.Match;
import io.mingjian.tables.StatisticsTable.Figure;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the rows of statistics tables on the way down. One use only.
final class StatisticsRows {
    /// So many rows make a table,
    private static final int FEW = 2;
    /// and so many where it has no head.
    private static final int ENOUGH = 4;
    /// A label is wrapped over no more lines.
    private static final int MOST_LINES = 5;

    private final CanonicalText text;
    private final UnitWords units;
    private final IndicatorLabels labels;
    private final StatisticsHead head;
    private final StatisticsFigures reader;
    private final List<StatisticsTable> tables = new ArrayList<>();

    private final List<Figure> figures = new ArrayList<>();
    /// Words on lines without figures, above the row to come and below the one that waits.
    private final List<Line> above = new ArrayList<>();
    private final List<Line> below = new ArrayList<>();
    private @Nullable Indicator open;
    private @Nullable Waiting waiting;
    private @Nullable Span span;
    private boolean headed;
    private int rows;

    /// Words on a line without figures.
    private record Line(String words, Span span) {}

    /// A row whose label may go on in the next lines.
    private record Waiting(PieceRow row, List<Line> before, List<Line> words) {}

    /// A label and where it stands.
    private record Named(Match match, Span span) {}

    StatisticsRows(CanonicalText text, CellMarks marks, IndicatorLabels labels, StatisticsHead head) {
        this.text = text;
        this.units = new UnitWords(marks);
        this.labels = labels;
        this.head = head;
        this.reader = new StatisticsFigures(text, units, head);
    }

    /// @param parts the rows that the row is cut into where nothing parts its cells, else none
    void read(PieceRow row, List<PieceRow> parts) {
        int learned = head.learn(text, row);
        if (learned > 0) {
            settle();
            close();
            headed = true;
            span = row.pieces().getFirst().span();
        }
        if (!parts.isEmpty() && headed && head.glued()) {
            parts.forEach(this::read);
        } else if (learned < row.pieces().size()) {
            read(numbered(row.pieces().subList(learned, row.pieces().size()), row, learned > 0));
        }
    }

    private static PieceRow numbered(List<Piece> pieces, PieceRow row, boolean anew) {
        if (!anew || row.isGrid()) {
            return row;
        }
        List<Piece> numbered = new ArrayList<>();
        pieces.forEach(
                piece -> numbered.add(new Piece(piece.span(), numbered.size(), piece.columnSpan(), piece.content())));
        return PieceRow.of(numbered, row.parting());
    }

    private void read(PieceRow row) {
        List<Line> words = words(row);
        if (words.isEmpty()) {
            return;
        }
        if (row.hasWrittenValue()) {
            settle();
            waiting = new Waiting(row, List.copyOf(above), words);
            above.clear();
        } else {
            below.add(joined(words));
        }
        if (row.isGrid() || row.parting() == Parting.NOTHING || below.size() >= MOST_LINES) {
            settle();
        }
    }

    private static Line joined(List<Line> lines) {
        StringBuilder words = new StringBuilder();
        lines.forEach(line -> words.append(line.words()));
        return new Line(
                words.toString(), lines.getFirst().span().union(lines.getLast().span()));
    }

    /// Reads the row that waits, with as many of the lines below as its label goes on in; the other lines stand
    /// above the next row.
    private void settle() {
        Waiting row = waiting;
        waiting = null;
        int used = 0;
        if (row != null) {
            Optional<Named> found = Optional.empty();
            while (found.isEmpty() && used <= below.size()) {
                found = named(row, below.subList(0, used++));
            }
            used = found.isEmpty() ? 0 : used - 1;
            read(row.row(), found.or(() -> nearlyNamed(row.words())));
        }
        for (Line line : below.subList(used, below.size())) {
            labels.exact(line.words(), open)
                    .filter(match -> !match.below())
                    .ifPresent(match -> open = match.indicator());
            above.add(line);
        }
        below.clear();
        while (above.size() > MOST_LINES) {
            above.removeFirst();
        }
    }

    /// What the last words say with as many of those before them as a label has.
    private Optional<Named> named(Waiting row, List<Line> behind) {
        List<Line> lines = new ArrayList<>(row.before());
        lines.addAll(row.words());
        int last = lines.size();
        lines.addAll(behind);
        for (int first = 0; first < last; first++) {
            Line label = joined(lines.subList(first, lines.size()));
            Optional<Match> match = labels.exact(label.words(), open);
            if (match.isPresent()) {
                return Optional.of(new Named(match.get(), label.span()));
            }
        }
        return Optional.empty();
    }

    private Optional<Named> nearlyNamed(List<Line> words) {
        for (int first = 0; first < words.size(); first++) {
            Line label = joined(words.subList(first, words.size()));
            Optional<Match> match = labels.near(label.words(), open);
            if (match.isPresent()) {
                return Optional.of(new Named(match.get(), label.span()));
            }
        }
        return Optional.empty();
    }

    private void read(PieceRow row, Optional<Named> found) {
        if (found.isPresent()) {
            Match match = found.get().match();
            open = match.below() ? open : match.indicator();
            List<Figure> stated =
                    reader.figures(row, match.indicator(), found.get().span(), match.fit(), headed);
            rows++;
            figures.addAll(stated);
            if (!(row.pieces().getLast().content() instanceof Content.Scrawl)) {
                grow(row.span().union(found.get().span()));
            }
        } else if (rows > 0 && (row.parting() == Parting.CELLS || row.isGrid())) {
            grow(row.span());
        }
    }

    private void grow(Span row) {
        span = span == null ? row : span.union(row);
    }

    private void close() {
        if (span != null && rows >= (headed ? FEW : ENOUGH)) {
            tables.add(new StatisticsTable(span, figures));
        }
        figures.clear();
        above.clear();
        open = null;
        span = null;
        rows = 0;
        headed = false;
    }

    /// The tables; nothing is to be read afterwards.
    List<StatisticsTable> tables() {
        settle();
        close();
        return List.copyOf(tables);
    }

    /// The words of the row but its unit; a unit that is glued to the last of them is no part of it either.
    private List<Line> words(PieceRow row) {
        List<Line> words = new ArrayList<>();
        for (Piece piece : row.pieces()) {
            if (piece.content() instanceof Content.Words each && !units.isUnit(each.wording())) {
                words.add(new Line(
                        units.mayEndLabel(row) ? units.without(each.wording()) : each.wording(), piece.span()));
            }
        }
        return words;
    }
}
