package io.mingjian.tables;

import io.mingjian.model.CellMarks;
import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import io.mingjian.model.rule.Identity;
import io.mingjian.tables.Alignment.Attempt;
import io.mingjian.tables.Alignment.Fate;
import io.mingjian.tables.Alignment.Reading;
import io.mingjian.tables.Alignment.RowReading;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import io.mingjian.text.Squashed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the rows of a section as one table of one form.
final class FormFitter {
    /// A row that is left out in the middle speaks against the form.
    private static final double MISSING_ROW = 0.2;

    private final String form;
    private final TableKind kind;
    /// The ids of its rows.
    private final List<String> rowIds;

    private final Head head;
    private final RowAlignment alignment;
    private final GlueCutter cutter;
    private final Unglue unglue;
    private final CellMarks marks;
    private final BlockReader blocks;
    private final SentenceReader sentences;
    private final Sums sums;

    /// @param identities the identities that hold in this table
    /// @param vocabulary of the table's rows, in this form and others
    FormFitter(String form, TableKind kind, List<Identity> identities, CellMarks marks, Vocabulary vocabulary) {
        this.form = form;
        this.kind = kind;
        this.rowIds = kind.rows().stream().map(row -> row.label().id()).toList();
        this.marks = marks;
        this.head = new Head(kind, marks);
        this.alignment = new RowAlignment(kind, head, vocabulary);
        this.cutter = new GlueCutter(kind, marks);
        this.sums = new Sums(kind, identities);
        this.unglue = new Unglue(kind.sumsUp(), sums.downColumns());
        this.blocks = new BlockReader(kind, head, unglue);
        this.sentences = new SentenceReader(kind, marks);
    }

    TableKind kind() {
        return kind;
    }

    /// Whether a line taken for a heading is a row of this table.
    boolean hasRow(String heading) {
        return head.isRow(heading);
    }

    /// The rows as this form's table, or what sentences say of it where that is more; empty where they are
    /// none.
    ///
    /// @param likenesses of the document to the vocabulary of the table
    Optional<AlignedTable> fit(CanonicalText text, List<PieceRow> source, Likenesses likenesses) {
        Optional<AlignedTable> printed = printed(text, source, likenesses);
        Optional<AlignedTable> told = sentences
                .read(text, source)
                .map(found -> table(
                        found.cells(),
                        found.span(),
                        found.readings().size(),
                        head.fitWithin(Squashed.of(text, found.span()).characters()),
                        found.readings(),
                        List.of()));
        if (told.isEmpty()) {
            return printed;
        }
        boolean sentence =
                printed.isEmpty() || told.get().coverage() > printed.get().coverage();
        List<Attempt> weighed = new ArrayList<>();
        printed.ifPresent(table -> weighed.add(attempt(Reading.AS_PRINTED, table, !sentence)));
        told.ifPresent(table -> weighed.add(attempt(Reading.SENTENCES, table, sentence)));
        return (sentence ? told : printed).map(table -> table.having(weighed));
    }

    private Attempt attempt(Reading reading, AlignedTable table, boolean chosen) {
        return new Attempt(kind.id(), reading, table.span(), table.sums(), chosen ? Fate.CHOSEN : Fate.REJECTED);
    }

    private Optional<AlignedTable> printed(CanonicalText text, List<PieceRow> source, Likenesses likenesses) {
        List<PieceRow> rows = cutter.cut(text, source);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind.layout()) {
            case ROWS -> byRows(text, rows, headFit(text, source, rows), likenesses);
            case BLOCKS -> byBlocks(text, rows, likenesses);
        };
    }

    /// The rows of the form side by side, else below each other, else with labels of their own.
    private Optional<AlignedTable> byBlocks(CanonicalText text, List<PieceRow> rows, Likenesses likenesses) {
        List<Attempt> tried = new ArrayList<>();
        int all = kind.rows().size();
        Optional<AlignedTable> table = chosen(
                        Reading.SIDE_BY_SIDE, blocks(blocks.sideBySide(rows), rows, all), rows, tried)
                .or(() -> chosen(Reading.STACKED, blocks(blocks.stacked(rows), rows, all), rows, tried))
                .or(() -> chosen(Reading.NEAREST, blocks(blocks.nearest(rows), rows, 0), rows, tried))
                .or(() -> chosen(Reading.ROWS, byRows(text, rows, head.fit(rows), likenesses), rows, tried));
        return table.map(found -> found.having(tried));
    }

    private Optional<AlignedTable> chosen(
            Reading reading, Optional<AlignedTable> table, List<PieceRow> rows, List<Attempt> tried) {
        Span all = rows.getFirst().span().union(rows.getLast().span());
        tried.add(table.map(found -> attempt(reading, found, true))
                .orElseGet(() -> new Attempt(kind.id(), reading, all, Sums.Tally.NONE, Fate.UNREADABLE)));
        return table;
    }

    /// @param fit how sure it is that the rows are there
    private Optional<AlignedTable> blocks(Optional<BlockReader.Blocks> read, List<PieceRow> rows, double fit) {
        return read.map(found -> {
            AlignedTable table = table(found.cells(), found.span(), fit, head.fit(rows), found.readings(), List.of());
            return found.twice() ? twice(table, found.span()) : table;
        });
    }

    /// The rows by their place alone, where they have lost their labels: only where they are as many as the
    /// form's and the sums prove that they stand in its order. Empty where the source is no such table.
    Optional<Trial> withoutLabels(CanonicalText text, List<PieceRow> source) {
        return UnlabelledRows.of(kind, head, source).map(rows -> {
            Attempt other =
                    new Attempt(kind.id(), Reading.WITHOUT_LABELS, rows.span(), Sums.Tally.NONE, Fate.OTHER_COUNT);
            return rows.areAll() ? proven(text, rows) : new Trial(null, other);
        });
    }

    private Trial proven(CanonicalText text, UnlabelledRows rows) {
        List<RowAlignment.Match> matches = rows.matches();
        TableCells read = reader(text, matches).read(rows.rows());
        AlignedTable table = table(
                read.decoded(),
                span(rows.rows(), matches.getFirst().source(), matches.getLast().source()),
                matches.stream().mapToDouble(RowAlignment.Match::fit).sum(),
                head.fit(rows.rows()),
                read.readings(),
                read.attempts());
        boolean proven = sums.prove(read.cells());
        Attempt attempt = new Attempt(
                kind.id(), Reading.WITHOUT_LABELS, table.span(), table.sums(), proven ? Fate.CHOSEN : Fate.UNPROVEN);
        return new Trial(proven ? table : null, attempt);
    }

    private RowReader reader(CanonicalText text, List<RowAlignment.Match> matches) {
        return new RowReader(kind, unglue, sums, text, new PieceReader(text, marks), head, matches);
    }

    /// How much the head speaks for the form, also where rows were cut out of what stands without anything
    /// between.
    private double headFit(CanonicalText text, List<PieceRow> source, List<PieceRow> rows) {
        if (rows.size() == source.size()) {
            return head.fit(rows);
        }
        Span span = source.getFirst().span().union(source.getLast().span());
        return Math.max(head.fit(rows), head.fitWithin(Squashed.of(text, span).characters()));
    }

    private Optional<AlignedTable> byRows(
            CanonicalText text, List<PieceRow> printed, double headFit, Likenesses likenesses) {
        Ordinals without = Ordinals.without(printed, alignment.align(printed, likenesses));
        List<PieceRow> rows = without.rows();
        List<RowAlignment.Match> matches = without.matches();
        if (matches.size() < Math.min(2, kind.rows().size())) {
            return Optional.empty();
        }
        TableCells read = reader(text, matches).read(rows);
        if (read.cells().isEmpty()) {
            return Optional.empty();
        }
        List<RowAlignment.Match> repeated = RowAlignment.repeated(rows, matches);
        Map<CellKey, Cell> cells = repeated.isEmpty()
                ? read.cells()
                : Undecided.of(read.cells(), reader(text, repeated).read(rows).cells());
        double fit = matches.stream().mapToDouble(RowAlignment.Match::fit).sum();
        AlignedTable table = table(
                cells,
                span(rows, matches.getFirst().source(), matches.getLast().source()),
                fit - missingWithin(matches) * MISSING_ROW,
                headFit,
                read.readings(),
                read.attempts());
        return Optional.of(
                repeated.isEmpty()
                        ? table
                        : twice(table, repeated.getLast().source().span()));
    }

    /// The table, which is there once more with other figures.
    private AlignedTable twice(AlignedTable table, Span other) {
        Attempt attempt = new Attempt(kind.id(), Reading.TWICE, table.span().union(other), table.sums(), Fate.CHOSEN);
        return table.having(List.of(attempt));
    }

    /// Rows of the form that are left out between the first and the last that are there; a table cut short
    /// speaks for no form.
    private int missingWithin(List<RowAlignment.Match> matches) {
        IntSummaryStatistics places = matches.stream()
                .mapToInt(match -> rowIds.indexOf(match.row().label().id()))
                .summaryStatistics();
        return places.getMax() - places.getMin() + 1 - matches.size();
    }

    /// From the first row of the head, directly above the first row, to the last row.
    private Span span(List<PieceRow> rows, PieceRow first, PieceRow last) {
        int index = rows.indexOf(first);
        while (index > 0 && head.holds(rows.get(index - 1))) {
            index--;
        }
        return rows.get(index).span().union(last.span());
    }

    private AlignedTable table(
            Map<CellKey, Cell> found,
            Span span,
            double rowFit,
            double headFit,
            List<RowReading> readings,
            List<Attempt> attempts) {
        List<Cell> cells = new ArrayList<>();
        for (TableKind.Row row : kind.rows()) {
            for (Label column : row.columns()) {
                CellKey key = new CellKey(row.label().id(), column.id());
                Cell cell = found.get(key);
                cells.add(cell == null ? new Cell.Absent(key) : cell);
            }
        }
        List<RowReading> inOrder = readings.stream()
                .sorted(Comparator.comparingInt(reading -> rowIds.indexOf(reading.row())))
                .toList();
        // Values may stand below the last row that has a label.
        Span whole = cells.stream().flatMap(cell -> cell.place().stream()).reduce(span, Span::union);
        return new AlignedTable(form, kind, cells, whole, rowFit, headFit, inOrder, sums.of(found), attempts);
    }
}
