package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import io.mingjian.tables.Alignment.How;
import io.mingjian.tables.Alignment.RowReading;
import io.mingjian.tables.ColumnOrder.Order;
import io.mingjian.tables.ColumnOrder.Trust;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The cells of a table as its rows are read one after another, and how each row was.
final class TableCells {
    private final boolean sumsUp;
    private final HeadUnits units;
    private final Map<CellKey, Cell> cells = new HashMap<>();
    private final List<RowReading> readings = new ArrayList<>();
    private List<Alignment.Attempt> attempts = List.of();

    /// @param units what the head says of them as it is read
    TableCells(TableKind kind, HeadUnits units) {
        this.units = units;
        this.sumsUp = kind.sumsUp();
    }

    Map<CellKey, Cell> cells() {
        return cells;
    }

    /// The same, nothing of it as sure as what was read as it stands.
    Map<CellKey, Cell> decoded() {
        Map<CellKey, Cell> decoded = new HashMap<>(cells);
        decoded.replaceAll((key, cell) -> cell instanceof Cell.Stated stated
                ? new Cell.Stated(key, stated.value(), stated.span(), stated.confidence(), true)
                : cell);
        return decoded;
    }

    List<RowReading> readings() {
        return readings;
    }

    /// What was weighed against what was read.
    List<Alignment.Attempt> attempts() {
        return attempts;
    }

    void weighed(List<Alignment.Attempt> weighed) {
        attempts = List.copyOf(weighed);
    }

    /// The values of a row all of whose cells are stated.
    Optional<List<BigDecimal>> stated(TableKind.Row row) {
        List<BigDecimal> values = new ArrayList<>();
        for (Label column : row.columns()) {
            if (!(cells.get(key(row, column)) instanceof Cell.Stated stated)) {
                return Optional.empty();
            }
            values.add(stated.value());
        }
        return Optional.of(values);
    }

    void put(RowAlignment.Match match, List<Label> columns, List<Piece> pieces, How how) {
        int total = columns.indexOf(match.row().columns().getLast());
        put(match, new Order(columns, total, Trust.SURE), pieces, how);
    }

    void put(RowAlignment.Match match, Order order, List<Piece> pieces, How how) {
        if (order.trust() == Trust.TOTAL_ONLY) {
            putTotal(match, pieces.get(order.total()));
            return;
        }
        List<Piece> readable = sumsUp ? Lookalikes.resolved(pieces, order.total()) : pieces;
        for (int i = 0; i < readable.size(); i++) {
            Piece piece = order.trust() == Trust.SURE
                    ? readable.get(i)
                    : readable.get(i).doubted(Unglue.DECODED);
            putCell(match, order.columns().get(i), piece);
        }
        note(match, readable.equals(pieces) ? how : How.LOOKALIKES, 1, order.columns());
    }

    /// A row of which some numbers may be open.
    void putDecoded(RowAlignment.Match match, List<Label> columns, Unglue.Row row) {
        for (int i = 0; i < columns.size(); i++) {
            if (match.row().columns().contains(columns.get(i))) {
                putCell(match, columns.get(i), row.pieces().get(i));
            }
        }
        note(match, row.isDecoded() ? How.DECODED : How.ILLEGIBLE, row.readings(), columns);
    }

    /// The total, which the sums tell, alone; the other columns stand in an order that nothing tells.
    private void putTotal(RowAlignment.Match match, Piece total) {
        putIllegible(match);
        putCell(match, match.row().columns().getLast(), total.doubted(Unglue.DECODED));
    }

    /// Values that cannot be told apart without guessing: each column is told where something unreadable stands.
    void putIllegible(RowAlignment.Match match) {
        List<Piece> written = match.source().written();
        if (written.isEmpty()) {
            return;
        }
        Span span = written.getFirst().span().union(written.getLast().span());
        List<Label> columns = match.row().columns();
        columns.forEach(column -> putCell(match, column, new Piece(span, 0, 1, new Content.Scrawl())));
        note(match, How.ILLEGIBLE, 0, columns);
    }

    private void putCell(RowAlignment.Match match, Label column, Piece piece) {
        CellKey key = key(match.row(), column);
        cells.put(key, CellReader.cell(key, units.inUnit(column, piece), column, match.certainty()));
    }

    private static CellKey key(TableKind.Row row, Label column) {
        return new CellKey(row.label().id(), column.id());
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
}
