package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.model.Rule;
import io.mingjian.model.TableKind;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import io.mingjian.text.Squashed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the rows of a section as one table of one form.
final class FormFitter {
    /// A row that is left out in the middle speaks against the form.
    private static final double MISSING_ROW = 0.2;

    private static final double HEAD_LIKE = 0.8;
    /// What a head that fits whole adds to the fit of a form.
    private static final double HEAD_FITS = 5;

    private static final double NO_LABEL_FIT = 0.9;

    private final String form;
    private final TableKind kind;
    private final RowAlignment alignment;
    private final GlueCutter cutter;
    private final Unglue unglue;
    private final List<Label> columns;
    private final List<Wording> head;

    /// @param identities the identities that hold in this table
    FormFitter(String form, TableKind kind, List<Rule.Identity> identities) {
        this.form = form;
        this.kind = kind;
        this.alignment = new RowAlignment(kind);
        this.cutter = new GlueCutter(kind);
        this.unglue = new Unglue(kind, identities);
        this.columns = kind.rows().stream()
                .flatMap(row -> row.columns().stream())
                .distinct()
                .toList();
        this.head = columns.stream().map(Wording::of).toList();
    }

    TableKind kind() {
        return kind;
    }

    /// The rows as this form's table; empty where they are none.
    Optional<AlignedTable> fit(CanonicalText text, List<PieceRow> source) {
        List<PieceRow> rows = cutter.cut(text, source);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind.layout()) {
            case ROWS -> byRows(rows);
            case BLOCKS -> byBlocks(rows).or(() -> byRows(rows));
        };
    }

    private Optional<AlignedTable> byRows(List<PieceRow> rows) {
        List<RowAlignment.Match> matches = alignment.align(rows);
        int least = Math.min(2, kind.rows().size());
        if (matches.size() < least) {
            return Optional.empty();
        }
        Map<CellKey, Cell> cells = new HashMap<>();
        HeaderColumns places = new HeaderColumns(columns);
        IdentityHashMap<PieceRow, RowAlignment.Match> bySource = new IdentityHashMap<>();
        matches.forEach(match -> bySource.put(match.source(), match));
        for (PieceRow row : rows) {
            RowAlignment.Match match = bySource.get(row);
            if (match == null) {
                places.learn(row);
            } else {
                read(match, places, cells);
            }
        }
        decode(matches, cells);
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        double fit = matches.stream().mapToDouble(RowAlignment.Match::fit).sum();
        Span span = span(rows, matches.getFirst().source(), matches.getLast().source());
        return Optional.of(table(cells, span, fit - missingWithin(matches) * MISSING_ROW + headFit(rows)));
    }

    /// Rows of the form that are left out between the first and the last that are there; a table cut short speaks for
    /// no form.
    private int missingWithin(List<RowAlignment.Match> matches) {
        int first = kind.rows().indexOf(matches.getFirst().row());
        int last = kind.rows().indexOf(matches.getLast().row());
        return last - first + 1 - matches.size();
    }

    private void read(RowAlignment.Match match, HeaderColumns places, Map<CellKey, Cell> cells) {
        List<Label> wanted = match.row().columns();
        PieceRow source = match.source();
        Optional<List<Piece>> assigned = source.isGrid() ? places.under(source, wanted) : Optional.empty();
        List<Piece> pieces = assigned.or(() -> ColumnAlignment.assign(source.values(), wanted.size()))
                .orElse(List.of());
        for (int i = 0; i < pieces.size(); i++) {
            CellKey key = new CellKey(match.row().label().id(), wanted.get(i).id());
            cells.put(key, cell(key, pieces.get(i), wanted.get(i), match.fit()));
        }
        if (pieces.isEmpty()) {
            illegible(match, cells);
        }
    }

    /// Rows whose numbers stand without anything between them, as far as the identities leave one reading.
    private void decode(List<RowAlignment.Match> matches, Map<CellKey, Cell> cells) {
        Map<String, Squashed> glued = new HashMap<>();
        Map<String, List<BigDecimal>> known = new HashMap<>();
        for (RowAlignment.Match match : matches) {
            String row = match.row().label().id();
            Optional<Squashed> digits = gluedDigits(match.source());
            if (digits.isPresent()) {
                glued.put(row, digits.get());
            } else {
                stated(match.row(), cells).ifPresent(values -> known.put(row, values));
            }
        }
        if (glued.isEmpty()) {
            return;
        }
        Map<String, List<Piece>> decoded = unglue.decode(glued, known);
        for (RowAlignment.Match match : matches) {
            List<Piece> pieces = decoded.getOrDefault(match.row().label().id(), List.of());
            List<Label> wanted = match.row().columns();
            for (int i = 0; i < pieces.size(); i++) {
                CellKey key =
                        new CellKey(match.row().label().id(), wanted.get(i).id());
                cells.put(key, cell(key, pieces.get(i), wanted.get(i), match.fit()));
            }
        }
    }

    private static Optional<Squashed> gluedDigits(PieceRow row) {
        List<Piece> written = row.values().stream()
                .filter(piece -> piece.content().isWritten())
                .toList();
        return written.size() == 1 && written.getFirst().content() instanceof Content.Glued glued
                ? Optional.of(glued.digits())
                : Optional.empty();
    }

    /// The values of a row all of whose cells are stated.
    private static Optional<List<BigDecimal>> stated(TableKind.Row row, Map<CellKey, Cell> cells) {
        List<BigDecimal> values = new ArrayList<>();
        for (Label column : row.columns()) {
            if (!(cells.get(new CellKey(row.label().id(), column.id())) instanceof Cell.Stated stated)) {
                return Optional.empty();
            }
            values.add(stated.value());
        }
        return Optional.of(values);
    }

    /// Values that cannot be told apart without guessing: each column is told where something unreadable stands.
    private static void illegible(RowAlignment.Match match, Map<CellKey, Cell> cells) {
        List<Piece> written = match.source().values().stream()
                .filter(piece -> piece.content().isWritten())
                .toList();
        if (written.isEmpty()) {
            return;
        }
        Span span = written.getFirst().span().union(written.getLast().span());
        for (Label column : match.row().columns()) {
            CellKey key = new CellKey(match.row().label().id(), column.id());
            cells.put(key, new Cell.Illegible(key, span));
        }
    }

    private static Cell cell(CellKey key, Piece piece, Label column, double fit) {
        return switch (piece.content()) {
            case Content.Figure number ->
                new Cell.Stated(key, scaled(number, column), piece.span(), round(Math.min(1, fit) * number.doubt()));
            case Content.Empty empty -> new Cell.Blank(key, piece.span());
            case Content.Dash dash -> new Cell.NotApplicable(key, piece.span());
            case Content.Glued glued -> new Cell.Illegible(key, piece.span());
            case Content.Scrawl scrawl -> new Cell.Illegible(key, piece.span());
            case Content.Words words -> new Cell.Illegible(key, piece.span());
        };
    }

    private static double round(double confidence) {
        return Math.round(confidence * 1000) / 1000.0;
    }

    /// A cell that says its unit itself (元, 万元) in a column with a unit of its own is brought to the column's.
    private static BigDecimal scaled(Content.Figure number, Label column) {
        boolean own = column.scale().compareTo(BigDecimal.ONE) != 0;
        return own && number.withUnit() ? number.value().divide(column.scale(), MathContext.DECIMAL64) : number.value();
    }

    private Optional<AlignedTable> byBlocks(List<PieceRow> rows) {
        int wanted = kind.cells();
        PieceRow best = null;
        List<Piece> pieces = List.of();
        boolean headSeen = false;
        PieceRow first = null;
        for (PieceRow row : rows) {
            if (isHead(row)) {
                headSeen = true;
                first = first == null ? row : first;
            }
            if (!headSeen || (row.values().size() < wanted && !row.hasWrittenValue())) {
                continue;
            }
            Optional<List<Piece>> assigned = gluedDigits(row)
                    .map(unglue::decodeBlocks)
                    .orElseGet(() -> ColumnAlignment.assign(row.values(), wanted));
            boolean better =
                    assigned.isPresent() && (best == null || (!best.hasWrittenValue() && row.hasWrittenValue()));
            if (better) {
                best = row;
                pieces = assigned.orElseThrow();
            }
        }
        if (best == null || first == null || pieces.size() < wanted) {
            return Optional.empty();
        }
        Map<CellKey, Cell> cells = new HashMap<>();
        int i = 0;
        for (TableKind.Row row : kind.rows()) {
            for (Label column : row.columns()) {
                CellKey key = new CellKey(row.label().id(), column.id());
                cells.put(key, cell(key, pieces.get(i++), column, NO_LABEL_FIT));
            }
        }
        return Optional.of(
                table(cells, first.span().union(best.span()), kind.rows().size() + headFit(rows)));
    }

    /// Whether a row names blocks or columns of the table.
    private boolean isHead(PieceRow row) {
        return row.pieces().stream()
                .anyMatch(piece -> piece.content() instanceof Content.Words words
                        && (head.stream().anyMatch(wording -> wording.fitsBare(words.bare()) >= HEAD_LIKE)
                                || kind.rows().stream()
                                        .anyMatch(
                                                each -> Wording.of(each.label()).fitsBare(words.bare()) >= HEAD_LIKE)));
    }

    /// How much the column wordings that are there speak for the form.
    private double headFit(List<PieceRow> rows) {
        double fit = 0;
        for (Wording wording : head) {
            double best = 0;
            for (PieceRow row : rows) {
                for (Piece piece : row.pieces()) {
                    if (piece.content() instanceof Content.Words words
                            && words.bare().length() < 30) {
                        best = Math.max(best, wording.fitsBare(words.bare()));
                    }
                }
            }
            fit += best >= HEAD_LIKE ? best * HEAD_FITS : 0;
        }
        return fit / head.size();
    }

    /// From the first row of the head, directly above the first row, to the last row.
    private Span span(List<PieceRow> rows, PieceRow first, PieceRow last) {
        int index = rows.indexOf(first);
        while (index > 0 && belongsToHead(rows.get(index - 1))) {
            index--;
        }
        return rows.get(index).span().union(last.span());
    }

    private boolean belongsToHead(PieceRow row) {
        if (row.isGrid() || !row.hasLabel()) {
            return true;
        }
        return isHead(row)
                || row.pieces().stream()
                        .anyMatch(piece -> piece.content() instanceof Content.Words words
                                && kind.headers().stream()
                                        .anyMatch(header ->
                                                Wording.squashed(header).fitsWhole(words.wording()) >= HEAD_LIKE));
    }

    private AlignedTable table(Map<CellKey, Cell> found, Span span, double fit) {
        List<Cell> cells = new ArrayList<>();
        for (TableKind.Row row : kind.rows()) {
            for (Label column : row.columns()) {
                CellKey key = new CellKey(row.label().id(), column.id());
                Cell cell = found.get(key);
                cells.add(cell == null ? new Cell.Absent(key) : cell);
            }
        }
        return new AlignedTable(form, kind, cells, span, fit);
    }
}
