package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import io.mingjian.tables.Alignment.Attempt;
import io.mingjian.tables.Alignment.How;
import io.mingjian.tables.Alignment.RowReading;
import io.mingjian.tables.ColumnOrder.Trust;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Squashed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings the values of the matched rows to their columns, row by row on the way down.
final class RowReader {
    private final TableKind kind;
    private final Unglue unglue;
    private final CanonicalText text;
    private final Head names;
    private final HeaderColumns head;
    private final ValuePlaces places;
    private final CellOrder begins;
    private final ColumnOrder columnOrder;
    private final CrowdedCells crowded;
    private final ShortRows shortRows;
    private final Map<CellKey, Cell> cells = new HashMap<>();
    private final List<RowReading> readings = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();

    private final List<RowAlignment.Match> matches;

    /// @param cells reads what is written in a cell
    RowReader(
            TableKind kind,
            Unglue unglue,
            CanonicalText text,
            PieceReader cells,
            Head names,
            List<RowAlignment.Match> matches) {
        this.kind = kind;
        this.crowded = new CrowdedCells(text, cells);
        this.shortRows = ShortRows.of(matches);
        this.matches = List.copyOf(matches);
        this.begins = CellOrder.of(matches);
        this.unglue = unglue;
        this.text = text;
        this.names = names;
        this.head = names.places();
        this.columnOrder = new ColumnOrder(kind, head, matches);
        this.places = new ValuePlaces(text);
    }

    Map<CellKey, Cell> cells() {
        return cells;
    }

    List<RowReading> readings() {
        return readings;
    }

    /// What was weighed against what was read.
    List<Attempt> attempts() {
        List<Attempt> all = new ArrayList<>(columnOrder.attempts());
        all.addAll(attempts);
        return all;
    }

    void read(List<PieceRow> rows) {
        IdentityHashMap<PieceRow, RowAlignment.Match> bySource = new IdentityHashMap<>();
        matches.forEach(match -> bySource.put(match.source(), match));
        List<RowAlignment.Match> fewer = new ArrayList<>();
        for (PieceRow row : rows) {
            RowAlignment.Match match = bySource.get(row);
            if (match == null) {
                head.learn(row);
            } else {
                if (names.standsBefore(row)) {
                    head.learn(row);
                }
                head.close();
                if (!read(match)) {
                    fewer.add(match);
                }
            }
        }
        fewer.forEach(this::readByPlace);
        decode();
    }

    /// Whether the row could be read by itself.
    private boolean read(RowAlignment.Match match) {
        List<Label> wanted = match.row().columns();
        PieceRow source = match.source();
        if (source.isGrid() && readUnderHead(match)) {
            return true;
        }
        ColumnOrder.Order order = columnOrder.of(wanted);
        Optional<List<Piece>> assigned =
                new ColumnAlignment(wanted.size(), order.total(), begins.begin(source)).assign(source.values());
        if (assigned.isPresent()) {
            places.learn(source, order.columns(), assigned.get());
            put(match, order, assigned.get(), order.columns().equals(wanted) ? How.IN_ORDER : How.IN_HEAD_ORDER);
            return true;
        }
        Optional<List<Piece>> parted =
                source.parting() == Parting.BLANKS ? Optional.empty() : crowded.parted(source.values(), wanted.size());
        if (parted.isPresent()) {
            put(match, order, parted.get(), How.JOINED_OR_PARTED);
            return true;
        }
        return source.parting() == Parting.BLANKS
                && kind.sumsUp()
                && order.columns().equals(wanted)
                && reread(match);
    }

    /// Reads the values at the places of the head. Where blanks stand around them, the row may have been shifted
    /// against it: then the sums and the other rows have a say.
    private boolean readUnderHead(RowAlignment.Match match) {
        List<Label> wanted = match.row().columns();
        List<Label> byPlace = head.byPlace(wanted);
        Optional<List<Piece>> under = head.under(match.source(), byPlace);
        if (under.isEmpty()) {
            return false;
        }
        int total = byPlace.indexOf(wanted.getLast());
        List<Piece> values = match.source().values();
        int start = values.indexOf(under.get().getFirst());
        boolean inOneGo = start >= 0
                && start + wanted.size() <= values.size()
                && values.subList(start, start + wanted.size()).equals(under.get());
        Optional<CellOrder.Begin> begin = begins.begin(match.source())
                .or(() -> Optional.of(new CellOrder.Begin(under.get().getFirst().column(), true)));
        List<Piece> pieces = inOneGo && kind.sumsUp()
                ? new ColumnAlignment(wanted.size(), total, begin)
                        .assign(values)
                        .orElse(under.get())
                : under.get();
        put(match, new ColumnOrder.Order(byPlace, total, Trust.SURE), pieces, How.UNDER_HEAD);
        return true;
    }

    private boolean reread(RowAlignment.Match match) {
        List<Label> wanted = match.row().columns();
        List<List<Piece>> possible = Rereading.of(text, match.source().written(), wanted.size());
        if (possible.size() == 1) {
            put(match, wanted, possible.getFirst(), How.JOINED_OR_PARTED);
            return true;
        }
        return false;
    }

    private void readByPlace(RowAlignment.Match match) {
        List<Label> wanted = match.row().columns();
        Optional<List<Piece>> placed = match.source().parting() == Parting.BLANKS
                ? places.place(match.source(), wanted, head)
                : Optional.empty();
        if (placed.isPresent()) {
            put(match, wanted, placed.get(), How.BY_PLACE);
            return;
        }
        Optional<List<Piece>> told =
                kind.sumsUp() && columnOrder.of(wanted).columns().equals(wanted)
                        ? shortRows.pieces(match)
                        : Optional.empty();
        if (told.isPresent()) {
            put(match, wanted, told.get(), How.BY_TOTAL);
        } else {
            illegible(match, List.of(), 0);
        }
    }

    /// Rows whose numbers stand without anything between them, as far as the identities leave one reading.
    private void decode() {
        Map<String, Squashed> glued = new HashMap<>();
        Map<String, List<BigDecimal>> known = new HashMap<>();
        for (RowAlignment.Match match : matches) {
            String row = match.row().label().id();
            Optional<Squashed> digits = gluedDigits(match.source());
            if (digits.isPresent()) {
                glued.put(row, digits.get());
            } else {
                stated(match.row()).ifPresent(values -> known.put(row, values));
            }
        }
        if (glued.isEmpty()) {
            return;
        }
        Map<String, Unglue.Row> decoded = unglue.decode(glued, known);
        for (RowAlignment.Match match : matches) {
            Unglue.Row row = decoded.get(match.row().label().id());
            if (row == null) {
                continue;
            }
            readings.removeIf(
                    reading -> reading.row().equals(match.row().label().id()));
            List<Label> ordered = head.inOrder(match.row().columns());
            boolean totalLast = ordered.getLast().equals(match.row().columns().getLast());
            if (row.isDecoded() && (totalLast || !kind.sumsUp())) {
                put(match, ordered, row.pieces(), How.DECODED);
            } else {
                illegible(match, row.candidates(), row.readings());
            }
        }
    }

    static Optional<Squashed> gluedDigits(PieceRow row) {
        List<Piece> written = row.written();
        return written.size() == 1 && written.getFirst().content() instanceof Content.Glued glued
                ? Optional.of(glued.digits())
                : Optional.empty();
    }

    /// The values of a row all of whose cells are stated.
    private Optional<List<BigDecimal>> stated(TableKind.Row row) {
        List<BigDecimal> values = new ArrayList<>();
        for (Label column : row.columns()) {
            if (!(cells.get(new CellKey(row.label().id(), column.id())) instanceof Cell.Stated stated)) {
                return Optional.empty();
            }
            values.add(stated.value());
        }
        return Optional.of(values);
    }

    private void put(RowAlignment.Match match, List<Label> columns, List<Piece> pieces, How how) {
        put(
                match,
                new ColumnOrder.Order(
                        columns, columns.indexOf(match.row().columns().getLast()), Trust.SURE),
                pieces,
                how);
    }

    private void put(RowAlignment.Match match, ColumnOrder.Order order, List<Piece> pieces, How how) {
        if (order.trust() == Trust.TOTAL_ONLY) {
            putTotal(match, pieces.get(order.total()));
            return;
        }
        String row = match.row().label().id();
        List<Label> columns = order.columns();
        List<Piece> readable = kind.sumsUp() ? Lookalikes.resolved(pieces, order.total()) : pieces;
        for (int i = 0; i < readable.size(); i++) {
            CellKey key = new CellKey(row, columns.get(i).id());
            Piece piece = order.trust() == Trust.SURE
                    ? readable.get(i)
                    : readable.get(i).doubted(Unglue.DECODED);
            cells.put(key, CellReader.cell(key, piece, columns.get(i), match.certainty()));
        }
        note(match, readable.equals(pieces) ? how : How.LOOKALIKES, 1, columns);
    }

    /// The total, which the sums tell, alone; the other columns stand in an order that nothing tells.
    private void putTotal(RowAlignment.Match match, Piece total) {
        illegible(match, List.of(), 0);
        Label column = match.row().columns().getLast();
        CellKey key = new CellKey(match.row().label().id(), column.id());
        cells.put(key, CellReader.cell(key, total.doubted(Unglue.DECODED), column, match.certainty()));
    }

    private void note(RowAlignment.Match match, How how, int count, List<Label> columns) {
        readings.add(new RowReading(
                match.row().label().id(),
                match.source().span(),
                match.fit(),
                how,
                count,
                columns.stream().map(Label::id).toList()));
    }

    /// Values that cannot be told apart without guessing: each column is told where something unreadable stands.
    private void illegible(RowAlignment.Match match, List<List<BigDecimal>> candidates, int count) {
        List<Piece> written = match.source().written();
        if (written.isEmpty()) {
            return;
        }
        String row = match.row().label().id();
        List<Label> columns = match.row().columns();
        for (int i = 0; i < columns.size(); i++) {
            CellKey key = new CellKey(row, columns.get(i).id());
            cells.put(
                    key,
                    new Cell.Illegible(
                            key,
                            written.getFirst().span().union(written.getLast().span()),
                            i < candidates.size() ? candidates.get(i) : List.of()));
        }
        note(match, How.ILLEGIBLE, count, columns);
    }
}
