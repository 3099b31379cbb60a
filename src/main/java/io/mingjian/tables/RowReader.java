package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import io.mingjian.tables.Alignment.How;
import io.mingjian.tables.Alignment.RowReading;
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
    private final CellOrder order;
    private final CrowdedCells crowded;
    private final ShortRows shortRows;
    /// Index of the total → rows in which it is the sum of the others, if it is there.
    private final Map<Integer, Long> support = new HashMap<>();
    private final Map<CellKey, Cell> cells = new HashMap<>();
    private final List<RowReading> readings = new ArrayList<>();

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
        this.order = CellOrder.of(matches);
        this.unglue = unglue;
        this.text = text;
        this.names = names;
        this.head = names.places();
        this.places = new ValuePlaces(text);
    }

    Map<CellKey, Cell> cells() {
        return cells;
    }

    List<RowReading> readings() {
        return readings;
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
                if (names.isColumnRow(row)) {
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
        Optional<List<Piece>> under = source.isGrid() ? head.under(source, wanted) : Optional.empty();
        if (under.isPresent()) {
            put(match, wanted, under.get(), How.UNDER_HEAD);
            return true;
        }
        List<Label> ordered = inOrder(wanted);
        int total = ordered.indexOf(wanted.getLast());
        Optional<List<Piece>> assigned =
                new ColumnAlignment(wanted.size(), total, order.begin(source)).assign(source.values());
        if (assigned.isPresent()) {
            places.learn(source, ordered, assigned.get());
            put(match, ordered, assigned.get(), ordered.equals(wanted) ? How.IN_ORDER : How.IN_HEAD_ORDER);
            return true;
        }
        Optional<List<Piece>> parted =
                source.parting() == Parting.BLANKS ? Optional.empty() : crowded.parted(source.values(), wanted.size());
        if (parted.isPresent()) {
            put(match, ordered, parted.get(), How.JOINED_OR_PARTED);
            return true;
        }
        return source.parting() == Parting.BLANKS && kind.sumsUp() && ordered.equals(wanted) && reread(match);
    }

    /// The columns in the order of the head. A head whose labels stand on lines of their own may come in another order
    /// than its cells: where its total is not the last, more rows must add up so than as the form has it.
    private List<Label> inOrder(List<Label> wanted) {
        List<Label> ordered = head.inOrder(wanted);
        int last = wanted.size() - 1;
        int total = ordered.indexOf(wanted.getLast());
        if (!kind.sumsUp() || total == last) {
            return ordered;
        }
        long inForm = support(last, wanted.size());
        return inForm > 0 && support(total, wanted.size()) <= inForm ? wanted : ordered;
    }

    /// The rows, not all noughts, that add up if the total stands at the index.
    private long support(int total, int columns) {
        return support.computeIfAbsent(
                total,
                index -> matches.stream()
                        .map(match -> match.source().written())
                        .filter(values -> values.size() == columns
                                && values.stream()
                                        .anyMatch(piece -> piece.content() instanceof Content.Figure figure
                                                && figure.value().signum() != 0)
                                && ColumnAlignment.addsUp(values, index))
                        .count());
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
                kind.sumsUp() && inOrder(wanted).equals(wanted) ? shortRows.pieces(match) : Optional.empty();
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
        String row = match.row().label().id();
        int total = columns.indexOf(match.row().columns().getLast());
        List<Piece> readable = kind.sumsUp() ? Lookalikes.resolved(pieces, total) : pieces;
        for (int i = 0; i < readable.size(); i++) {
            CellKey key = new CellKey(row, columns.get(i).id());
            cells.put(key, CellReader.cell(key, readable.get(i), columns.get(i), match.certainty()));
        }
        How told = readable.equals(pieces) ? how : How.LOOKALIKES;
        readings.add(new RowReading(
                row,
                match.source().span(),
                match.fit(),
                told,
                1,
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
        readings.add(new RowReading(
                row,
                match.source().span(),
                match.fit(),
                How.ILLEGIBLE,
                count,
                columns.stream().map(Label::id).toList()));
    }
}
