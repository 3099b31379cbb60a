package io.mingjian.tables;

import io.mingjian.model.CellMarks;
import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import io.mingjian.model.rule.Identity;
import io.mingjian.tables.Alignment.Attempt;
import io.mingjian.tables.Alignment.RowReading;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import io.mingjian.text.Squashed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the rows of a section as one table of one form.
final class FormFitter {
    /// A row that is left out in the middle speaks against the form.
    private static final double MISSING_ROW = 0.2;

    private final String form;
    private final TableKind kind;
    private final Head head;
    private final RowAlignment alignment;
    private final GlueCutter cutter;
    private final Unglue unglue;
    private final CellMarks marks;
    private final BlockReader blocks;
    private final Sums sums;

    /// @param identities the identities that hold in this table
    FormFitter(String form, TableKind kind, List<Identity> identities, CellMarks marks) {
        this.form = form;
        this.kind = kind;
        this.marks = marks;
        this.head = new Head(kind);
        this.alignment = new RowAlignment(kind, head);
        this.cutter = new GlueCutter(kind, marks);
        this.sums = new Sums(kind, identities);
        this.unglue = new Unglue(kind.sumsUp(), sums.downColumns());
        this.blocks = new BlockReader(kind, head, unglue);
    }

    TableKind kind() {
        return kind;
    }

    /// Whether a line taken for a heading is a row of this table.
    boolean hasRow(String heading) {
        return head.isRow(heading);
    }

    /// The rows as this form's table; empty where they are none.
    Optional<AlignedTable> fit(CanonicalText text, List<PieceRow> source) {
        List<PieceRow> rows = cutter.cut(text, source);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind.layout()) {
            case ROWS -> byRows(text, rows, headFit(text, source, rows));
            case BLOCKS -> byBlocks(rows).or(() -> byRows(text, rows, head.fit(rows)));
        };
    }

    private Optional<AlignedTable> byBlocks(List<PieceRow> rows) {
        return blocks.read(rows)
                .map(found -> table(
                        found.cells(), found.span(), kind.rows().size(), head.fit(rows), found.readings(), List.of()));
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

    private Optional<AlignedTable> byRows(CanonicalText text, List<PieceRow> rows, double headFit) {
        List<RowAlignment.Match> matches = alignment.align(rows);
        if (matches.size() < Math.min(2, kind.rows().size())) {
            return Optional.empty();
        }
        RowReader reader = new RowReader(kind, unglue, text, new PieceReader(text, marks), head, matches);
        TableCells read = reader.read(rows);
        if (read.cells().isEmpty()) {
            return Optional.empty();
        }
        double fit = matches.stream().mapToDouble(RowAlignment.Match::fit).sum();
        return Optional.of(table(
                read.cells(),
                span(rows, matches.getFirst().source(), matches.getLast().source()),
                fit - missingWithin(matches) * MISSING_ROW,
                headFit,
                read.readings(),
                read.attempts()));
    }

    /// Rows of the form that are left out between the first and the last that are there; a table cut short
    /// speaks for no form.
    private int missingWithin(List<RowAlignment.Match> matches) {
        int first = kind.rows().indexOf(matches.getFirst().row());
        int last = kind.rows().indexOf(matches.getLast().row());
        return last - first + 1 - matches.size();
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
        List<String> ids = new ArrayList<>();
        for (TableKind.Row row : kind.rows()) {
            ids.add(row.label().id());
            for (Label column : row.columns()) {
                CellKey key = new CellKey(row.label().id(), column.id());
                Cell cell = found.get(key);
                cells.add(cell == null ? new Cell.Absent(key) : cell);
            }
        }
        List<RowReading> inOrder = readings.stream()
                .sorted(Comparator.comparingInt(reading -> ids.indexOf(reading.row())))
                .toList();
        return new AlignedTable(form, kind, cells, span, rowFit, headFit, inOrder, sums.of(found), attempts);
    }
}
